using Gongkai.Platform.Filings;
using Gongkai.Platform.Storage;
using Gongkai.Reports;

namespace Gongkai.Platform.Tests.Filings;

public sealed class SavingTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private const string Cell = "requests.received.natural";

    [Fact]
    public async Task What_is_written_is_there_when_the_editor_opens_again()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await office.BeginAsync();

        var saved = await office.SaveAsync(filing, office.Clerk, 1, (Cell, "１２"), ("section.1.text", "一年来……"), ("signedOn", "2026年1月20日"), ("requests.granted.natural", "/"));

        saved.Refusal.ShouldBeNull();
        saved.Applied.Count.ShouldBe(4);
        saved.Revision.ShouldBe(2);
        var sheet = await office.FindAsync(filing, office.Clerk);
        var fields = sheet.Fields.ToDictionary(field => field.Field);
        fields[Cell].ShouldBe(new FieldValue(Cell, "12", CellKind.Number));
        fields["requests.granted.natural"].Kind.ShouldBe(CellKind.Dash);
        fields["section.1.text"].Text.ShouldBe("一年来……");
        fields["signedOn"].Text.ShouldBe("2026-01-20");
    }

    [Fact]
    public async Task A_draft_with_errors_is_saved_and_the_errors_come_with_it()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await office.BeginAsync();
        await office.FillWithZerosAsync(filing);

        var saved = await office.SaveAsync(filing, office.Clerk, 2, (Cell, "5"));

        saved.Applied.ShouldBe([Cell]);
        saved.Findings.ShouldContain(finding => finding.Severity == Severity.Error && finding.At.Contains(Cell) && finding.Mends.Count > 0);
        var row = (await office.UseAsync<FilingQueries, Page<FilingRow>>(queries =>
            queries.ListAsync(new FilingFilter(2025, FilingState.Draft, "水利"), office.Officer, null, TestContext.Current.CancellationToken))).Items.ShouldHaveSingleItem();
        row.Errors.ShouldBe(saved.Findings.Count(finding => finding.Severity == Severity.Error));
    }

    [Fact]
    public async Task Two_people_who_save_at_once_lose_nothing()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await office.BeginAsync();

        var saves = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            office.SaveAsync(filing, number % 2 == 0 ? office.Clerk : office.OtherClerk, 1, (Cell, $"{number + 1}"), ($"disputes.reconsideration.{(number % 2 == 0 ? "upheld" : "pending")}", "1"))));

        saves.ShouldAllBe(save => save.Refusal == null);
        var last = (await office.FindAsync(filing, office.Clerk)).Fields.ToDictionary(field => field.Field);
        last["disputes.reconsideration.upheld"].Text.ShouldBe("1");
        last["disputes.reconsideration.pending"].Text.ShouldBe("1");
        var winner = saves.Where(save => save.Applied.Contains(Cell)).ToList();
        var losers = saves.Where(save => save.Conflicts.Count > 0).ToList();
        winner.Count.ShouldBe(10);
        losers.ShouldAllBe(save => save.Conflicts[0].Field == Cell && save.Conflicts[0].Theirs != save.Conflicts[0].Yours);
        losers.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Sending_the_same_again_changes_nothing()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await office.BeginAsync();
        var first = await office.SaveAsync(filing, office.Clerk, 1, (Cell, "7"));

        var second = await office.SaveAsync(filing, office.Clerk, 1, (Cell, "7"));

        second.Revision.ShouldBe(first.Revision);
        second.Applied.ShouldBe([Cell]);
        second.Conflicts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_poll_brings_what_another_wrote_and_who_is_there()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await office.BeginAsync();
        await office.UseAsync<FilingQueries, FilingNews?>(queries => queries.PollAsync(filing, 1, Cell, office.OtherClerk, TestContext.Current.CancellationToken));
        await office.SaveAsync(filing, office.OtherClerk, 1, (Cell, "9"));

        var news = await office.UseAsync<FilingQueries, FilingNews?>(queries => queries.PollAsync(filing, 1, null, office.Clerk, TestContext.Current.CancellationToken));

        news!.Revision.ShouldBe(2);
        news.Changed.ShouldHaveSingleItem().ByName.ShouldBe("李强");
        news.People.ShouldHaveSingleItem().ShouldBe(new PersonPresent(office.OtherClerk.AccountId, "李强", Cell));
        news.Findings.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_stranger_finds_nothing()
    {
        await using var office = await Office.OpenAsync(database);
        await using var elsewhere = await Office.OpenAsync(database);
        var filing = await office.BeginAsync();

        (await office.SaveAsync(filing, elsewhere.Clerk, 1, (Cell, "7"))).Refusal.ShouldBe(FilingRefusal.NotFound);
        (await office.UseAsync<FilingQueries, FilingSheet?>(queries => queries.FindAsync(filing, elsewhere.Clerk, TestContext.Current.CancellationToken))).ShouldBeNull();
    }

    [Fact]
    public async Task What_cannot_stand_in_a_field_comes_back_with_a_reason()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await office.BeginAsync();

        var saved = await office.SaveAsync(filing, office.Clerk, 1, ("signedOn", "下周"), ("nonsense", "1"), (Cell, "1\02"));

        saved.Rejected.Select(change => change.Field).ShouldBe(["signedOn", "nonsense"]);
        saved.Applied.ShouldBe([Cell]);
    }
}
