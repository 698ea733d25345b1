using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>The first screen, the list of reports, the editor and what it saves, over the wire. Each test works on a year of its own.</summary>
public sealed class FilingPagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private const string Cell = "requests.received.natural";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clerk_is_told_what_is_owed_and_by_when_and_begins_it_from_there()
    {
        using var chen = await web.LogInAsync("chen");
        await chen.OpenAsync("/work");
        chen.Text.ShouldContain("2025 年度报告：还没有开始");
        chen.Text.ShouldContain("还剩 6 天");

        await chen.OpenAsync(chen.Page.QuerySelector("a[href^='/work/filings/new']")!.GetAttribute("href")!);
        await chen.SubmitAsync("main form");

        chen.At.ShouldStartWith("/work/filings/");
        var preamble = chen.Page.QuerySelector("[data-field='preamble']")!.TextContent;
        preamble.ShouldContain("2025年1月1日");
        chen.Page.QuerySelector($"[data-field='{Cell}']")!.GetAttribute("value").ShouldBe("");
    }

    [Fact]
    public async Task What_the_script_saves_is_there_when_the_page_is_opened_again()
    {
        using var chen = await web.LogInAsync("chen");
        var at = await BeginAsync(chen, 2011);

        var saved = await SaveAsync(chen, at, (Cell, "１２"), ("section.1.text", "一年来……"));

        saved.GetProperty("applied").GetArrayLength().ShouldBe(2);
        saved.GetProperty("revision").GetInt32().ShouldBe(2);
        await chen.OpenAsync(at);
        chen.Page.QuerySelector($"[data-field='{Cell}']")!.GetAttribute("value").ShouldBe("12");
        chen.Page.QuerySelector("[data-field='section.1.text']")!.TextContent.ShouldBe("一年来……");
    }

    [Fact]
    public async Task A_save_without_the_forms_token_is_refused()
    {
        using var chen = await web.LogInAsync("chen");
        var at = await BeginAsync(chen, 2012);

        using var answer = await chen.Client.PostAsJsonAsync($"{at}?handler=Save", new { since = 1, changes = new[] { new { field = Cell, text = "7", @base = 1 } } }, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await chen.OpenAsync(at);
        chen.Page.QuerySelector($"[data-field='{Cell}']")!.GetAttribute("value").ShouldBe("");
    }

    [Fact]
    public async Task Another_agencys_report_is_not_there_for_a_clerk()
    {
        using var chen = await web.LogInAsync("chen");
        var at = await BeginAsync(chen, 2013);
        using var pan = await web.LogInAsync("pan");

        foreach (var path in new[] { "", "/versions", "/versions/1", "/report.docx", "?handler=Sheet", "?handler=News&since=0" })
        {
            (await pan.OpenAsync(at + path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        await pan.OpenAsync("/work/filings");
        (await SaveAsync(pan, at, (Cell, "7"))).GetProperty("refusal").GetString().ShouldBe("notFound");
        pan.Text.ShouldNotContain("云溪镇");
    }

    [Fact]
    public async Task Each_sees_only_the_steps_that_the_gate_allows_now()
    {
        using var chen = await web.LogInAsync("chen");
        using var zhao = await web.LogInAsync("zhao");
        using var he = await web.LogInAsync("he");
        var at = await BeginAsync(chen, 2014);
        Steps(chen).ShouldBe(["SendToReview"]);
        Steps(await zhao.OpenAsync(at)).ShouldBeEmpty();

        await chen.SubmitAsync("form[action*='handler=SendToReview']");

        chen.Text.ShouldContain("已送审");
        Steps(chen).ShouldBeEmpty();
        chen.Page.QuerySelector($"[data-field='{Cell}']")!.HasAttribute("readonly").ShouldBeTrue();
        Steps(await zhao.OpenAsync(at)).ShouldBe(["Approve", "SendBack"], ignoreOrder: true);
        Steps(await he.OpenAsync(at)).ShouldBe(["SendBack"]);
        (await zhao.OpenAsync("/work")).Text.ShouldContain("2014 年度报告");
        await zhao.OpenAsync(at);
        await zhao.SubmitAsync("form[action*='handler=SendBack']", new() { ["text"] = "第五部分太短" });
        await chen.OpenAsync("/work/notifications");
        chen.Text.ShouldContain("被退回修改：第五部分太短");
        await chen.SubmitAsync("main form");
        chen.Page.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_pasted_and_is_no_report_is_refused_in_a_sentence()
    {
        using var chen = await web.LogInAsync("chen");
        var at = await BeginAsync(chen, 2015);

        await chen.SubmitAsync("form[action*='handler=Upload']", new() { ["Input.Pasted"] = "今天天气很好。" });

        chen.At.ShouldBe(at);
        chen.Text.ShouldContain("没有读入");
    }

    [Fact]
    public async Task The_list_is_exported_as_it_is_shown_and_a_report_as_a_file()
    {
        using var chen = await web.LogInAsync("chen");
        var csv = await chen.Client.GetStringAsync(new Uri("/work/filings?handler=Export&format=csv&year=2024", UriKind.Relative), Cancellation);
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        csv.ShouldContain("云溪镇");

        await chen.OpenAsync("/work/filings?year=2024");
        var report = chen.Page.QuerySelector("main tbody a")!.GetAttribute("href")!;
        using var word = await chen.Client.GetAsync(new Uri(report + "/report.docx", UriKind.Relative), Cancellation);

        word.StatusCode.ShouldBe(HttpStatusCode.OK);
        word.Content.Headers.ContentDisposition!.FileNameStar.ShouldNotBeNull().ShouldEndWith(".docx");
        (await chen.OpenAsync(report + "/versions?from=1")).Text.ShouldContain("没有不同");
    }

    [Fact]
    public async Task The_file_that_a_report_was_read_from_is_kept_and_handed_out_only_to_those_who_may_see_it()
    {
        using var chen = await web.LogInAsync("chen");
        using var pan = await web.LogInAsync("pan");
        await chen.OpenAsync("/work/filings?year=2023");
        var last = chen.Page.QuerySelector("main tbody a")!.GetAttribute("href")!;
        var csv = await chen.Client.GetStringAsync(new Uri(last + "/report.csv", UriKind.Relative), Cancellation);
        var at = await BeginAsync(chen, 2016);

        await chen.SubmitAsync("form[action*='handler=Upload']", new() { ["Input.Pasted"] = csv });
        chen.Text.ShouldContain("这里是2016年度");
        await chen.SubmitAsync("form:has([name=confirmed])");

        chen.Text.ShouldContain("已读入");
        (await chen.Client.GetStringAsync(new Uri(at + "?handler=Source", UriKind.Relative), Cancellation)).ShouldBe(csv);
        (await pan.OpenAsync(at + "?handler=Source")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static IEnumerable<string> Steps(Visitor visitor) =>
        visitor.Page.QuerySelectorAll(".editor-steps form").Select(form => form.GetAttribute("action")!.Split("handler=")[1]);

    private static async Task<string> BeginAsync(Visitor visitor, int year)
    {
        await visitor.OpenAsync($"/work/filings/new?year={year}");
        await visitor.SubmitAsync("main form", new() { ["Input.From"] = "Empty" });
        visitor.At.ShouldStartWith("/work/filings/");
        return visitor.At;
    }

    private static async Task<JsonElement> SaveAsync(Visitor visitor, string at, params (string Field, string Text)[] changes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{at}?handler=Save")
        {
            Content = JsonContent.Create(new { since = 1, changes = changes.Select(change => new { field = change.Field, text = change.Text, @base = 1 }) }),
        };
        request.Headers.Add("X-Form-Token", visitor.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value"));
        using var answer = await visitor.Client.SendAsync(request, Cancellation);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
