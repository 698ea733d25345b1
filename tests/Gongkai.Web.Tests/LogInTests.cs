using System.Net;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>The way in and out, as someone with a browser meets it.</summary>
public sealed class LogInTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    [Fact]
    public async Task Who_knows_the_password_is_let_in_and_can_leave()
    {
        using var visitor = await web.LogInAsync("chen");
        visitor.At.ShouldBe("/work");
        await visitor.OpenAsync("/account");
        visitor.Text.ShouldContain("陈小禾");

        await visitor.SubmitAsync("form[action='/account/sign-out']");
        await visitor.OpenAsync("/work/filings");

        visitor.At.ShouldStartWith("/account/login");
    }

    [Fact]
    public async Task A_wrong_password_says_so_and_keeps_the_name()
    {
        using var visitor = web.Visit();
        await visitor.OpenAsync("/account/login");
        await visitor.SubmitAsync("form[method=post]", new() { ["Input.UserName"] = "zhao", ["Input.Password"] = "not-the-password" });

        visitor.Text.ShouldContain("用户名或密码不对");
        visitor.Page.QuerySelector("[name='Input.UserName']")!.GetAttribute("value").ShouldBe("zhao");
        visitor.Page.QuerySelector("[name='Input.Password']")!.HasAttribute("value").ShouldBeFalse();
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var visitor = web.Visit();
        using var form = new FormUrlEncodedContent([new("Input.UserName", "chen"), new("Input.Password", web.Password)]);
        using var response = await visitor.Client.PostAsync(new Uri("/account/login", UriKind.Relative), form, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await visitor.OpenAsync("/work/filings");
        visitor.At.ShouldStartWith("/account/login");
    }

    [Fact]
    public async Task The_page_that_was_asked_for_follows_on_logging_in()
    {
        using var visitor = web.Visit();
        await visitor.OpenAsync("/work/campaigns");
        await visitor.SubmitAsync("form[method=post]", new() { ["Input.UserName"] = "lin", ["Input.Password"] = web.Password });

        visitor.At.ShouldBe("/work/campaigns");
    }

    [Fact]
    public async Task An_address_elsewhere_is_not_followed()
    {
        using var visitor = web.Visit();
        await visitor.OpenAsync("/account/login?next=https://elsewhere.example/");
        await visitor.SubmitAsync("form[method=post]", new() { ["Input.UserName"] = "lin", ["Input.Password"] = web.Password });

        visitor.At.ShouldBe("/work");
    }
}
