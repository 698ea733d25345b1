using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>What every answer tells a browser to keep to.</summary>
public sealed class HeadersTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/account/login")]
    [InlineData("/no-such-page")]
    [InlineData("/api/v1/agencies")]
    public async Task Scripts_and_styles_come_from_here_and_nobody_frames_the_page(string path)
    {
        using var visitor = web.Visit();
        using var response = await visitor.Client.GetAsync(path, TestContext.Current.CancellationToken);

        var policy = response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task The_cookie_of_a_session_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var visitor = web.Visit();
        await visitor.OpenAsync("/account/login");
        var token = visitor.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("Input.UserName", "lin"), new("Input.Password", web.Password), new("__RequestVerificationToken", token)]);
        using var response = await visitor.Client.PostAsync(new Uri("/account/login", UriKind.Relative), form, TestContext.Current.CancellationToken);

        var cookie = response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("gongkai=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
    }
}
