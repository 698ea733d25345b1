using System.Net;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>Merging, passing on, units with days of their own, codes issued anew, and complaints, over the wire.</summary>
public sealed class CaseMovePagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    [Fact]
    public async Task The_same_asked_twice_becomes_one_case_and_each_leads_to_the_other()
    {
        using var chen = await web.LogInAsync("chen");
        var (first, _, number) = await RegisterAsync(chen, "上埠村水渠的图纸");
        var (second, _, _) = await RegisterAsync(chen, "上埠村水渠图纸");
        await chen.OpenAsync($"{second}/merge");
        await chen.SubmitAsync("main form[data-guard]", new() { ["Input.Into"] = first.Split('/')[^1] });
        chen.At.ShouldBe($"{second}/merge");
        chen.Page.QuerySelector("#Input_Text-error")!.TextContent.ShouldContain("必填");

        await chen.SubmitAsync("main form[data-guard]", new() { ["Input.Into"] = first.Split('/')[^1], ["Input.Text"] = "同一张图" });

        chen.At.ShouldBe(second);
        chen.Text.ShouldContain($"{number}，在那件里一并答复");
        (await chen.OpenAsync(first)).Page.QuerySelectorAll($"dd a[href='{second}']").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_came_to_the_wrong_counter_is_at_the_right_one_and_no_longer_here()
    {
        using var chen = await web.LogInAsync("chen");
        var (at, _, number) = await RegisterAsync(chen, "寄错了的学区划分申请");
        await chen.OpenAsync($"{at}/pass");
        var education = chen.Page.QuerySelectorAll("datalist option").Select(option => option.GetAttribute("value")!).Single(name => name.EndsWith("教育局", StringComparison.Ordinal));
        await chen.SubmitAsync("main form[data-guard]", new() { ["Input.Name"] = education, ["Input.Text"] = "投错了窗口" });
        chen.Text.ShouldContain("第三十六条第（五）项");

        await chen.SubmitAsync("main form[data-guard]", new() { ["Input.Name"] = education, ["Input.IsAddressedThere"] = "true", ["Input.Text"] = "投错了窗口" });

        chen.At.ShouldBe("/work/requests");
        (await chen.OpenAsync(at)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await chen.OpenAsync("/work/requests/passed")).Text.ShouldContain(number);
        using var xu = await web.LogInAsync("xu");
        (await xu.OpenAsync(at)).Text.ShouldContain($"原登记号 {number}");
    }

    [Fact]
    public async Task A_unit_gets_a_day_and_its_opinion_stands_in_the_case()
    {
        using var chen = await web.LogInAsync("chen");
        var (at, _, _) = await RegisterAsync(chen, "要财政所协办的申请");
        await chen.OpenAsync($"{at}/assign");
        var handler = chen.Page.QuerySelectorAll("[name='Input.Handler'] option").Single(option => option.TextContent.Trim() == "陈小禾").GetAttribute("value");
        await chen.SubmitAsync("main form[data-guard]", new() { ["Input.Handler"] = handler, ["Input.Assisting[0].Name"] = "财政所", ["Input.Assisting[0].ReportBy"] = "2026-12-31" });
        chen.Page.QuerySelectorAll("[id='Input_Assisting_0__ReportBy-error']").ShouldHaveSingleItem().TextContent.ShouldContain("法定期限");
        await chen.SubmitAsync("main form[data-guard]", new() { ["Input.Handler"] = handler, ["Input.Assisting[0].Name"] = "财政所", ["Input.Assisting[0].ReportBy"] = "2026-01-27" });
        chen.Text.ShouldContain("财政所（协办），2026-01-27");

        await chen.OpenAsync($"{at}/record-unit");
        await chen.SubmitAsync("main form[data-guard]", new() { ["Input.Unit"] = "1", ["Input.Text"] = "凭证三页" });

        chen.At.ShouldBe(at);
        chen.Text.ShouldContain("凭证三页");
    }

    [Fact]
    public async Task A_lost_code_is_issued_anew_once_and_the_old_one_opens_nothing()
    {
        using var chen = await web.LogInAsync("chen");
        var (at, lost, number) = await RegisterAsync(chen, "丢了查询码的申请");
        await chen.OpenAsync($"{at}/reissue-code");
        await chen.SubmitAsync("main form[data-guard]", new() { ["Input.Document"] = "居民身份证" });
        chen.Text.ShouldContain("当面核对");
        await chen.SubmitAsync("main form[data-guard]", new() { ["Input.Document"] = "居民身份证", ["Input.HasSeenDocument"] = "true" });
        var code = chen.Page.QuerySelector(".receipt-code")!.TextContent.Trim();

        (await chen.OpenAsync($"{at}/receipt")).Text.ShouldNotContain(code);
        chen.Text.ShouldContain("已经补发");
        chen.Text.ShouldNotContain(lost);
        using var applicant = web.Visit();
        await applicant.OpenAsync("/request/track");
        await applicant.SubmitAsync("main form", new() { ["Number"] = number, ["Code"] = lost });
        applicant.Text.ShouldContain("没有查到");
        await applicant.SubmitAsync("main form", new() { ["Number"] = number, ["Code"] = code });
        applicant.Text.ShouldContain("丢了查询码的申请");
    }

    [Fact]
    public async Task A_complaint_goes_from_the_applicants_page_to_the_authority_and_its_answer_comes_back()
    {
        using var chen = await web.LogInAsync("chen");
        var (_, code, number) = await RegisterAsync(chen, "要投诉的申请");
        using var applicant = web.Visit();
        await applicant.OpenAsync("/request/track");
        await applicant.SubmitAsync("main form", new() { ["Number"] = number, ["Code"] = code });
        await applicant.SubmitAsync("form[action*='handler=Complain']", new() { ["Complaint"] = "窗口不肯收材料" });
        applicant.Page.QuerySelector("#ComplaintKind-error")!.TextContent.ShouldContain("请选择");
        await applicant.SubmitAsync("form[action*='handler=Complain']", new() { ["ComplaintKind"] = "Conduct", ["Complaint"] = "窗口不肯收材料" });
        applicant.Text.ShouldContain("正在办理");

        using var lin = await web.LogInAsync("lin");
        var at = (await lin.OpenAsync("/work")).Page.QuerySelectorAll("a[href^='/work/complaints/']")[^1].GetAttribute("href")!;
        (await lin.OpenAsync(at)).Text.ShouldContain("窗口不肯收材料");
        lin.Text.ShouldContain("为什么是这一天");
        await lin.SubmitAsync("form:has(#Input_Step)", new() { ["Input.Step"] = "Answered", ["Input.Note"] = "已责令改正" });
        lin.Page.QuerySelector("#Input_Finding-error")!.TextContent.ShouldContain("查明");
        await lin.SubmitAsync("form:has(#Input_Step)", new() { ["Input.Step"] = "Answered", ["Input.Finding"] = "Upheld", ["Input.Measure"] = "Correction", ["Input.Note"] = "已责令改正" });
        lin.Text.ShouldContain("属实，督促整改");
        (await lin.OpenAsync("/work/complaints")).Text.ShouldContain("各年的投诉");
        (await chen.OpenAsync(at)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await applicant.OpenAsync("/request/track")).Text.ShouldContain("已责令改正");
    }

    [Fact]
    public async Task The_authority_registers_a_complaint_that_came_by_letter()
    {
        using var lin = await web.LogInAsync("lin");
        await lin.OpenAsync("/work/complaints/new");
        await lin.SubmitAsync("main form", new() { ["Input.Against"] = "没有这个机关", ["Input.Kind"] = "NotPublished", ["Input.Content"] = "没有公开预算" });
        lin.Page.QuerySelector("#Input_Against-error")!.TextContent.ShouldContain("第五十一条");
        var against = lin.Page.QuerySelector("datalist option")!.GetAttribute("value");

        await lin.SubmitAsync("main form", new() { ["Input.Against"] = against, ["Input.Kind"] = "NotPublished", ["Input.Content"] = "没有公开预算", ["Input.Name"] = "吴大明" });

        lin.At.ShouldStartWith("/work/complaints/");
        lin.Text.ShouldContain("没有公开预算");
    }

    private static async Task<(string At, string Code, string Number)> RegisterAsync(Visitor visitor, string wanted)
    {
        await visitor.OpenAsync("/work/requests/new");
        await visitor.SubmitAsync("main form", new() { ["Input.Name"] = "耿小满", ["Input.Telephone"] = "000-5550188", ["Input.Wanted"] = wanted });
        var codes = visitor.Page.QuerySelectorAll(".receipt dd strong").Select(strong => strong.TextContent.Trim()).ToList();
        return (visitor.At.Replace("/receipt", "", StringComparison.Ordinal), codes[1], codes[0]);
    }
}
