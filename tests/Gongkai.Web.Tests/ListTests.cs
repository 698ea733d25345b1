using System.Net;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Jobs;
using Gongkai.Testing.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests;

/// <summary>What every list of the workbench can do: columns by choice, files of exactly what is shown, saved views.</summary>
public sealed class ListTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Lists => new()
    {
        { "system", "/work/organizations?q=县" }, { "lin", "/work/filings?year=2024" }, { "lin", "/work/requests" }, { "lin", "" }, { "lin", "/findings" },
        { "security", "/work/accounts" }, { "audit", "/work/audit" }, { "system", "/work/operations/jobs" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_file_holds_the_columns_that_are_shown_and_no_other(string userName, string list)
    {
        await using (var scope = web.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<JobQueue>().EnqueueAsync(new NewJob<string>(SessionSweep.Kind, "") { UniqueKey = "list" }, Cancellation);
        }

        using var visitor = await web.LogInAsync(userName);
        await visitor.OpenAsync(await AddressAsync(visitor, list));
        (await HeadingsOfFileAsync(visitor)).ShouldBe(HeadingsOfPage(visitor));
        var usual = HeadingsOfPage(visitor);

        // The last that is not shown, and the name, which always is.
        var choices = visitor.Page.QuerySelectorAll(".column-choices input").Select(input => input.GetAttribute("value")!).ToList();
        var hidden = visitor.Page.QuerySelectorAll(".column-choices input:not([checked])").Select(input => input.GetAttribute("value")!).ToList();
        hidden.ShouldNotBeEmpty();
        await visitor.OpenAsync($"{visitor.At}{(visitor.At.Contains('?') ? '&' : '?')}columns={hidden[^1]}");

        HeadingsOfPage(visitor).Count.ShouldBe(2);
        usual.ShouldNotContain(HeadingsOfPage(visitor)[^1]);
        (await HeadingsOfFileAsync(visitor)).ShouldBe(HeadingsOfPage(visitor));
        choices.Count.ShouldBeGreaterThan(hidden.Count);
    }

    [Fact]
    public async Task Columns_are_chosen_by_a_form_and_stay_with_filter_and_pages()
    {
        using var lin = await web.LogInAsync("lin");
        await lin.OpenAsync("/work/filings?year=2024");
        await lin.SubmitAsync(".column-choices");
        lin.At.ShouldStartWith("/work/filings?year=2024&columns=name,state");

        await lin.OpenAsync("/work/filings?year=2024&columns=name,saved");
        await lin.SubmitAsync("main form[role=search]", new() { ["year"] = "2025" });
        HeadingsOfPage(lin).ShouldBe(["报告", "最近保存"]);
        lin.Page.QuerySelector("a[href*='format=csv']")!.GetAttribute("href").ShouldBe("/work/filings?year=2025&columns=name,saved&handler=Export&format=csv");
        await lin.OpenAsync("/work/filings?columns=nonsense");
        HeadingsOfPage(lin).Count.ShouldBe(8, "what is no column is as if nothing were chosen");
    }

    [Fact]
    public async Task A_view_is_saved_opened_and_removed_without_script()
    {
        using var lin = await web.LogInAsync("lin");
        var board = await AddressAsync(lin, "");
        await lin.OpenAsync($"{board}?standing=Returned&columns=name,published");
        await lin.SubmitAsync("form[action*='handler=Save']", new() { ["name"] = "退回的" });
        lin.Text.ShouldContain("已存为视图“退回的”");
        lin.At.ShouldBe($"{board}?standing=Returned&columns=name,published");

        await lin.OpenAsync(board);
        await lin.OpenAsync(lin.Page.QuerySelectorAll(".list-bar a").Single(link => link.TextContent.Trim() == "退回的").GetAttribute("href")!);
        HeadingsOfPage(lin).ShouldBe(["单位", "公开"]);
        lin.Page.QuerySelector(".list-bar summary")!.TextContent.ShouldContain("退回的");
        using var other = await web.LogInAsync("security");
        (await other.OpenAsync("/work/accounts")).Text.ShouldNotContain("退回的");

        await lin.SubmitAsync("form[action*='handler=Remove']");
        lin.Page.QuerySelector("form[action*='handler=Remove']").ShouldBeNull();
        await lin.OpenAsync(board);
        await lin.SubmitAsync("form[action*='handler=Save']", new() { ["name"] = " " });
        lin.Text.ShouldContain("请起一个");
    }

    [Fact]
    public async Task The_way_back_leads_nowhere_else()
    {
        using var lin = await web.LogInAsync("lin");

        (await lin.OpenAsync("/work/views?back=https://example.com&columns=a")).At.ShouldBe("/work");
        (await lin.OpenAsync("/work/views?back=//example.com")).At.ShouldBe("/work");
        lin.Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string> AddressAsync(Visitor visitor, string list)
    {
        if (list.StartsWith("/work", StringComparison.Ordinal))
        {
            return list;
        }

        await visitor.OpenAsync("/work/campaigns");
        return visitor.Page.QuerySelector("tbody a")!.GetAttribute("href")! + list;
    }

    private static List<string> HeadingsOfPage(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll("main table")[^1].QuerySelectorAll("thead th").Where(heading => heading.QuerySelector(".visually-hidden") is null).Select(heading => heading.TextContent.Trim())];

    private static async Task<List<string>> HeadingsOfFileAsync(Visitor visitor)
    {
        var csv = await visitor.Client.GetStringAsync(new Uri(visitor.Page.QuerySelector("a[href*='format=csv']")!.GetAttribute("href")!, UriKind.Relative), Cancellation);
        return [.. csv.Split("\r\n")[0].TrimStart('\uFEFF').Split(',')];
    }
}
