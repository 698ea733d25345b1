using Gongkai.Platform.Accounts;
using Gongkai.Platform.Accounts.Administration;
using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Platform.Accounts.SignIns;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Accounts;

public sealed class SignInTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    [Fact]
    public async Task The_right_password_opens_a_session()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));

        var result = await world.SignInAsync($" {person.UserName.ToUpperInvariant()} ", AccountsWorld.Password);

        result.Refusal.ShouldBeNull();
        var session = await world.SessionAsync(result.SessionId!.Value);
        session!.Actor.AccountId.ShouldBe(person.Actor.AccountId);
        session.Actor.AgencyId.ShouldBe(world.Township.Id);
        (await world.AuditedAsync(person.Actor.AccountId)).ShouldBe(["session.opened"]);
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_answered_as_a_wrong_password_is_up_to_the_lock()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));

        for (var attempt = 0; attempt < 7; attempt++)
        {
            var known = await world.SignInAsync(person.UserName, "not the password 1");
            var unknown = await world.SignInAsync($"nobody-{person.UserName}", "not the password 1");
            unknown.ShouldBe(known);
            known.Refusal.ShouldBe(attempt < 4 ? SignIn.Refusal.WrongNameOrPassword : SignIn.Refusal.Locked);
        }
    }

    [Fact]
    public async Task A_locked_account_takes_not_even_the_right_password_until_the_time_is_over()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await world.SignInAsync(person.UserName, "not the password 1");
        }

        var locked = await world.SignInAsync(person.UserName, AccountsWorld.Password);
        locked.Refusal.ShouldBe(SignIn.Refusal.Locked);
        locked.LockedUntil.ShouldBe(world.Time.GetUtcNow().AddMinutes(15));
        world.Time.Move(TimeSpan.FromMinutes(15));

        (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SessionId.ShouldNotBeNull();
        (await world.AuditedAsync(person.Actor.AccountId)).ShouldBe(["account.locked", "session.opened"]);
    }

    [Fact]
    public async Task Many_guesses_at_once_are_no_more_guesses()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => world.SignInAsync(person.UserName, "not the password 1")));

        results.Count(result => result.Refusal == SignIn.Refusal.WrongNameOrPassword).ShouldBe(4);
        results.Count(result => result.Refusal == SignIn.Refusal.Locked).ShouldBe(16);
    }

    [Fact]
    public async Task Only_who_knows_the_password_learns_that_an_account_is_disabled()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        await world.ReadAsync(db => db.Users.Where(user => user.Id == person.Actor.AccountId).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsDisabled, true)));

        (await world.SignInAsync(person.UserName, "not the password 1")).Refusal.ShouldBe(SignIn.Refusal.WrongNameOrPassword);
        (await world.SignInAsync(person.UserName, AccountsWorld.Password)).Refusal.ShouldBe(SignIn.Refusal.Disabled);
    }

    [Fact]
    public async Task With_a_second_factor_the_password_alone_opens_nothing()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        var (key, _) = await world.EnrolAsync(person.Actor);
        world.Time.Move(TimeSpan.FromMinutes(1));

        var first = await world.SignInAsync(person.UserName, AccountsWorld.Password);
        first.SessionId.ShouldBeNull();
        var second = await CodeAsync(world, first.SecondFactorTicket!, Totp.CodeAt(key, world.Time.GetUtcNow()));

        second.SessionId.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_code_serves_once()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        var (key, _) = await world.EnrolAsync(person.Actor);
        var ticket = (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SecondFactorTicket!;

        (await CodeAsync(world, ticket, Totp.CodeAt(key, world.Time.GetUtcNow()))).Refusal.ShouldBe(SecondFactor.Refusal.WrongCode);
        world.Time.Move(TimeSpan.FromSeconds(30));
        var code = Totp.CodeAt(key, world.Time.GetUtcNow());
        (await CodeAsync(world, ticket, code)).SessionId.ShouldNotBeNull();
        (await CodeAsync(world, ticket, code)).Refusal.ShouldBe(SecondFactor.Refusal.WrongCode);
    }

    [Fact]
    public async Task A_recovery_code_serves_once_in_place_of_a_code()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        var (_, codes) = await world.EnrolAsync(person.Actor);
        var ticket = (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SecondFactorTicket!;

        codes.Count.ShouldBe(10);
        (await CodeAsync(world, ticket, codes[3].ToLowerInvariant(), isRecovery: true)).SessionId.ShouldNotBeNull();
        (await CodeAsync(world, ticket, codes[3], isRecovery: true)).Refusal.ShouldBe(SecondFactor.Refusal.WrongCode);
        (await world.AuditedAsync(person.Actor.AccountId)).ShouldContain("account.recovery-code-used");
    }

    [Fact]
    public async Task Knowing_the_password_gives_no_more_guesses_at_the_code()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        await world.EnrolAsync(person.Actor);
        SecondFactor.Result? last = null;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var ticket = (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SecondFactorTicket!;
            last = await CodeAsync(world, ticket, "not a code");
        }

        last!.Refusal.ShouldBe(SecondFactor.Refusal.Locked);
        (await world.SignInAsync(person.UserName, AccountsWorld.Password)).Refusal.ShouldBe(SignIn.Refusal.Locked);
    }

    [Fact]
    public async Task A_ticket_is_void_after_ten_minutes_and_when_the_password_changed()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        var (_, codes) = await world.EnrolAsync(person.Actor);
        var early = (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SecondFactorTicket!;
        world.Time.Move(TimeSpan.FromMinutes(10));
        (await CodeAsync(world, early, codes[0], isRecovery: true)).Refusal.ShouldBe(SecondFactor.Refusal.StartAgain);

        var late = (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SecondFactorTicket!;
        var changed = await world.AskAsync<ChangePassword, ChangePassword.Result>(change => change.RunAsync(new ChangePassword.Command(AccountsWorld.Password, "Harbour4-stone", null), person.Actor, CancellationToken.None));

        changed.Refusal.ShouldBeNull();
        (await CodeAsync(world, late, codes[0], isRecovery: true)).Refusal.ShouldBe(SecondFactor.Refusal.StartAgain);
        (await CodeAsync(world, "not a ticket", codes[0], isRecovery: true)).Refusal.ShouldBe(SecondFactor.Refusal.StartAgain);
    }

    [Fact]
    public async Task A_role_that_needs_a_second_factor_holds_its_person_back_until_it_is_there()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var administrator = await world.PersonAsync((Role.SecurityAdministrator, world.Province));
        var person = await world.PersonAsync((Role.Head, world.Township));
        var session = (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SessionId!.Value;
        (await world.SessionAsync(session))!.NeedsSecondFactor.ShouldBeFalse();

        await SetPolicyAsync(world, administrator.Actor, [Role.Head]);
        (await world.SessionAsync(session))!.NeedsSecondFactor.ShouldBeTrue();
        await world.EnrolAsync(person.Actor);
        (await world.SessionAsync(session))!.NeedsSecondFactor.ShouldBeFalse();
        (await SetPolicyAsync(world, administrator.Actor, [])).ShouldBeNull();

        var county = await world.PersonAsync((Role.SecurityAdministrator, world.First));
        (await SetPolicyAsync(world, county.Actor, [Role.Head])).ShouldBe(SecondFactorPolicy.Refusal.NotAllowed);
    }

    private static Task<SecondFactorPolicy.Refusal?> SetPolicyAsync(AccountsWorld world, Actor actor, IReadOnlyList<Role> roles) =>
        world.AskAsync<SecondFactorPolicy, SecondFactorPolicy.Refusal?>(policy => policy.RunAsync(new SecondFactorPolicy.Command(roles), actor, CancellationToken.None));

    private static Task<SecondFactor.Result> CodeAsync(AccountsWorld world, string ticket, string code, bool isRecovery = false) =>
        world.AskAsync<SecondFactor, SecondFactor.Result>(second => second.RunAsync(new SecondFactor.Command(ticket, code, isRecovery, "192.0.2.7", null), CancellationToken.None));
}
