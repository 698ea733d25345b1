using System.Net;
using System.Text;
using Gongkai.Platform.Storage;
using Gongkai.Testing.Web;
using Gongkai.Web.Tests.Applicants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests;

/// <summary>The years for which cases are kept, the days for a complaint, and the correction of one's own record, over the wire.</summary>
public sealed class KeepingPagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    [Fact]
    public async Task The_years_and_the_days_of_the_local_rule_are_settings()
    {
        using var system = await web.LogInAsync("system");
        await system.OpenAsync("/work/operations/settings");
        system.Page.QuerySelector("[name='Input.KeepDisputed']")!.GetAttribute("value").ShouldBe("30");
        await system.SubmitAsync("main form", new() { ["Input.KeepAnswered"] = "0", ["Input.ComplaintDays"] = "0" });
        system.Page.QuerySelector("#Input_KeepAnswered-error")!.TextContent.ShouldContain("5 到 100");
        system.Page.QuerySelector("#Input_ComplaintDays-error")!.TextContent.ShouldContain("1 到 120");

        await system.SubmitAsync("main form", new() { ["Input.KeepAnswered"] = "15", ["Input.KeepWithheld"] = "10", ["Input.KeepEnded"] = "10", ["Input.ComplaintDays"] = "30" });

        (await system.OpenAsync("/work/operations/settings")).Page.QuerySelector("[name='Input.KeepAnswered']")!.GetAttribute("value").ShouldBe("15");
        using var chen = await web.LogInAsync("chen");
        (await chen.OpenAsync("/work/retention")).Text.ShouldContain("已答复的 15 年");
        (await chen.OpenAsync("/work/retention?proposed=true")).Status.ShouldBe(HttpStatusCode.OK);
        (await chen.OpenAsync("/work/proactive?decided=true")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_person_proposes_what_becomes_of_an_old_case_and_another_confirms_it()
    {
        await SqlAsync("INSERT INTO settings (name, value) VALUES ('retention-rules', '{\"answered\":0,\"withheld\":0,\"ended\":0,\"disputed\":30}') ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        using var chen = await web.LogInAsync("chen");
        await chen.OpenAsync("/work/retention");
        var at = chen.Page.QuerySelector("main tbody a")!.GetAttribute("href")!;
        await chen.SubmitAsync("#propose", new() { ["Action"] = "Anonymise", ["Reason"] = "保管期满" });
        chen.Text.ShouldContain("请先勾选");
        await chen.SubmitAsync("#propose", new() { ["Cases"] = at.Split('/')[^1], ["Action"] = "Anonymise", ["Reason"] = "保管期满" });
        chen.Text.ShouldContain("已提出 1 件");
        chen.Page.QuerySelectorAll("form[action*='handler=Decide']").ShouldBeEmpty();

        using var he = await web.LogInAsync("he");
        await he.OpenAsync("/work/retention?proposed=true");
        await he.SubmitAsync("form[action*='handler=Decide']");
        he.Text.ShouldContain("已确认并处理");

        (await chen.OpenAsync(at)).Text.ShouldContain("匿名化");
        chen.Page.QuerySelectorAll(".request-steps a:not([href*='disputes'])").ShouldBeEmpty();
        (await chen.OpenAsync("/requests")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_several_people_were_given_is_decided_by_the_head_with_a_reason()
    {
        await SqlAsync(
            """
            UPDATE requests SET wanted = '小型水库名录' WHERE id IN (SELECT min(id) FROM requests WHERE outcome IN ('Granted', 'PartlyGranted')
                AND agency_id = (SELECT agency_id FROM posts JOIN accounts ON accounts.id = posts.account_id WHERE user_name = 'he' LIMIT 1) GROUP BY applicant_key)
            """);
        using var he = await web.LogInAsync("he");
        (await he.OpenAsync("/work/proactive")).Text.ShouldContain("小型水库名录");

        await he.SubmitAsync("button[name=accepted][value=true]", new() { ["reason"] = "关注的人多" });

        he.Text.ShouldContain("转为主动公开：关注的人多");
        (await he.OpenAsync("/work/proactive")).Text.ShouldNotContain("小型水库名录");
    }

    [Fact]
    public async Task A_correction_says_what_is_wrong_and_brings_its_proof()
    {
        using var visitor = web.Visit();
        await visitor.OpenAsync("/request?agency=2&kind=Correction");
        await visitor.SubmitAsync(".request-form", Citizen.Fields);
        visitor.Page.QuerySelector("#Input_Features-error")!.TextContent.ShouldContain("应当是什么");
        await visitor.SubmitAsync(".request-form", new(Citizen.Fields) { ["Input.Features"] = "写成1970年，应当是1990年" });
        visitor.Text.ShouldContain("更正与本人有关的记录");
        await Citizen.SendAsync(visitor);
        visitor.Page.QuerySelector("#Files-error")!.TextContent.ShouldContain("第四十一条");

        using var form = new MultipartFormDataContent();
        foreach (var input in visitor.Page.QuerySelectorAll("form:has([data-work]) input[type=hidden], form[data-work] input[type=hidden]"))
        {
            form.Add(new StringContent(input.GetAttribute("value") ?? ""), input.GetAttribute("name")!);
        }

        form.Add(new StringContent(Citizen.AnswerOf(visitor)), "Answer");
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes("户口簿的抄件")), "Files", "证明.txt");
        using var response = await visitor.Client.PostAsync(new Uri("/request?handler=Send", UriKind.Relative), form, TestContext.Current.CancellationToken);

        await visitor.OpenAsync("/request/track");
        visitor.Text.ShouldContain("更正与本人有关的记录");
        visitor.Text.ShouldContain("证明.txt");
    }

    private async Task SqlAsync(string sql)
    {
        await using var scope = web.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }
}
