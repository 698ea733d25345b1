using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Testing.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests;

/// <summary>The second factor: set up with the telephone, asked for at the next login, replaced once by a recovery code.</summary>
public sealed class SecondFactorTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    [Fact]
    public async Task Whoever_has_set_it_up_needs_it_to_log_in()
    {
        using var gao = await web.LogInAsync("gao");
        await gao.OpenAsync("/account/security");
        var key = gao.Page.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await gao.SubmitAsync("form[action*='Enrol']", new() { ["Code"] = "000000" });
        gao.Page.QuerySelectorAll(".codes code").ShouldBeEmpty();
        await gao.SubmitAsync("form[action*='Enrol']", new() { ["Code"] = Totp.CodeAt(key, Now) });
        var recovery = gao.Page.QuerySelectorAll(".codes code").Select(code => code.TextContent).ToList();
        recovery.ShouldNotBeEmpty();

        using var again = await web.LogInAsync("gao");
        again.At.ShouldStartWith("/account/second-factor");
        (await again.OpenAsync("/work")).At.ShouldStartWith("/account/login");
        using var withCode = await web.LogInAsync("gao");
        await withCode.SubmitAsync("main form", new() { ["Code"] = Totp.CodeAt(key, Now.AddSeconds(30)) });
        withCode.At.ShouldBe("/work");

        using var withRecovery = await WithoutTelephoneAsync();
        await withRecovery.SubmitAsync("main form", new() { ["Code"] = recovery[0] });
        withRecovery.At.ShouldBe("/work");
        using var twice = await WithoutTelephoneAsync();
        await twice.SubmitAsync("main form", new() { ["Code"] = recovery[0] });
        twice.At.ShouldStartWith("/account/second-factor");
    }

    private async Task<Visitor> WithoutTelephoneAsync()
    {
        var visitor = await web.LogInAsync("gao");
        return await visitor.OpenAsync(visitor.Page.QuerySelector("a[href*='ecovery=true']")!.GetAttribute("href")!);
    }

    private DateTimeOffset Now => web.Services.GetRequiredService<TimeProvider>().GetUtcNow();
}
