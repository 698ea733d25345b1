using Gongkai.Platform.Storage;
using Gongkai.Testing.Web;
using Gongkai.Web.Tests.Applicants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests;

/// <summary>The public asked and answered over the wire; and nothing on any way out that was not released.</summary>
public sealed class ParticipationPagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_consultation_is_written_opened_commented_on_and_its_feedback_read()
    {
        const string title = "云溪镇农村生活垃圾分类办法（征求意见稿）";
        using var chen = await web.LogInAsync("chen");
        await chen.OpenAsync("/work/consultations/new");
        await chen.SubmitAsync("form[method=post][data-guard]", new() { ["Input.Title"] = "" });
        chen.Text.ShouldContain("请填写草案的名称");
        await chen.SubmitAsync("form[method=post][data-guard]", Consultation(title));
        var at = chen.At;
        var id = at.Split('/')[^1];
        await NowhereAsync(title, $"/consultations/{id}", "/consultations", "/agencies/2", $"/consultations/{id}/comment");
        await chen.SubmitAsync("form[action*='handler=Send']");
        chen.Page.QuerySelector("form[action*='handler=Release']").ShouldBeNull();
        await NowhereAsync(title, $"/consultations/{id}", "/consultations", "/agencies/2");

        using var he = await web.LogInAsync("he");
        await he.OpenAsync("/work");
        he.Text.ShouldContain(title);
        await he.OpenAsync(at);
        await he.SubmitAsync("form[action*='handler=Release']");
        he.Text.ShouldContain("已发布");
        using var citizen = web.Visit();
        foreach (var path in new[] { "/consultations", "/consultations?open=true", $"/consultations/{id}" })
        {
            (await citizen.OpenAsync(path)).Text.ShouldContain(title);
        }

        citizen.Page.QuerySelector("meta[name=ArticleTitle]")!.GetAttribute("content").ShouldBe(title);
        (await citizen.Client.GetStringAsync("/sitemap.xml", Cancellation)).ShouldContain($"/consultations/{id}<");
        await citizen.OpenAsync($"/consultations/{id}/comment");
        await citizen.SubmitAsync("[data-work]", new() { ["Input.Content"] = "建议增加宣传", ["Answer"] = "99" });
        citizen.Text.ShouldContain("小问题没有答对");
        citizen.Page.QuerySelector("#Input_Content")!.TextContent.Trim().ShouldBe("建议增加宣传");
        await citizen.SubmitAsync("[data-work]", new() { ["Input.Name"] = "张小三", ["Answer"] = Citizen.AnswerOf(citizen) });
        citizen.Text.ShouldContain($"{id}-1");
        await NowhereAsync("建议增加宣传", $"/consultations/{id}", "/consultations");

        await EndAsync("consultations", id);
        await chen.OpenAsync($"{at}/comments");
        chen.Text.ShouldContain("张小三");
        await chen.SubmitAsync("form[method=post][action*='/comments']", new() { ["comment"] = chen.Page.QuerySelector("[name=comment]")!.GetAttribute("value"), ["Judged"] = "Adopted" });
        chen.Text.ShouldContain("采纳");
        using var file = await chen.Client.GetAsync($"{at}/comments?handler=Export&format=csv", Cancellation);
        (await file.Content.ReadAsStringAsync(Cancellation)).ShouldSatisfyAllConditions(text => text.ShouldContain("建议增加宣传"), text => text.ShouldNotContain("张小三"));
        await chen.OpenAsync($"{at}/feedback");
        await chen.SubmitAsync("form[method=post][data-guard]:not([action])", new() { ["Body"] = "<p>增加宣传的意见已经采纳进草案。</p>" });
        await chen.SubmitAsync("form[action*='handler=Send']");
        await NowhereAsync("已经采纳进草案", $"/consultations/{id}");
        await he.OpenAsync($"{at}/feedback");
        await he.SubmitAsync("form[action*='handler=Release']");
        (await citizen.OpenAsync($"/consultations/{id}")).Text.ShouldContain("已经采纳进草案");
        citizen.Text.ShouldContain("收到意见 1 条，采纳 1 条");
        (await citizen.OpenAsync($"/consultations/{id}/comment")).Text.ShouldContain("不再收意见");

        await he.OpenAsync(at);
        await he.SubmitAsync("form[action*='handler=Withdraw']", new() { ["remark"] = "草案有误" });
        await NowhereAsync(title, $"/consultations/{id}", "/consultations", "/agencies/2");
        (await citizen.Client.GetStringAsync("/sitemap.xml", Cancellation)).ShouldNotContain($"/consultations/{id}<");
    }

    [Fact]
    public async Task A_letter_is_written_answered_and_made_public_by_two_people()
    {
        using var citizen = web.Visit();
        await citizen.OpenAsync("/letters/new?agency=2");
        await citizen.SubmitAsync("[data-work]", new() { ["Input.Subject"] = "残疾补贴怎么领", ["Input.Content"] = "母亲八十岁，电话13912345678", ["Input.Name"] = "李明", ["Input.Agency"] = await AgencyAsync("云溪镇"), ["Answer"] = Citizen.AnswerOf(citizen) });
        citizen.Text.ShouldContain("来信已经提交");
        var codes = citizen.Page.QuerySelectorAll(".receipt-code").Select(code => code.TextContent.Trim()).ToList();
        using var other = web.Visit();
        await other.OpenAsync("/letters/track");
        await other.SubmitAsync("main form", new() { ["Number"] = codes[0], ["Code"] = "AAAA-AAAA-AAAA-AAAA" });
        other.Text.ShouldContain("没有查到");
        await other.SubmitAsync("main form", new() { ["Number"] = codes[0], ["Code"] = codes[1] });
        other.Text.ShouldContain("残疾补贴怎么领");

        using var chen = await web.LogInAsync("chen");
        await chen.OpenAsync("/work/letters?isOpen=true");
        await chen.OpenAsync(chen.Page.QuerySelectorAll("main table a").Single(link => link.TextContent == "残疾补贴怎么领").GetAttribute("href")!);
        var at = chen.At;
        var id = at.Split('/')[^1];
        chen.Text.ShouldContain("李明");
        await chen.SubmitAsync("#Handler", new() { ["Handler"] = "" });
        chen.Text.ShouldContain("请选择本机关办理来信的在岗人员");
        var me = chen.Page.QuerySelectorAll("#Handler option").Single(option => option.TextContent == "陈小禾").GetAttribute("value");
        await chen.SubmitAsync("#Handler", new() { ["Handler"] = me, ["Note"] = "先问民政办" });
        chen.Text.ShouldContain("陈小禾承办：先问民政办");
        (await chen.OpenAsync("/work/letters?mine=true")).Text.ShouldContain("残疾补贴怎么领");
        (await other.OpenAsync("/letters/track")).Text.ShouldNotContain("先问民政办");
        using var file = await chen.Client.GetAsync("/work/letters?handler=Export&format=csv&mine=true", Cancellation);
        (await file.Content.ReadAsStringAsync(Cancellation)).ShouldSatisfyAllConditions(text => text.ShouldContain("残疾补贴怎么领"), text => text.ShouldContain("陈小禾"), text => text.ShouldNotContain("赶集日"));
        await chen.OpenAsync(at);
        await chen.SubmitAsync("#Answer", new() { ["Answer"] = "到便民服务中心办理。" });
        (await other.OpenAsync("/letters/track")).Text.ShouldContain("到便民服务中心办理");
        await NowhereAsync("残疾补贴怎么领", "/letters", $"/letters/{id}", "/agencies/2");
        await chen.OpenAsync($"{at}/publication");
        chen.Page.QuerySelector("#Input_Question")!.TextContent.ShouldNotContain("13912345678");
        await chen.SubmitAsync("#Input_Question", new() { ["Input.Question"] = "残疾补贴怎么领？" });
        await chen.SubmitAsync("form[action*='handler=Send']");
        await NowhereAsync("残疾补贴怎么领", "/letters", $"/letters/{id}", "/search?q=残疾补贴");
        using var he = await web.LogInAsync("he");
        await he.OpenAsync($"{at}/publication");
        await he.SubmitAsync("form[action*='handler=Release']");
        using var visitor = web.Visit();
        (await visitor.OpenAsync("/letters?text=残疾补贴")).Text.ShouldContain("残疾补贴怎么领");
        (await visitor.OpenAsync("/search?q=残疾补贴")).Page.QuerySelectorAll("#found-participation + ul a").ShouldHaveSingleItem().GetAttribute("href").ShouldBe($"/letters/{id}");
        (await visitor.OpenAsync($"/letters/{id}")).Text.ShouldSatisfyAllConditions(text => text.ShouldContain("到便民服务中心办理"), text => text.ShouldNotContain("李明"), text => text.ShouldNotContain("13912345678"));
        (await visitor.Client.GetStringAsync("/sitemap.xml", Cancellation)).ShouldContain($"/letters/{id}<");
        await he.OpenAsync($"{at}/publication");
        await he.SubmitAsync("form[action*='handler=Withdraw']", new() { ["remark"] = "来信人要求" });
        await NowhereAsync("残疾补贴怎么领", "/letters", $"/letters/{id}", "/agencies/2", "/search?q=残疾补贴");
    }

    [Fact]
    public async Task Whether_the_days_of_a_letter_begin_anew_when_it_is_handed_on_is_a_setting_that_its_page_says()
    {
        using var chen = await web.LogInAsync("chen");
        (await chen.OpenAsync("/work/letters/2")).Text.ShouldContain("期限从收到来信那天连续计算");
        using var system = await web.LogInAsync("system");
        await system.OpenAsync("/work/operations/settings");
        await system.SubmitAsync("#Input_SiteName", new() { ["Input.BeginsAnewWhenHandedOn"] = "true" });
        system.Page.QuerySelector("#Input_BeginsAnewWhenHandedOn")!.HasAttribute("checked").ShouldBeTrue();
        (await chen.OpenAsync("/work/letters/2")).Text.ShouldContain("期限从转交那天重新计算");
    }

    [Fact]
    public async Task A_questionnaire_is_answered_once_and_its_results_read_when_they_are_released()
    {
        using var chen = await web.LogInAsync("chen");
        await chen.OpenAsync("/work/questionnaires/new");
        await chen.SubmitAsync("button[name=more][value=false]", new()
        {
            ["Input.Title"] = "便民服务满意度", ["Input.FirstDay"] = "2026-01-20", ["Input.LastDay"] = "2026-02-20",
            ["Input.Questions[0].Text"] = "满意吗？", ["Input.Questions[0].Kind"] = "One", ["Input.Questions[0].Options"] = "满意\n不满意", ["Input.Questions[1].Text"] = "什么建议？", ["Input.Questions[1].Kind"] = "Text", ["Input.Questions[1].IsRequired"] = "false",
        });
        var at = chen.At;
        var id = at.Split('/')[^1];
        await NowhereAsync("便民服务满意度", "/questionnaires", $"/questionnaires/{id}", $"/questionnaires/{id}/answer");
        await chen.SubmitAsync("form[action*='handler=Send']");
        using var he = await web.LogInAsync("he");
        await he.OpenAsync(at);
        await he.SubmitAsync("form[action*='handler=Release']");
        using var citizen = web.Visit();
        await citizen.OpenAsync($"/questionnaires/{id}/answer");
        await citizen.SubmitAsync("[data-work]", new() { ["Answer"] = Citizen.AnswerOf(citizen) });
        citizen.Text.ShouldContain("请回答第 1 题");
        await citizen.SubmitAsync("[data-work]", new() { ["Answers[0].Chosen"] = "0", ["Answers[1].Text"] = "=多开窗口", ["Answer"] = Citizen.AnswerOf(citizen) });
        citizen.Text.ShouldContain("已经收到");
        (await citizen.OpenAsync($"/questionnaires/{id}/answer")).Text.ShouldContain("已经参加过");
        await EndAsync("questionnaires", id);
        await NowhereAsync("收回 1 份", $"/questionnaires/{id}");
        await he.OpenAsync(at);
        await he.SubmitAsync("form[action*='handler=Results']", new() { ["note"] = "总体满意" });
        (await citizen.OpenAsync($"/questionnaires/{id}")).Text.ShouldSatisfyAllConditions(text => text.ShouldContain("收回 1 份"), text => text.ShouldContain("100%"), text => text.ShouldNotContain("多开窗口"));
        (await chen.OpenAsync($"{at}/texts/1")).Text.ShouldContain("多开窗口");
        await chen.OpenAsync(at);
        using var file = await chen.Client.GetAsync(chen.Page.QuerySelectorAll("main a").Single(link => link.TextContent.Trim() == "导出 CSV").GetAttribute("href"), Cancellation);
        (await file.Content.ReadAsStringAsync(Cancellation)).ShouldBe("序号,提交日期,1. 满意吗？,2. 什么建议？\r\n1,2026-01-20,满意,'=多开窗口\r\n");
        using var book = await chen.Client.GetAsync($"{at}?handler=Export&format=xlsx", Cancellation);
        book.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("网上调查的回答.xlsx");
        (await chen.Client.GetAsync($"{at}?handler=Export&format=exe", Cancellation)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_reading_point_is_on_its_page_on_that_of_its_agency_and_in_the_open_data()
    {
        using var chen = await web.LogInAsync("chen");
        await chen.OpenAsync("/work/reading-points/edit");
        await chen.SubmitAsync("form[method=post][data-guard]", new()
        {
            ["Input.Name"] = "云溪镇便民服务中心", ["Input.Address"] = "云溪镇和顺路2号一楼", ["Input.Hours"] = "工作日8:30—17:30", ["Input.WorkdayFrom"] = "08:30", ["Input.WorkdayTo"] = "17:30", ["Input.Longitude"] = "30.1", ["Input.Latitude"] = "110.1",
        });
        chen.Text.ShouldContain("经纬度不对");
        await chen.SubmitAsync("form[method=post][data-guard]", new() { ["Input.Longitude"] = "110.1", ["Input.Latitude"] = "30.1" });
        chen.Text.ShouldContain("云溪镇便民服务中心");
        using var visitor = web.Visit();
        await visitor.OpenAsync("/reading-points");
        visitor.Text.ShouldContain("现在开放");
        visitor.Page.QuerySelector("a[href='geo:30.1,110.1']").ShouldNotBeNull();
        foreach (var path in new[] { $"/agencies/{await AgencyAsync("云溪镇")}", "/data/reading-points.csv", "/data/reading-points.json" })
        {
            (await visitor.Client.GetStringAsync(path, Cancellation)).ShouldContain("云溪镇便民服务中心", Case.Sensitive, path);
        }

        await chen.OpenAsync("/work/reading-points");
        await chen.SubmitAsync("form[action*='handler=Close']");
        await NowhereAsync("云溪镇便民服务中心", "/reading-points", "/data/reading-points.csv", "/data/reading-points.json");
    }

    private static Dictionary<string, string?> Consultation(string title) => new()
    {
        ["Input.Title"] = title, ["Input.Basis"] = "MarketRules", ["Input.FirstDay"] = "2026-01-20", ["Input.LastDay"] = "2026-02-25", ["Input.Note"] = "为了改善环境，起草本办法。",
        ["Input.Body"] = "<p>第一条　为了改善环境，制定本办法。</p>", ["Input.Contact"] = "云溪镇政府办公室",
    };

    private async Task NowhereAsync(string text, params string[] paths)
    {
        using var visitor = web.Visit();
        foreach (var path in paths)
        {
            using var response = await visitor.Client.GetAsync(path, Cancellation);
            (await response.Content.ReadAsStringAsync(Cancellation)).ShouldNotContain(text, Case.Sensitive, path);
        }
    }

    /// <summary>Puts its last day behind.</summary>
    private async Task EndAsync(string table, string id)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var key = long.Parse(id, System.Globalization.CultureInfo.InvariantCulture);
        var last = new DateOnly(2026, 1, 19);
        var changed = table == "consultations"
            ? await db.Consultations.Where(found => found.Id == key).ExecuteUpdateAsync(set => set.SetProperty(found => found.LastDay, last).SetProperty(found => found.FirstDay, last), Cancellation)
            : await db.Questionnaires.Where(found => found.Id == key).ExecuteUpdateAsync(set => set.SetProperty(found => found.LastDay, last).SetProperty(found => found.FirstDay, last), Cancellation);
        changed.ShouldBe(1);
    }

    private async Task<string> AgencyAsync(string shortName)
    {
        await using var scope = web.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Agencies.Where(agency => agency.ShortName == shortName).Select(agency => agency.Id).SingleAsync(Cancellation)).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
