using System.Net;
using AngleSharp.Html.Dom;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>Reconsideration and litigation at the desk, and the calendar that their periods run on.</summary>
public sealed class DisputePagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    [Fact]
    public async Task A_dispute_is_registered_followed_corrected_and_decided()
    {
        using var chen = await web.LogInAsync("chen");
        await chen.OpenAsync("/work/disputes/new");
        await chen.SubmitAsync("main form", new()
        {
            ["Input.Kind"] = "Reconsideration", ["Input.Step"] = "CopyReceived", ["Input.On"] = "2026-01-19", ["Input.Body"] = "青禾县人民政府",
            ["Input.Complainant"] = "周小舟", ["Input.Subject"] = "不服补偿标准的答复",
        });
        var at = chen.At;
        chen.Text.ShouldContain("争议2026-0001");
        chen.Text.ShouldContain("2026-02-02");
        chen.Text.ShouldNotContain("周小舟");
        (await chen.OpenAsync("/work")).Text.ShouldContain("不服补偿标准的答复");

        await chen.OpenAsync(at);
        await chen.SubmitAsync("form:has(#Input_Step)", new() { ["Input.Step"] = "Decided", ["Input.On"] = "2026-01-20" });
        chen.Page.QuerySelector("#Input_Result-error")!.TextContent.ShouldContain("请选择结果");
        await chen.SubmitAsync("form:has(#Input_Step)", new() { ["Input.Step"] = "Decided", ["Input.On"] = "2026-01-20", ["Input.Result"] = "Revoked" });
        chen.Text.ShouldContain("撤销或部分撤销（2026-01-20）");

        await chen.SubmitAsync("form[action*='handler=Retract']:has([name=why])", new() { ["why"] = "日期录错" });
        chen.Text.ShouldContain("更正：日期录错");

        using var xu = await web.LogInAsync("xu");
        using var response = await xu.Client.GetAsync(new Uri(at, UriKind.Relative), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_form_with_a_day_to_come_keeps_what_was_typed()
    {
        using var chen = await web.LogInAsync("chen");
        await chen.OpenAsync("/work/disputes/new");

        await chen.SubmitAsync("main form", new()
        {
            ["Input.Kind"] = "LitigationDirect", ["Input.Step"] = "CopyReceived", ["Input.On"] = "2026-01-19", ["Input.Body"] = "青禾县人民法院", ["Input.Complainant"] = "周小舟", ["Input.Subject"] = "不服答复",
        });

        chen.At.ShouldBe("/work/disputes/new");
        chen.Page.QuerySelector("#Input_Step-error")!.TextContent.ShouldContain("不属于这类案件");
        ((IHtmlInputElement)chen.Page.QuerySelector("#Input_Body")!).Value.ShouldBe("青禾县人民法院");
    }

    [Fact]
    public async Task The_operator_sees_what_a_notice_would_move_before_it_counts()
    {
        using var system = await web.LogInAsync("system");
        await system.OpenAsync("/work/operations/calendar?year=2026");
        await system.SubmitAsync("button[formaction*='handler=Preview']", new() { ["Input.Work"] = "2026-01-0" });
        system.Page.QuerySelector("#Input_Work-error")!.TextContent.ShouldContain("不是日期");

        await system.OpenAsync("/work/operations/calendar?year=2026");
        var off = ((IHtmlTextAreaElement)system.Page.QuerySelector("#Input_Off")!).Value;
        await system.SubmitAsync("button[formaction*='handler=Preview']", new() { ["Input.Off"] = off + "\n2026-02-03" });
        system.Text.ShouldContain("件的期限会变动");
        system.Text.ShouldContain("云溪镇");
        await system.OpenAsync("/work/operations/calendar?year=2026");
        ((IHtmlTextAreaElement)system.Page.QuerySelector("#Input_Off")!).Value.ShouldBe(off);

        await system.SubmitAsync("form[action*='handler=Regional']", new() { ["Regional.Division"] = "45", ["Regional.Day"] = "2026-04-20", ["Regional.Name"] = "三月三", ["Regional.Source"] = "自治区规定" });
        system.Text.ShouldContain("三月三");
    }

    [Fact]
    public async Task The_operator_sees_what_another_reading_of_the_regulation_would_move_before_it_counts()
    {
        using var system = await web.LogInAsync("system");
        await system.OpenAsync("/work/operations/clocks");
        await system.SubmitAsync("button[formaction*='handler=Preview']", new() { ["Input.Correction"] = "0" });
        system.Page.QuerySelector("#Input_Correction-error")!.TextContent.ShouldContain("1 到 60");
        await system.SubmitAsync("button[formaction*='handler=Preview']", new() { ["Input.Correction"] = "10" });
        system.Text.ShouldContain("件的期限会变动");
        ((IHtmlInputElement)system.Page.QuerySelector("#Input_Correction")!).Value.ShouldBe("10");
        await system.OpenAsync("/work/operations/clocks");
        ((IHtmlInputElement)system.Page.QuerySelector("#Input_Correction")!).Value.ShouldBe("20");

        await system.SubmitAsync("main form", new() { ["Input.Correction"] = "15" });
        system.Text.ShouldContain("已保存");
        ((IHtmlInputElement)system.Page.QuerySelector("#Input_Correction")!).Value.ShouldBe("15");
        await system.SubmitAsync("main form", new() { ["Input.Correction"] = "20" });
    }

    [Fact]
    public async Task A_template_is_fetched_and_one_that_is_no_Word_file_is_refused()
    {
        using var system = await web.LogInAsync("system");
        using var response = await system.Client.GetAsync(new Uri("/work/operations/papers?handler=File&paper=Withholding", UriKind.Relative), TestContext.Current.CancellationToken);
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..2].ShouldBe("PK"u8.ToArray());

        await system.OpenAsync("/work/operations/papers");
        await system.SubmitAsync("form[enctype='multipart/form-data']");
        system.Text.ShouldContain("请选择一个 Word 文件");
    }

    [Fact]
    public async Task The_remedy_of_an_agency_is_set_and_shown()
    {
        using var system = await web.LogInAsync("system");
        await system.OpenAsync("/work/organizations/2/remedy");
        system.Text.ShouldContain("有管辖权的人民法院");
        await system.SubmitAsync("main form", new() { ["Input.Court"] = "青禾铁路运输法院" });
        (await system.OpenAsync("/work/organizations/2/remedy")).Text.ShouldContain("青禾铁路运输法院");
    }

    [Fact]
    public async Task A_report_takes_the_figures_of_the_cases_and_a_figure_opens_onto_them()
    {
        using var chen = await web.LogInAsync("chen");
        await chen.OpenAsync("/work/filings/new");
        await chen.SubmitAsync("main form");
        var at = chen.At;
        chen.Text.ShouldContain("年收到的申请");
        await chen.SubmitAsync("form[action*='handler=FillFromLedger']");
        chen.Text.ShouldContain("已经按台账填好");

        var link = chen.Page.QuerySelector(".cell-ledger")!.GetAttribute("href")!;
        await chen.OpenAsync(link);
        chen.Page.QuerySelectorAll("#behind tbody tr").Length.ShouldBeGreaterThan(0);
        await chen.OpenAsync(chen.Page.QuerySelector("#behind tbody a")!.GetAttribute("href")!);
        chen.Status.ShouldBe(HttpStatusCode.OK);
        at.ShouldStartWith("/work/filings/");
    }
}
