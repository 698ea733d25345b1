using System.Net;
using System.Text;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>The desk over the wire: from the window to the served reply, with the wrong turns, and who sees what.</summary>
public sealed class RequestPagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_at_the_window_becomes_a_case_and_a_receipt_and_goes_the_whole_way_to_the_served_reply()
    {
        using var chen = await web.LogInAsync("chen");
        var at = await RegisterAsync(chen, "上埠村水塘清淤的合同");
        chen.At.ShouldEndWith("/receipt");
        chen.Text.ShouldContain("2026年2月24日以前答复");
        chen.Text.ShouldContain("查询码");

        await StepAsync(chen, at, "assign", new() { ["Input.Handler"] = Choice(await chen.OpenAsync(at + "/assign"), "陈小禾"), ["Input.Name"] = "农业办" });
        await StepAsync(chen, at, "record-search", new() { ["Input.Systems"] = "公文系统", ["Input.Words"] = "清淤", ["Input.Text"] = "查到合同一份" });
        await chen.OpenAsync(at + "/draft");
        await chen.SubmitAsync("button[value=add]");
        chen.Page.QuerySelectorAll("fieldset.draft-item").Length.ShouldBe(2);
        await chen.SubmitAsync("main form", new()
        {
            ["Items[0].Outcome"] = "Granted", ["Items[0].Supplied"] = "附后",
            ["Items[1].Wanted"] = "签约人的电话", ["Items[1].Outcome"] = "ThirdPartyRights", ["Items[1].Reason"] = "属于个人隐私",
        });
        chen.At.ShouldBe(at);
        await StepAsync(chen, at, "send-to-review", []);

        using var zhao = await web.LogInAsync("zhao");
        (await zhao.OpenAsync("/work")).Text.ShouldContain("上埠村水塘清淤的合同");
        await StepAsync(zhao, at, "approve-legality", new() { ["Input.Text"] = "同意" });
        using var sun = await web.LogInAsync("sun");
        await StepAsync(sun, at, "approve-secrecy", []);

        using var he = await web.LogInAsync("he");
        await he.OpenAsync($"/work/requests/sign?case={at.Split('/')[^1]}");
        he.Text.ShouldContain("签约人的电话");
        he.Text.ShouldContain("赵青");
        await he.SubmitAsync("form[action*='handler=Sign']");
        he.Text.ShouldContain("已签发");

        await StepAsync(chen, at, "serve", new() { ["Input.Way"] = "Post", ["Input.Number"] = "XA00001" });
        chen.Text.ShouldContain("已办结");
        chen.Text.ShouldContain("部分公开");
        await StepAsync(chen, at, "file", []);
        chen.Text.ShouldContain("已归档");

        await chen.OpenAsync(at + "/audit?verify=true");
        chen.Page.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(7);
        chen.Text.ShouldContain("一条不少，没有被改动");
    }

    [Fact]
    public async Task Who_extends_has_the_notice_ready_to_print()
    {
        using var chen = await web.LogInAsync("chen");
        var at = await RegisterAsync(chen, "需要延期的申请");

        using var he = await web.LogInAsync("he");
        await StepAsync(he, at, "extend", new() { ["Input.Days"] = "10", ["Input.Text"] = "需要到档案馆查找原件" });

        he.Text.ShouldContain("延长答复期限告知书已经生成");
        he.Page.QuerySelectorAll("a[href*='/papers/']").Select(link => link.TextContent).ShouldContain(text => text.Contains("延长答复期限告知书"));
    }

    [Fact]
    public async Task The_form_at_the_window_keeps_what_was_typed_and_says_what_is_missing()
    {
        using var chen = await web.LogInAsync("chen");
        await chen.OpenAsync("/work/requests/new");

        await chen.SubmitAsync("main form", new() { ["Input.Name"] = "田守成", ["Input.ArrivedOn"] = "2026-02-01", ["Input.Wanted"] = "" });

        chen.At.ShouldBe("/work/requests/new");
        chen.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value").ShouldBe("田守成");
        chen.Page.QuerySelector("#Input_Wanted-error")!.TextContent.ShouldContain("请写申请要什么信息");
        chen.Page.QuerySelector("#Input_ArrivedOn-error")!.TextContent.ShouldContain("不能晚于今天");
    }

    [Fact]
    public async Task Sent_twice_the_form_makes_one_case()
    {
        using var chen = await web.LogInAsync("chen");
        await chen.OpenAsync("/work/requests/new");
        var key = chen.Page.QuerySelector("[name='Input.Key']")!.GetAttribute("value");
        var first = await RegisterAsync(chen, "两次点击的申请");

        await chen.OpenAsync("/work/requests/new");
        await chen.SubmitAsync("main form", new() { ["Input.Key"] = key, ["Input.Name"] = "田守成", ["Input.Wanted"] = "两次点击的申请" });
        var second = Here(chen);
        await chen.OpenAsync("/work/requests/new");
        await chen.SubmitAsync("main form", new() { ["Input.Key"] = key, ["Input.Name"] = "田守成", ["Input.Wanted"] = "两次点击的申请" });

        Here(chen).ShouldBe(second);
        first.ShouldNotBe(second);
        chen.Text.ShouldContain("内容相同");
    }

    [Fact]
    public async Task A_channel_without_a_signature_waits_for_the_confirmation()
    {
        using var chen = await web.LogInAsync("chen");
        await chen.OpenAsync("/work/requests/new");
        await chen.SubmitAsync("main form", new() { ["Input.Channel"] = "PlainPost", ["Input.Name"] = "季明芳", ["Input.Wanted"] = "平信寄来的申请", ["Input.ArrivedOn"] = "2026-01-19" });
        var at = Here(chen);
        chen.Text.ShouldContain("双方确认之日为收到申请之日");

        await chen.OpenAsync(at + "/confirm");
        await chen.SubmitAsync("main form[data-guard]", new() { ["Input.On"] = "2026-01-16" });
        chen.Text.ShouldContain("不能早于收到申请的日期");
        await chen.SubmitAsync("main form[data-guard]", new() { ["Input.On"] = "2026-01-20" });

        chen.At.ShouldBe(at);
        chen.Text.ShouldContain("2026-02-24（周二）");
    }

    [Fact]
    public async Task An_extension_is_the_heads_and_a_refusal_names_the_article()
    {
        using var chen = await web.LogInAsync("chen");
        var at = await FindAsync(chen, "云溪镇粮食直补资金分户清册");
        using var he = await web.LogInAsync("he");
        await he.OpenAsync(at + "/extend");

        await he.SubmitAsync("main form[data-guard]", new() { ["Input.Text"] = "来不及" });

        he.Page.QuerySelector("#Input_On-error")!.TextContent.ShouldContain("第三十三条第二款");
        he.Page.QuerySelector("[name='Input.Text']")!.TextContent.ShouldContain("来不及");
        (await chen.OpenAsync(at)).Page.QuerySelectorAll(".request-steps a[href$='/extend']").ShouldBeEmpty();
        chen.Page.QuerySelectorAll(".request-steps a[href$='/propose-extension']").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_was_entered_wrongly_stays_in_the_story_struck_through_with_its_reason()
    {
        using var chen = await web.LogInAsync("chen");
        var at = await RegisterAsync(chen, "录错一步的申请");
        await StepAsync(chen, at, "ask-party", new() { ["Input.Name"] = "某公司" });
        await chen.OpenAsync(at + "/retract");
        var asked = chen.Page.QuerySelectorAll("[name='Input.Event'] option").Single(option => option.TextContent.Contains("第三方", StringComparison.Ordinal));
        await chen.SubmitAsync("main form[data-guard]", new() { ["Input.Event"] = asked.GetAttribute("value"), ["Input.Text"] = "寄错了单位" });

        chen.Page.QuerySelectorAll(".story del").ShouldNotBeEmpty();
        chen.Text.ShouldContain("误录，不作数：寄错了单位");
    }

    [Fact]
    public async Task Another_agencys_case_is_not_there_and_its_files_are_not_handed_out()
    {
        using var chen = await web.LogInAsync("chen");
        var at = await RegisterAsync(chen, "带扫描件的申请");
        await chen.OpenAsync(at + "/add-file");
        await FileAsync(chen, at + "/add-file", Encoding.UTF8.GetBytes("一封手写的信"), "信.txt");
        await chen.OpenAsync(at);
        var file = chen.Page.QuerySelector("a[href*='/files/']")!.GetAttribute("href")!;
        using var handed = await chen.Client.GetAsync(new Uri(file, UriKind.Relative), Cancellation);
        handed.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        handed.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await handed.Content.ReadAsStringAsync(Cancellation)).ShouldBe("一封手写的信");

        using var pan = await web.LogInAsync("pan");
        foreach (var path in new[] { at, at + "/receipt", at + "/draft", at + "/assign", file })
        {
            (await pan.OpenAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        using var lin = await web.LogInAsync("lin");
        (await lin.OpenAsync(at)).Status.ShouldBe(HttpStatusCode.OK);
        lin.Text.ShouldNotContain("田守成");
        (await lin.OpenAsync(file)).Status.ShouldBe(HttpStatusCode.NotFound);
        lin.Page.QuerySelectorAll(".request-steps a").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_of_no_kind_that_is_taken_is_refused_in_a_sentence()
    {
        using var chen = await web.LogInAsync("chen");
        var at = await RegisterAsync(chen, "附了程序的申请");
        await chen.OpenAsync(at + "/add-file");

        var answer = await FileAsync(chen, at + "/add-file", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0], "letter.pdf");

        answer.ShouldContain("这个文件不能收");
        (await chen.OpenAsync(at)).Page.QuerySelectorAll("a[href*='/files/']").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_list_is_filtered_and_exported_as_it_is_shown()
    {
        using var chen = await web.LogInAsync("chen");
        await chen.OpenAsync("/work/requests?step=Reviewed");
        chen.Page.QuerySelectorAll("main tbody tr").Length.ShouldBeGreaterThanOrEqualTo(2);
        var shown = chen.Page.QuerySelectorAll("main tbody tr").Length;

        var csv = await chen.Client.GetStringAsync(new Uri("/work/requests?step=Reviewed&handler=Export&format=csv", UriKind.Relative), Cancellation);

        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(shown + 1);
        csv.ShouldNotContain("田守成");
    }

    [Fact]
    public async Task The_first_screen_of_a_head_tells_what_to_sign_and_what_is_late()
    {
        using var he = await web.LogInAsync("he");

        await he.OpenAsync("/work");

        he.Text.ShouldContain("云溪镇粮食直补资金分户清册");
        he.Text.ShouldContain("已逾期");
        he.Text.ShouldContain("审批延期");
        he.Page.QuerySelectorAll("a[href*='/work/requests/sign?case=']").Length.ShouldBeGreaterThanOrEqualTo(2);
        using var lin = await web.LogInAsync("lin");
        (await lin.OpenAsync("/work")).Text.ShouldContain("各机关在办的依申请公开");
    }

    [Fact]
    public async Task One_persons_cases_go_to_another_after_they_were_seen()
    {
        using var gao = await web.LogInAsync("gao");
        await gao.OpenAsync("/work/requests/hand-over");
        var from = Choice(gao, "徐蕾", "from");
        await gao.OpenAsync($"/work/requests/hand-over?from={from}");
        gao.Page.QuerySelectorAll("[name=Cases][checked]").Length.ShouldBeGreaterThanOrEqualTo(3);

        await gao.SubmitAsync("form[method=post][data-guard]", new() { ["To"] = "" });
        gao.Text.ShouldContain("请选择另一位承办人");
        await gao.SubmitAsync("form[method=post][data-guard]", new() { ["To"] = Choice(gao, "高远", "To") });

        gao.Text.ShouldContain("已移交");
        (await gao.OpenAsync($"/work/requests/hand-over?from={from}")).Text.ShouldContain("没有在办的申请");
    }

    private static async Task<string> RegisterAsync(Visitor visitor, string wanted)
    {
        await visitor.OpenAsync("/work/requests/new");
        await visitor.SubmitAsync("main form", new() { ["Input.Name"] = "田守成", ["Input.Telephone"] = "000-5550123", ["Input.Wanted"] = wanted });
        return Here(visitor);
    }

    private static string Here(Visitor visitor) => visitor.At.Replace("/receipt", "", StringComparison.Ordinal);

    private static async Task StepAsync(Visitor visitor, string at, string step, Dictionary<string, string?> typed)
    {
        await visitor.OpenAsync($"{at}/{step}");
        visitor.At.ShouldBe($"{at}/{step}");
        await visitor.SubmitAsync("main form[data-guard]", typed);
        visitor.At.ShouldBe(at, visitor.Page.QuerySelector("[data-error-summary]")?.TextContent);
    }

    private static string Choice(Visitor visitor, string words, string name = "Input.Handler") =>
        visitor.Page.QuerySelectorAll($"[name='{name}'] option").Single(option => option.TextContent.Trim() == words).GetAttribute("value")!;

    private static async Task<string> FindAsync(Visitor visitor, string wanted)
    {
        await visitor.OpenAsync($"/work/requests?all=true&q={Uri.EscapeDataString(wanted)}");
        return visitor.Page.QuerySelector("main tbody a")!.GetAttribute("href")!;
    }

    private static async Task<string> FileAsync(Visitor visitor, string path, byte[] content, string name)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(visitor.Page.QuerySelector("main form[data-guard] input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("Application"), "Input.Purpose" },
            { new ByteArrayContent(content), "Input.File", name },
        };
        using var response = await visitor.Client.PostAsync(new Uri(path, UriKind.Relative), form, Cancellation);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }
}
