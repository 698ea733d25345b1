using System.Net;
using System.Text;
using Gongkai.Testing.Web;
using Gongkai.Web.Tests.Applicants;

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

        await system.SubmitAsync("main form", new() { ["Input.KeepAnswered"] = "15", ["Input.ComplaintDays"] = "30" });

        (await system.OpenAsync("/work/operations/settings")).Page.QuerySelector("[name='Input.KeepAnswered']")!.GetAttribute("value").ShouldBe("15");
        using var chen = await web.LogInAsync("chen");
        (await chen.OpenAsync("/work/retention")).Text.ShouldContain("已答复的 15 年");
        (await chen.OpenAsync("/work/retention?proposed=true")).Status.ShouldBe(HttpStatusCode.OK);
        (await chen.OpenAsync("/work/proactive?decided=true")).Status.ShouldBe(HttpStatusCode.OK);
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
}
