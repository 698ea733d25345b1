using Gongkai.Law.Reporting;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Accounts.Administration;
using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Platform.Accounts.SignIns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Tests.Accounts;

public sealed class FirstAdministratorTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static readonly FirstAdministrator.Person System = new("liuyang", "刘洋", "Harbour4-stone");
    private static readonly FirstAdministrator.Person Security = new("chenjing", "陈静", "Lantern7-river");

    [Fact]
    public async Task An_empty_installation_is_begun_once_with_administrators_who_are_separate_persons()
    {
        await using var services = database.Services(new SetTime(new DateTimeOffset(2026, 1, 12, 1, 0, 0, TimeSpan.Zero)));
        var code = await AskAsync<SetupCode, string?>(services, setup => setup.EnsureAsync(CancellationToken.None));
        (await AskAsync<SetupCode, string?>(services, setup => setup.EnsureAsync(CancellationToken.None))).ShouldBe(code);
        var good = new FirstAdministrator.Command(code!, "甲县人民政府", GovernmentLevel.County, System, Security, null, null);

        (await RunAsync(services, good with { Code = "guessed" })).Refusal.ShouldBe(FirstAdministrator.Refusal.WrongCode);
        (await RunAsync(services, good with { Security = Security with { UserName = "LiuYang" } })).Refusal.ShouldBe(FirstAdministrator.Refusal.OneNameTwice);
        (await RunAsync(services, good with { AgencyName = " " })).Refusal.ShouldBe(FirstAdministrator.Refusal.SomethingMissing);
        var weak = await RunAsync(services, good with { Security = Security with { Password = "Password2026!" } });
        (weak.Role, weak.Faults).ShouldBe((Role.SecurityAdministrator, weak.Faults));
        weak.Faults.ShouldBe([PasswordFault.Common]);
        await using (var db = database.Open())
        {
            (await db.Users.CountAsync()).ShouldBe(0);
            (await db.Agencies.CountAsync()).ShouldBe(0);
        }

        (await RunAsync(services, good)).Refusal.ShouldBeNull();
        (await RunAsync(services, good with { System = System with { UserName = "another" } })).Refusal.ShouldBe(FirstAdministrator.Refusal.AccountsExist);

        (await AskAsync<SetupCode, string?>(services, setup => setup.EnsureAsync(CancellationToken.None))).ShouldBeNull();
        var signedIn = await AskAsync<SignIn, SignIn.Result>(services, signIn => signIn.RunAsync(new SignIn.Command("chenjing", "Lantern7-river", null, null), CancellationToken.None));
        signedIn.MustChangePassword.ShouldBeTrue();
        var session = await AskAsync<SessionQueries, SignedIn?>(services, sessions => sessions.FindAsync(signedIn.SessionId!.Value, null, CancellationToken.None));
        session!.Actor.Posts.Select(post => post.Role).ShouldBe([Role.SecurityAdministrator]);
    }

    private static Task<FirstAdministrator.Result> RunAsync(ServiceProvider services, FirstAdministrator.Command command) =>
        AskAsync<FirstAdministrator, FirstAdministrator.Result>(services, first => first.RunAsync(command, CancellationToken.None));

    private static async Task<TResult> AskAsync<TService, TResult>(ServiceProvider services, Func<TService, Task<TResult>> ask)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
