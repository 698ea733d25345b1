using Gongkai.Platform.Ledgers;
using Gongkai.Platform.Tests.Filings;

namespace Gongkai.Platform.Tests.Ledgers;

/// <summary>Licences, penalties, coercion and charges, entered by hand and put right.</summary>
public sealed class LedgerDeskTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_number_of_an_agency_and_kind_is_kept_once_however_it_is_written()
    {
        await using var office = await Office.OpenAsync(database);
        (await EnterAsync(office, Penalty("云水罚〔2025〕3号"))).Refusal.ShouldBeNull();

        (await EnterAsync(office, Penalty("云水罚[2025] 3号"))).Refusal.ShouldBe(ActRefusal.AlreadyThere);
        (await EnterAsync(office, Penalty("云水罚〔2025〕3号") with { Kind = ActKind.Coercion })).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task The_same_form_makes_one_entry()
    {
        await using var office = await Office.OpenAsync(database);
        var form = Guid.CreateVersion7();

        var first = await office.UseAsync<LedgerDesk, ActTaken>(desk => desk.EnterAsync(office.Bureau.Id, Penalty("1号"), form, office.Clerk, Cancellation));
        var again = await office.UseAsync<LedgerDesk, ActTaken>(desk => desk.EnterAsync(office.Bureau.Id, Penalty("1号"), form, office.Clerk, Cancellation));

        again.ActId.ShouldBe(first.ActId);
    }

    [Fact]
    public async Task A_charge_of_a_period_is_not_entered_again_for_a_part_of_it()
    {
        await using var office = await Office.OpenAsync(database);
        var quarter = new ActFacts { Kind = ActKind.Charge, Item = "水资源费", FromOn = new(2025, 1, 1), DecidedOn = new(2025, 3, 31), Amount = 3.5m };
        (await EnterAsync(office, quarter)).Refusal.ShouldBeNull();

        (await EnterAsync(office, quarter with { FromOn = new(2025, 2, 1), DecidedOn = new(2025, 2, 28) })).Refusal.ShouldBe(ActRefusal.PeriodOverlaps);
        (await EnterAsync(office, quarter with { FromOn = new(2025, 4, 1), DecidedOn = new(2025, 6, 30) })).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_natural_person_is_not_named()
    {
        await using var office = await Office.OpenAsync(database);

        var entered = await EnterAsync(office, Penalty("2号") with { Counterpart = "周小舟", IsPerson = true });

        (await FindAsync(office, entered.ActId!.Value)).Row.CounterpartLabel.ShouldBe("周**");
    }

    [Fact]
    public async Task What_was_corrected_revoked_and_retracted_stays_in_its_story()
    {
        await using var office = await Office.OpenAsync(database);
        var id = (await EnterAsync(office, Penalty("3号"))).ActId!.Value;

        (await office.UseAsync<LedgerDesk, ActTaken>(desk => desk.CorrectAsync(id, Penalty("3号") with { Amount = 2 }, " ", office.Clerk, Cancellation))).Refusal.ShouldBe(ActRefusal.ReasonMissing);
        (await office.UseAsync<LedgerDesk, ActTaken>(desk => desk.CorrectAsync(id, Penalty("3号") with { Amount = 2 }, "金额漏填", office.Clerk, Cancellation))).Refusal.ShouldBeNull();
        (await office.UseAsync<LedgerDesk, ActTaken>(desk => desk.RevokeAsync(id, new(2025, 2, 1), "复议撤销", office.Clerk, Cancellation))).Refusal.ShouldBe(ActRefusal.DateOutOfRange);
        (await office.UseAsync<LedgerDesk, ActTaken>(desk => desk.RevokeAsync(id, new(2025, 6, 1), "复议撤销", office.Clerk, Cancellation))).Refusal.ShouldBeNull();
        (await office.UseAsync<LedgerDesk, ActTaken>(desk => desk.RetractAsync(id, "登记到别的局去了", office.Clerk, Cancellation))).Refusal.ShouldBeNull();
        (await office.UseAsync<LedgerDesk, ActTaken>(desk => desk.RetractAsync(id, "再来一次", office.Clerk, Cancellation))).Refusal.ShouldBe(ActRefusal.WrongState);

        var sheet = await FindAsync(office, id);
        sheet.Steps.Select(step => step.Step).ShouldBe([ActStepKind.Entered, ActStepKind.Corrected, ActStepKind.Revoked, ActStepKind.Retracted]);
        sheet.Steps[1].Note.ShouldBe("金额漏填（金额：空 → 2）");
        (await EnterAsync(office, Penalty("3号"))).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task The_ledger_is_kept_by_the_agencys_own_clerk_and_read_by_the_authority()
    {
        await using var office = await Office.OpenAsync(database);
        var id = (await EnterAsync(office, Penalty("4号"))).ActId!.Value;

        (await office.UseAsync<LedgerDesk, ActTaken>(desk => desk.EnterAsync(office.Bureau.Id, Penalty("5号"), Guid.CreateVersion7(), office.Reviewer, Cancellation))).Refusal.ShouldBe(ActRefusal.NotAllowed);
        (await office.UseAsync<LedgerDesk, ActTaken>(desk => desk.RetractAsync(id, "不对", office.Officer, Cancellation))).Refusal.ShouldBe(ActRefusal.NotAllowed);
        (await office.UseAsync<LedgerQueries, ActSheet?>(queries => queries.FindAsync(id, office.Officer, Cancellation))).ShouldNotBeNull().MayKeep.ShouldBeFalse();
        var stranger = await office.HireAsync("钱进", (await office.AddAgencyAsync("云溪县教育局", Gongkai.Platform.Organizations.AgencyKind.Department, office.County), Gongkai.Platform.Accounts.Role.Clerk));
        (await office.UseAsync<LedgerQueries, ActSheet?>(queries => queries.FindAsync(id, stranger, Cancellation))).ShouldBeNull();
    }

    [Theory]
    [InlineData("2025年3月", "2025-03-01", "2025-03-31")]
    [InlineData("2025-02", "2025-02-01", "2025-02-28")]
    [InlineData("2025年第2季度", "2025-04-01", "2025-06-30")]
    [InlineData("2025年四季度", "2025-10-01", "2025-12-31")]
    [InlineData("2025Q1", "2025-01-01", "2025-03-31")]
    [InlineData("2025年", "2025-01-01", "2025-12-31")]
    [InlineData("2025-01-05至2025-01-20", "2025-01-05", "2025-01-20")]
    public void A_period_is_read_as_people_write_it(string text, string from, string to) =>
        ActTable.PeriodOf(text).ShouldBe((DateOnly.ParseExact(from, "yyyy-MM-dd"), DateOnly.ParseExact(to, "yyyy-MM-dd")));

    [Theory]
    [InlineData("2025-3-7", "2025-03-07")]
    [InlineData("2025/03/07 10:30:00", "2025-03-07")]
    [InlineData("2025年3月7日", "2025-03-07")]
    [InlineData("20250307", "2025-03-07")]
    [InlineData("2025.3.7", "2025-03-07")]
    [InlineData("2025-13-07", null)]
    [InlineData("三月七日", null)]
    public void A_day_is_read_as_people_write_it(string text, string? day) => ActTable.DayOf(text)?.ToString("yyyy-MM-dd", null).ShouldBe(day);

    private static ActFacts Penalty(string number) => new() { Kind = ActKind.Penalty, Number = number, Item = "未经批准取水", DecidedOn = new(2025, 3, 17) };

    private static Task<ActTaken> EnterAsync(Office office, ActFacts facts) =>
        office.UseAsync<LedgerDesk, ActTaken>(desk => desk.EnterAsync(office.Bureau.Id, facts, Guid.CreateVersion7(), office.Clerk, Cancellation));

    private static async Task<ActSheet> FindAsync(Office office, long id) =>
        (await office.UseAsync<LedgerQueries, ActSheet?>(queries => queries.FindAsync(id, office.Clerk, Cancellation)))!;
}
