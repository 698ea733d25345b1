using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Search;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Search;

public sealed class SearchTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("灌溉渠")]
    [InlineData("灌溉渠 2024")]
    [InlineData("水利局 招标")]
    [InlineData("IRRIGATION")]
    public async Task A_published_report_is_found_by_its_words(string query)
    {
        await using var office = await Office.OpenAsync(database);
        await PublishAsync(office, 2024, "灌溉渠（irrigation）的招标信息全部公开。");

        var found = await ReportsAsync(office, query);

        var report = found.Items.Where(report => report.AgencyId == office.Bureau.Id).ShouldHaveSingleItem();
        report.Year.ShouldBe(2024);
        report.Excerpt.Word.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("灌溉渠 防汛")]
    [InlineData("灌溉渠 2023")]
    [InlineData("' & | ! :* \\")]
    [InlineData("渠")]
    [InlineData("")]
    public async Task What_holds_not_all_the_words_is_not_found(string query)
    {
        await using var office = await Office.OpenAsync(database);
        await PublishAsync(office, 2024, "灌溉渠的招标信息全部公开。");

        (await ReportsAsync(office, query)).Items.ShouldNotContain(report => report.AgencyId == office.Bureau.Id);
    }

    [Fact]
    public async Task What_is_being_written_is_not_found_until_it_is_published()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await office.BeginAsync(2024);
        await office.SaveAsync(filing, office.Clerk, 1_000, ("section.1.text", "尚未公开的蓄水池。"));
        (await ReportsAsync(office, "蓄水池")).Items.ShouldBeEmpty();

        await PublishAsync(office, 2023, "已经公开的蓄水池。");

        (await ReportsAsync(office, "蓄水池")).Items.ShouldHaveSingleItem().Year.ShouldBe(2023);
    }

    [Fact]
    public async Task At_work_each_finds_what_lies_in_the_own_part_of_the_tree()
    {
        await using var office = await Office.OpenAsync(database);
        await using var elsewhere = await Office.OpenAsync(database);
        var filing = await office.BeginAsync();
        await elsewhere.BeginAsync();

        (await AtWorkAsync(office, office.Clerk, "水利局 2025")).Filings.ShouldHaveSingleItem().Id.ShouldBe(filing);
        (await AtWorkAsync(office, office.Officer, "水利局")).Filings.ShouldHaveSingleItem().Id.ShouldBe(filing);
        (await AtWorkAsync(office, office.Clerk, "水利局 2024")).Filings.ShouldBeEmpty();
        (await AtWorkAsync(office, office.Clerk, "水利局")).Agencies.ShouldBeEmpty();
        var administrator = await office.HireAsync("系统员", (office.County, Role.SystemAdministrator));
        (await AtWorkAsync(office, administrator, "水利局")).Agencies.ShouldHaveSingleItem().Id.ShouldBe(office.Bureau.Id);
        (await AtWorkAsync(office, administrator, "水利局")).Filings.ShouldBeEmpty();
    }

    private Task<Page<FoundReport>> ReportsAsync(Office office, string query) =>
        office.UseAsync<SearchQueries, Page<FoundReport>>(search => search.ReportsAsync(SearchWords.Of(query), null, cancellation));

    private Task<FoundAtWork> AtWorkAsync(Office office, Actor actor, string query) =>
        office.UseAsync<SearchQueries, FoundAtWork>(search => search.AtWorkAsync(SearchWords.Of(query), actor, cancellation));

    /// <summary>Puts a report before the public without the way there, which is not what is tried here.</summary>
    private async Task PublishAsync(Office office, int year, string text)
    {
        var filing = await office.BeginAsync(year);
        await office.SaveAsync(filing, office.Clerk, 1_000, ("section.1.text", text));
        var now = office.Clock.GetUtcNow();
        await office.UseAsync<GongkaiDb, int>(async db =>
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO filing_versions (filing_id, number, content, figures, created_at, created_by_name, reason, published_at)
                SELECT id, 100, content, figures, {now}, '测试', '发布', {now} FROM filings WHERE id = {filing}
                """,
                cancellation);
            return await db.Filings.Where(row => row.Id == filing).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, FilingState.Published).SetProperty(row => row.PublishedVersion, 100).SetProperty(row => row.PublishedAt, now), cancellation);
        });
    }
}
