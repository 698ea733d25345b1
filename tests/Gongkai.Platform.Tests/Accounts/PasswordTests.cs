using System.Text;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Accounts.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Accounts;

public sealed class PasswordTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    [Theory]
    [InlineData("abc123xyz", PasswordFault.TooShort)]
    [InlineData("abcdefghijkl", PasswordFault.OneKindOnly)]
    [InlineData("583920174650", PasswordFault.OneKindOnly)]
    [InlineData("aaaaaaaa1111", PasswordFault.TooFewDifferent)]
    [InlineData("x-WangLi-2026", PasswordFault.ContainsName)]
    [InlineData("Password2026!", PasswordFault.Common)]
    [InlineData("2026gongkai2026", PasswordFault.Common)]
    [InlineData("1qaz2wsx3edc", PasswordFault.Common)]
    public void A_password_that_is_easily_guessed_is_refused(string password, PasswordFault fault) =>
        PasswordRules.Faults(password, new Account { DisplayName = "王丽", UserName = "wangli" }).ShouldContain(fault);

    [Theory]
    [InlineData("Lantern7-river")]
    [InlineData("三月的风吹过第9座桥")]
    public void A_password_that_is_not_is_taken(string password) =>
        PasswordRules.Faults(password, new Account { DisplayName = "王丽", UserName = "wangli" }).ShouldBeEmpty();

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Totp.CodeAt(Base32("12345678901234567890"), DateTimeOffset.FromUnixTimeSeconds(seconds)).ShouldBe(code);

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_the_duty_to_change_it()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        await world.ReadAsync(db => db.Users.Where(user => user.Id == person.Actor.AccountId).ExecuteUpdateAsync(set => set.SetProperty(user => user.MustChangePassword, true)));
        var first = await world.SignInAsync(person.UserName, AccountsWorld.Password);
        first.MustChangePassword.ShouldBeTrue();
        var elsewhere = (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SessionId!.Value;

        (await ChangeAsync(world, person.Actor, AccountsWorld.Password, "Harbour4-stone", first.SessionId)).Refusal.ShouldBeNull();

        (await world.SessionAsync(first.SessionId!.Value))!.MustChangePassword.ShouldBeFalse();
        (await world.SessionAsync(elsewhere)).ShouldBeNull();
        (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SessionId.ShouldBeNull();
        (await world.SignInAsync(person.UserName, "Harbour4-stone")).SessionId.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_old_password_is_no_new_one_and_the_current_one_has_to_be_known()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));

        (await ChangeAsync(world, person.Actor, AccountsWorld.Password, AccountsWorld.Password, null)).Faults.ShouldBe([PasswordFault.SameAsOld]);
        (await ChangeAsync(world, person.Actor, "not the password 1", "Harbour4-stone", null)).Refusal.ShouldBe(ChangePassword.Refusal.WrongPassword);

        (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SessionId.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_session_in_the_wrong_hands_does_not_guess_the_password()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await ChangeAsync(world, person.Actor, "not the password 1", "Harbour4-stone", null);
        }

        (await ChangeAsync(world, person.Actor, AccountsWorld.Password, "Harbour4-stone", null)).Refusal.ShouldBe(ChangePassword.Refusal.Locked);
    }

    [Fact]
    public async Task A_second_factor_is_removed_with_the_password_only()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        await world.EnrolAsync(person.Actor);

        (await RemoveAsync(world, person.Actor, "not the password 1")).ShouldBe(ChangeSecondFactor.Refusal.WrongPassword);
        (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SecondFactorTicket.ShouldNotBeNull();
        (await RemoveAsync(world, person.Actor, AccountsWorld.Password)).ShouldBeNull();

        (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SessionId.ShouldNotBeNull();
    }

    [Fact]
    public async Task Neither_the_key_nor_a_recovery_code_stands_open_in_the_database()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        var (key, codes) = await world.EnrolAsync(person.Actor);

        var kept = await world.ReadAsync(db => db.UserTokens.Where(token => token.UserId == person.Actor.AccountId).Select(token => token.Value).ToListAsync());

        kept.Count.ShouldBe(2);
        kept.ShouldAllBe(value => !value!.Contains(key) && !codes.Any(code => value.Contains(code)));
    }

    private static async Task<ChangeSecondFactor.Refusal?> RemoveAsync(AccountsWorld world, Actor actor, string password) =>
        (await world.AskAsync<ChangeSecondFactor, ChangeSecondFactor.Result>(change => change.RunAsync(new ChangeSecondFactor.Command(SecondFactorChange.Remove, password), actor, CancellationToken.None))).Refusal;

    private static Task<ChangePassword.Result> ChangeAsync(AccountsWorld world, Actor actor, string current, string chosen, Guid? session) =>
        world.AskAsync<ChangePassword, ChangePassword.Result>(change => change.RunAsync(new ChangePassword.Command(current, chosen, session), actor, CancellationToken.None));

    private static string Base32(string text)
    {
        var bits = string.Concat(Encoding.ASCII.GetBytes(text).Select(letter => Convert.ToString(letter, 2).PadLeft(8, '0')));
        return new string([.. bits.Chunk(5).Select(five => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Convert.ToInt32(new string(five), 2)])]);
    }
}
