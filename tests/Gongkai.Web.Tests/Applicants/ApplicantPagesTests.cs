using System.Net;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests.Applicants;

/// <summary>A citizen's way from the form to the reply, over HTTP and without scripts.</summary>
public sealed class ApplicantPagesTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private const int Agency = 2;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_an_empty_search_to_the_form_with_the_words_carried_over()
    {
        using var visitor = web.Visit();
        await visitor.OpenAsync("/search?q=%E6%B0%B4%E5%BA%93%E7%A7%BB%E6%B0%91");
        await visitor.OpenAsync(visitor.Page.QuerySelector("main a[href^='/request?q=']")!.GetAttribute("href")!);
        await visitor.OpenAsync(visitor.Page.QuerySelector("main .list-group a")!.GetAttribute("href")!);

        visitor.Page.QuerySelector("[name='Input.Wanted']")!.TextContent.Trim().ShouldBe("水库移民");
        visitor.Text.ShouldNotContain("用途：");
    }

    [Fact]
    public async Task A_mistake_is_told_beside_its_field_and_nothing_that_was_typed_is_lost()
    {
        using var visitor = web.Visit();
        await Citizen.FillAsync(visitor, Agency, new(Citizen.Fields) { ["Input.IdentityNumber"] = "110101199003074470", ["Input.Supply"] = "Post", ["Input.Features"] = "<b>2019年</b>" });

        visitor.Page.QuerySelector("#Input_IdentityNumber-error")!.TextContent.ShouldContain("证件号码不对");
        visitor.Page.QuerySelector("#Input_Address-error")!.TextContent.ShouldContain("收件地址");
        visitor.Page.QuerySelector("[name='Input.Wanted']")!.TextContent.Trim().ShouldBe("青禾水库移民补偿标准");
        visitor.Page.QuerySelector("[name='Input.Features']")!.TextContent.Trim().ShouldBe("<b>2019年</b>");
        visitor.Page.QuerySelector("[name='Input.IdentityNumber']")!.GetAttribute("value").ShouldBe("110101199003074470");
        visitor.Page.QuerySelector("[name='Input.Supply'][value=Post]")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task The_day_of_the_answer_is_shown_before_sending_and_again_on_the_receipt()
    {
        using var visitor = web.Visit();
        await Citizen.FillAsync(visitor, Agency);
        visitor.Text.ShouldContain("2026-02-24（周二）");
        visitor.Text.ShouldContain("2026-02-25（周三）");

        await Citizen.SendAsync(visitor);

        visitor.At.ShouldBe("/request/receipt");
        visitor.Text.ShouldContain("2026-02-24（周二）");
        visitor.Page.QuerySelector(".qr svg").ShouldNotBeNull();
        var receipt = await visitor.Client.GetStringAsync("/request/receipt.txt", Cancellation);
        receipt.ShouldContain(visitor.Page.QuerySelectorAll(".receipt-code")[1].TextContent.Trim());
        (await visitor.Client.GetStringAsync("/request/track/calendar.ics", Cancellation)).ShouldContain("DTSTART;VALUE=DATE:20260225\r\n");
    }

    [Fact]
    public async Task A_wrong_answer_keeps_the_form_and_asks_another_question()
    {
        using var visitor = web.Visit();
        await Citizen.FillAsync(visitor, Agency);

        await Citizen.SendAsync(visitor, "99");

        visitor.Text.ShouldContain("小问题没有答对");
        visitor.Text.ShouldContain("青禾水库移民补偿标准");
        await Citizen.SendAsync(visitor);
        visitor.At.ShouldBe("/request/receipt");
    }

    [Fact]
    public async Task A_question_that_was_answered_is_good_for_its_own_form_only()
    {
        using var first = web.Visit();
        using var second = web.Visit();
        await Citizen.FillAsync(first, Agency);
        await Citizen.FillAsync(second, Agency);
        var ticket = first.Page.QuerySelector("[name=Ticket]")!.GetAttribute("value");

        for (var answer = 2; answer <= 18; answer += 4)
        {
            await second.SubmitAsync("[data-work]", new() { ["Ticket"] = ticket, ["Answer"] = answer.ToString(null, null) });
            second.Text.ShouldContain("小问题没有答对");
        }
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_case()
    {
        using var visitor = web.Visit();
        await Citizen.FillAsync(visitor, Agency);
        using var twice = web.Visit();
        var form = visitor.Page;
        await Citizen.SendAsync(visitor);
        var number = visitor.Page.QuerySelector(".receipt-code")!.TextContent;

        await twice.OpenAsync($"/request?agency={Agency}");
        await twice.SubmitAsync(".request-form", new(Citizen.Fields) { ["Input.Key"] = form.QuerySelector("[name='Input.Key']")!.GetAttribute("value") });
        await Citizen.SendAsync(twice);

        twice.At.ShouldBe("/request/receipt?again=true");
        twice.Page.QuerySelector(".receipt-code")!.TextContent.ShouldBe(number);
    }

    [Fact]
    public async Task What_was_unclear_is_supplied_and_the_period_begins_anew()
    {
        using var visitor = web.Visit();
        var (number, code) = await Citizen.AskAsync(visitor, Agency, new(Citizen.Fields) { ["Input.Name"] = "李丽" });
        var desk = new Desk(web, number);
        await desk.ConfirmAsync();
        await desk.AskClarificationAsync("请写明是哪一年的标准");
        using var later = web.Visit();
        await Citizen.OpenAsync(later, number.Replace("-", "－", StringComparison.Ordinal), code.ToLowerInvariant());
        later.Text.ShouldContain("请写明是哪一年的标准");
        later.Text.ShouldContain("等您办理");

        await later.SubmitAsync("form[action*='Clarify']", new() { ["Text"] = " " });
        later.Page.QuerySelector("#Text-error").ShouldNotBeNull();
        await later.SubmitAsync("form[action*='Clarify']", new() { ["Text"] = "2019年的" });

        later.At.ShouldBe("/request/track");
        later.Text.ShouldContain("补正已经送到受理机关");
        later.Text.ShouldContain("2019年的");
        later.Page.QuerySelector("form[action*='Clarify']").ShouldBeNull();
    }

    [Fact]
    public async Task The_reply_and_what_goes_with_it_are_fetched_with_the_last_days_of_the_remedies()
    {
        using var visitor = web.Visit();
        var (number, _) = await Citizen.AskAsync(visitor, Agency);
        var desk = new Desk(web, number);
        await desk.ConfirmAsync();
        await desk.ServeAsync();

        await visitor.OpenAsync("/request/track");

        visitor.Text.ShouldContain("予以公开");
        visitor.Text.ShouldContain("2026-03-23（周一）");
        var file = visitor.Page.QuerySelector("main a[href^='/request/track/files/']")!.GetAttribute("href")!;
        var paper = visitor.Page.QuerySelector("main a[href^='/request/track/papers/']")!.GetAttribute("href")!;
        using var got = await visitor.Client.GetAsync(file, Cancellation);
        (await got.Content.ReadAsStringAsync(Cancellation)).ShouldBe("每亩三万元");
        got.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        got.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await visitor.Client.GetStringAsync("/request/track/calendar.ics", Cancellation)).ShouldContain("DTSTART;VALUE=DATE:20260323\r\n");

        using var stranger = web.Visit();
        await Citizen.AskAsync(stranger, Agency, new(Citizen.Fields) { ["Input.Name"] = "外人" });
        using var nobody = web.Visit();
        foreach (var way in new[] { file, paper })
        {
            (await stranger.Client.GetAsync(way, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await nobody.Client.GetAsync(way, Cancellation)).Headers.Location!.OriginalString.ShouldBe("/request/track");
        }

        foreach (var way in new[] { "/request/receipt", "/request/receipt.txt", "/request/track/calendar.ics" })
        {
            (await nobody.OpenAsync(way)).At.ShouldBe("/request/track");
            nobody.Text.ShouldNotContain(number);
        }
    }

    [Fact]
    public async Task A_wrong_number_and_a_wrong_code_are_answered_alike()
    {
        using var visitor = web.Visit();
        var (number, code) = await Citizen.AskAsync(visitor, Agency);
        using var guesser = web.Visit();

        await Citizen.OpenAsync(guesser, number, "AAAA-BBBB-CCCC-DDDD");
        var wrongCode = guesser.Page.QuerySelector("main [role=alert]")!.TextContent;
        await Citizen.OpenAsync(guesser, "2026-9999", code);

        guesser.Page.QuerySelector("main [role=alert]")!.TextContent.ShouldBe(wrongCode);
        guesser.Client.DefaultRequestHeaders.ShouldBeEmpty();
        (await guesser.OpenAsync("/request/track")).Page.QuerySelector("[data-open-case]").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_request_is_withdrawn_only_by_one_who_is_sure_and_stands_in_the_public_ledger_without_a_name()
    {
        using var visitor = web.Visit();
        var (number, _) = await Citizen.AskAsync(visitor, Agency);
        await visitor.OpenAsync("/request/track");

        await visitor.SubmitAsync("form[action*='Withdraw']");
        visitor.Text.ShouldContain("请先勾选");
        await visitor.SubmitAsync("form[action*='Withdraw']", new() { ["IsSure"] = "true", ["WhyWithdrawn"] = "周小舟自己找到了" });

        visitor.Text.ShouldContain("您已撤回");
        using var anybody = web.Visit();
        await anybody.OpenAsync($"/requests?agency={Agency}");
        anybody.Text.ShouldContain(number);
        anybody.Text.ShouldNotContain("周小舟");
        var data = await anybody.Client.GetStringAsync("/data/requests/2026.csv", Cancellation);
        data.ShouldContain(number);
        data.ShouldNotContain("周小舟");
        (await anybody.Client.GetStringAsync($"/api/v1/requests?agency={Agency}", Cancellation)).ShouldContain(number);
    }

    [Fact]
    public async Task Who_has_seen_enough_leaves_and_the_case_is_closed_to_the_browser()
    {
        using var visitor = web.Visit();
        var (number, _) = await Citizen.AskAsync(visitor, Agency);
        await visitor.OpenAsync("/request/track");
        visitor.Text.ShouldContain(number);

        await visitor.SubmitAsync("form[action*='Leave']");

        visitor.Text.ShouldNotContain(number);
        (await visitor.OpenAsync("/request/receipt")).Text.ShouldNotContain(number);
    }

    [Theory]
    [InlineData("/calculator?from=2026-02-13&period=Answer", "2026-03-19（周四）")]
    [InlineData("/calculator?from=2026-02-14&period=Answer", "2026-03-20（周五）")]
    [InlineData("/calculator?from=2026-02-13&period=ClarificationNotice", "2026-03-02（周一）")]
    [InlineData("/calculator?from=2026-01-20&period=Reconsideration", "2026-03-23（周一）")]
    [InlineData("/calculator?from=2026-01-20&period=Own&days=1", "2026-01-21（周三）")]
    [InlineData("/calculator?from=99999&period=Answer", "请填写")]
    [InlineData("/calculator?from=2026-01-20&period=Own&days=100000", "请填写")]
    public async Task Anybody_has_a_period_counted(string address, string expected)
    {
        using var visitor = web.Visit();

        await visitor.OpenAsync(address);

        visitor.Status.ShouldBe(HttpStatusCode.OK);
        visitor.Text.ShouldContain(expected);
    }

    [Fact]
    public async Task A_program_has_it_counted_too()
    {
        using var visitor = web.Visit();

        (await visitor.Client.GetStringAsync("/api/v1/working-days?from=2026-02-13&days=20", Cancellation)).ShouldContain("\"lastDay\":\"2026-03-19\"");
        (await visitor.Client.GetAsync("/api/v1/working-days?from=2026-02-13&days=0", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.Client.GetAsync("/api/v1/working-days?from=9999-12-31&days=20", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/request?agency=999999")]
    [InlineData("/request?agency=abc")]
    [InlineData("/request?find=%00")]
    [InlineData("/requests?year=-1&after=x-y&outcome=Nothing")]
    [InlineData("/requests?year=99999&after=20260101-99999999999999999999")]
    public async Task A_strange_address_is_answered_with_a_page(string address)
    {
        using var visitor = web.Visit();

        (await visitor.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
    }
}
