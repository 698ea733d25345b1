using Gongkai.Platform.Accounts;
using Gongkai.Platform.Accounts.SignIns;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Accounts;

public sealed class SessionTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    [Fact]
    public async Task A_session_is_marked_as_seen_once_a_minute_at_most()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        var id = (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SessionId!.Value;
        var opened = world.Time.GetUtcNow();

        world.Time.Move(TimeSpan.FromSeconds(59));
        await world.SessionAsync(id);
        (await SeenAsync(world, id)).ShouldBe(opened);
        world.Time.Move(TimeSpan.FromSeconds(1));
        await world.SessionAsync(id);

        (await SeenAsync(world, id)).ShouldBe(opened.AddMinutes(1));
    }

    [Fact]
    public async Task A_session_that_nobody_used_for_twelve_hours_is_over()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        var id = (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SessionId!.Value;

        world.Time.Move(TimeSpan.FromHours(12));

        (await world.SessionAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task A_person_ends_one_session_and_only_the_own()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        var other = await world.PersonAsync((Role.Clerk, world.Township));
        var id = (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SessionId!.Value;

        (await SignOutAsync(world, id, other.Actor)).ShouldBe(SignOut.Refusal.NotFound);
        (await world.SessionAsync(id)).ShouldNotBeNull();
        (await SignOutAsync(world, id, person.Actor)).ShouldBeNull();

        (await world.SessionAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task Signing_out_everywhere_leaves_the_session_at_hand()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        var here = (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SessionId!.Value;
        var there = (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SessionId!.Value;

        var result = await EverywhereAsync(world, person.Actor.AccountId, here, person.Actor);

        result.Ended.ShouldBe(1);
        (await world.SessionAsync(here)).ShouldNotBeNull();
        (await world.SessionAsync(there)).ShouldBeNull();
    }

    [Fact]
    public async Task Another_person_s_sessions_are_ended_by_the_security_administrator_over_them_alone()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        var own = await world.PersonAsync((Role.SecurityAdministrator, world.First));
        var foreign = await world.PersonAsync((Role.SecurityAdministrator, world.Second));
        var id = (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SessionId!.Value;

        (await EverywhereAsync(world, person.Actor.AccountId, null, foreign.Actor)).Refusal.ShouldBe(SignOutEverywhere.Refusal.NotAllowed);
        (await world.SessionAsync(id)).ShouldNotBeNull();
        (await EverywhereAsync(world, person.Actor.AccountId, null, own.Actor)).Refusal.ShouldBeNull();

        (await world.SessionAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task A_person_switches_to_an_agency_with_a_post_and_to_no_other()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township), (Role.Clerk, world.Second));
        var id = (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SessionId!.Value;

        (await SwitchAsync(world, id, world.Second.Id, person.Actor)).ShouldBeNull();
        (await world.SessionAsync(id))!.Actor.AgencyId.ShouldBe(world.Second.Id);
        (await SwitchAsync(world, id, world.Province.Id, person.Actor)).ShouldBe(SwitchAgency.Refusal.NoPostThere);

        (await world.SessionAsync(id))!.Actor.AgencyId.ShouldBe(world.Second.Id);
    }

    [Fact]
    public async Task A_lost_form_is_given_back_to_the_person_who_typed_it_for_a_day()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        var other = await world.PersonAsync((Role.Clerk, world.Township));
        var session = (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SessionId!.Value;
        var form = new LostFields("/work/filings/3", false, false, [new LostField("text", "本年度收到申请 12 件")]);

        var id = (await world.AskAsync<KeptForms, Guid?>(forms => forms.KeepAsync(session, form, CancellationToken.None)))!.Value;

        (await FindAsync(world, id, other.Actor)).ShouldBeNull();
        (await FindAsync(world, id, person.Actor))!.Fields.ShouldBe(form.Fields);
        (await world.ReadAsync(db => db.Database.SqlQuery<string>($"SELECT content AS \"Value\" FROM kept_forms WHERE id = {id}").SingleAsync())).ShouldNotContain("申请");
        world.Time.Move(TimeSpan.FromHours(25));
        (await FindAsync(world, id, person.Actor)).ShouldBeNull();
        (await world.AskAsync<KeptForms, Guid?>(forms => forms.KeepAsync(Guid.Empty, form, CancellationToken.None))).ShouldBeNull();
    }

    private static Task<LostFields?> FindAsync(AccountsWorld world, Guid id, Actor actor) =>
        world.AskAsync<KeptForms, LostFields?>(forms => forms.FindAsync(id, actor, CancellationToken.None));

    private static Task<DateTimeOffset> SeenAsync(AccountsWorld world, Guid id) =>
        world.ReadAsync(db => db.Sessions.Where(session => session.Id == id).Select(session => session.LastSeenAt).SingleAsync());

    private static Task<SignOut.Refusal?> SignOutAsync(AccountsWorld world, Guid id, Actor actor) =>
        world.AskAsync<SignOut, SignOut.Refusal?>(signOut => signOut.RunAsync(new SignOut.Command(id), actor, CancellationToken.None));

    private static Task<SignOutEverywhere.Result> EverywhereAsync(AccountsWorld world, Guid accountId, Guid? except, Actor actor) =>
        world.AskAsync<SignOutEverywhere, SignOutEverywhere.Result>(signOut => signOut.RunAsync(new SignOutEverywhere.Command(accountId, except), actor, CancellationToken.None));

    private static Task<SwitchAgency.Refusal?> SwitchAsync(AccountsWorld world, Guid id, int agencyId, Actor actor) =>
        world.AskAsync<SwitchAgency, SwitchAgency.Refusal?>(switching => switching.RunAsync(new SwitchAgency.Command(id, agencyId), actor, CancellationToken.None));
}
