using Gongkai.Platform.Accounts;
using Gongkai.Platform.Accounts.Administration;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Accounts;

public sealed class AdministrationTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    [Fact]
    public async Task An_invited_person_sets_the_password_once_and_signs_in()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var administrator = await world.PersonAsync((Role.SecurityAdministrator, world.First));

        var invited = await world.InviteAsync(administrator.Actor, "zhangqiang", world.Township, Role.Clerk);
        (await world.SignInAsync("zhangqiang", "")).SessionId.ShouldBeNull();
        (await AcceptAsync(world, invited.Link!.Secret, "too short")).Refusal.ShouldBe(AcceptInvitation.Refusal.NotGoodEnough);
        (await AcceptAsync(world, invited.Link.Secret, "Harbour4-stone")).Refusal.ShouldBeNull();
        (await AcceptAsync(world, invited.Link.Secret, "Another5-stone")).Refusal.ShouldBe(AcceptInvitation.Refusal.LinkIsVoid);

        (await world.SignInAsync("zhangqiang", "Harbour4-stone")).SessionId.ShouldNotBeNull();
        (await world.ReadAsync(db => db.Invitations.AnyAsync(invitation => invitation.SecretHash == invited.Link.Secret))).ShouldBeFalse();
        (await world.InviteAsync(administrator.Actor, "ZhangQiang ", world.Township, Role.Clerk)).Refusal.ShouldBe(InviteAccount.Refusal.NameTaken);
        (await world.InviteAsync(administrator.Actor, " ", world.Township, Role.Clerk)).Refusal.ShouldBe(InviteAccount.Refusal.NameMissing);
    }

    [Fact]
    public async Task An_invitation_lasts_seven_days()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var administrator = await world.PersonAsync((Role.SecurityAdministrator, world.First));
        var invited = await world.InviteAsync(administrator.Actor, "late", world.Township, Role.Clerk);

        world.Time.Move(TimeSpan.FromDays(7));

        (await AcceptAsync(world, invited.Link!.Secret, "Harbour4-stone")).Refusal.ShouldBe(AcceptInvitation.Refusal.LinkIsVoid);
    }

    [Fact]
    public async Task A_security_administrator_acts_in_the_own_part_of_the_tree_only()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var administrator = await world.PersonAsync((Role.SecurityAdministrator, world.First));
        var foreign = await world.PersonAsync((Role.Clerk, world.Second));
        var shared = await world.PersonAsync((Role.Clerk, world.Township), (Role.Clerk, world.Second));
        var clerk = await world.PersonAsync((Role.Clerk, world.First));

        (await world.InviteAsync(administrator.Actor, "foreign-invited", world.Second, Role.Clerk)).Refusal.ShouldBe(InviteAccount.Refusal.NotAllowed);
        (await world.InviteAsync(clerk.Actor, "clerk-invited", world.First, Role.Clerk)).Refusal.ShouldBe(InviteAccount.Refusal.NotAllowed);
        (await world.AddPostAsync(administrator.Actor, foreign.Actor.AccountId, world.Second, Role.Head)).Refusal.ShouldBe(AddPost.Refusal.NotAllowed);
        (await DisableAsync(world, foreign, administrator)).ShouldBe(AccountRefusal.NotAllowed);
        (await ResetAsync(world, shared, administrator)).Refusal.ShouldBe(AccountRefusal.NotAllowed);
        (await world.AddPostAsync(administrator.Actor, shared.Actor.AccountId, world.First, Role.Clerk)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_gives_oneself_a_post_or_changes_the_own_account()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var administrator = await world.PersonAsync((Role.SecurityAdministrator, world.First));
        var own = await PostOfAsync(world, administrator);
        var clerk = await world.PersonAsync((Role.Clerk, world.Township));

        (await world.AddPostAsync(administrator.Actor, administrator.Actor.AccountId, world.First, Role.Head)).Refusal.ShouldBe(AddPost.Refusal.Oneself);
        (await DeputyAsync(world, await PostOfAsync(world, clerk), administrator.Actor.AccountId, 0, 3, administrator)).Refusal.ShouldBe(AppointDeputy.Refusal.Oneself);
        (await EndAsync(world, own, null, administrator)).ShouldBe(EndPost.Refusal.Oneself);
        (await DisableAsync(world, administrator, administrator)).ShouldBe(AccountRefusal.Oneself);
        (await ResetAsync(world, administrator, administrator)).Refusal.ShouldBe(AccountRefusal.Oneself);
    }

    [Fact]
    public async Task One_person_is_not_two_of_the_three_administrators_on_one_day()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var administrator = await world.PersonAsync((Role.SecurityAdministrator, world.Province));
        var operating = await world.PersonAsync((Role.SystemAdministrator, world.First));
        var today = world.Time.Today();

        foreach (var role in (Role[])[Role.SecurityAdministrator, Role.AuditAdministrator])
        {
            (await world.AddPostAsync(administrator.Actor, operating.Actor.AccountId, world.Second, role)).Fault.ShouldBe(PostFault.AdministratorsAreSeparate);
        }

        (await world.AddPostAsync(administrator.Actor, operating.Actor.AccountId, world.Second, Role.SystemAdministrator)).Refusal.ShouldBeNull();
        (await world.AddPostAsync(administrator.Actor, operating.Actor.AccountId, world.First, Role.Head)).Refusal.ShouldBeNull();
        var auditor = await world.PersonAsync((Role.AuditAdministrator, world.First));
        var deputy = await DeputyAsync(world, await PostOfAsync(world, auditor), operating.Actor.AccountId, 0, 3, administrator);
        deputy.Fault.ShouldBe(PostFault.AdministratorsAreSeparate);
        var later = await world.PersonAsync();
        await world.AddPostAsync(administrator.Actor, later.Actor.AccountId, world.First, Role.SystemAdministrator, today, today.AddDays(9));
        (await world.AddPostAsync(administrator.Actor, later.Actor.AccountId, world.First, Role.AuditAdministrator, today.AddDays(9))).Fault.ShouldBe(PostFault.AdministratorsAreSeparate);
        (await world.AddPostAsync(administrator.Actor, later.Actor.AccountId, world.First, Role.AuditAdministrator, today.AddDays(10))).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Two_administrators_who_act_at_once_do_not_make_one_person_two_of_the_three()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var administrator = await world.PersonAsync((Role.SecurityAdministrator, world.Province));
        var person = await world.PersonAsync();

        var results = await Task.WhenAll(
            ((Role[])[Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator]).Select(role => world.AddPostAsync(administrator.Actor, person.Actor.AccountId, world.First, role)));

        results.Count(result => result.Refusal is null).ShouldBe(1);
    }

    [Fact]
    public async Task A_deputy_counts_for_the_span_of_days_and_not_longer()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var administrator = await world.PersonAsync((Role.SecurityAdministrator, world.First));
        var head = await world.PersonAsync((Role.Head, world.Township));
        var deputy = await world.PersonAsync((Role.Clerk, world.Township));
        var post = await PostOfAsync(world, head);

        (await DeputyAsync(world, post, deputy.Actor.AccountId, 1, 2, administrator)).Refusal.ShouldBeNull();
        (await DeputyAsync(world, post, deputy.Actor.AccountId, 2, 5, administrator)).Fault.ShouldBe(PostFault.AlreadyHeld);
        (await DeputyAsync(world, post, head.Actor.AccountId, 1, 2, administrator)).Refusal.ShouldBe(AppointDeputy.Refusal.SamePerson);
        (await DeputyAsync(world, post, deputy.Actor.AccountId, -3, 0, administrator)).Refusal.ShouldBe(AppointDeputy.Refusal.PostNotHeldThen);

        var held = new List<bool>();
        for (var day = 0; day < 4; day++)
        {
            held.Add((await world.ActorAsync(deputy.Actor.AccountId)).Holds(Role.Head));
            world.Time.Move(TimeSpan.FromDays(1));
        }

        held.ShouldBe([false, true, true, false]);
    }

    [Fact]
    public async Task A_post_ends_at_once_and_its_deputy_with_it()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var administrator = await world.PersonAsync((Role.SecurityAdministrator, world.First));
        var head = await world.PersonAsync((Role.Head, world.Township));
        var deputy = await world.PersonAsync((Role.Clerk, world.Township));
        var post = await PostOfAsync(world, head);
        world.Time.Move(TimeSpan.FromDays(2));
        await DeputyAsync(world, post, deputy.Actor.AccountId, 0, 9, administrator);

        (await EndAsync(world, post, null, administrator)).ShouldBeNull();

        (await world.ActorAsync(head.Actor.AccountId)).Posts.ShouldBeEmpty();
        (await world.ActorAsync(deputy.Actor.AccountId)).Holds(Role.Head).ShouldBeFalse();
        (await world.AuditedAsync(deputy.Actor.AccountId)).ShouldBe(["post.deputy-appointed", "post.ended"]);
        (await EndAsync(world, post, world.Time.Today(), administrator)).ShouldBe(EndPost.Refusal.EndsEarlier);
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_once_and_may_come_back()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var administrator = await world.PersonAsync((Role.SecurityAdministrator, world.First));
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        var session = (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SessionId!.Value;

        (await DisableAsync(world, person, administrator)).ShouldBeNull();
        (await world.SessionAsync(session)).ShouldBeNull();
        (await world.AskAsync<EnableAccount, AccountRefusal?>(enable => enable.RunAsync(new EnableAccount.Command(person.Actor.AccountId), administrator.Actor, CancellationToken.None))).ShouldBeNull();

        (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SessionId.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_reset_voids_the_password_the_sessions_the_lock_and_the_links_before()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var administrator = await world.PersonAsync((Role.SecurityAdministrator, world.First));
        var person = await world.PersonAsync((Role.Clerk, world.Township));
        await world.EnrolAsync(person.Actor);
        var first = await ResetAsync(world, person, administrator);

        var second = await ResetAsync(world, person, administrator, secondFactorToo: true);

        (await AcceptAsync(world, first.Link!.Secret, "Harbour4-stone")).Refusal.ShouldBe(AcceptInvitation.Refusal.LinkIsVoid);
        (await world.SignInAsync(person.UserName, AccountsWorld.Password)).SessionId.ShouldBeNull();
        (await AcceptAsync(world, second.Link!.Secret, "Harbour4-stone")).Refusal.ShouldBeNull();
        (await world.SignInAsync(person.UserName, "Harbour4-stone")).SessionId.ShouldNotBeNull();
    }

    private static Task<AcceptInvitation.Result> AcceptAsync(AccountsWorld world, string secret, string password) =>
        world.AskAsync<AcceptInvitation, AcceptInvitation.Result>(accept => accept.RunAsync(new AcceptInvitation.Command(secret, password, null), CancellationToken.None));

    private static Task<AccountRefusal?> DisableAsync(AccountsWorld world, Person person, Person by) =>
        world.AskAsync<DisableAccount, AccountRefusal?>(disable => disable.RunAsync(new DisableAccount.Command(person.Actor.AccountId), by.Actor, CancellationToken.None));

    private static Task<ResetPassword.Result> ResetAsync(AccountsWorld world, Person person, Person by, bool secondFactorToo = false) =>
        world.AskAsync<ResetPassword, ResetPassword.Result>(reset => reset.RunAsync(new ResetPassword.Command(person.Actor.AccountId, secondFactorToo), by.Actor, CancellationToken.None));

    private static Task<int> PostOfAsync(AccountsWorld world, Person person) =>
        world.ReadAsync(db => db.Posts.Where(post => post.AccountId == person.Actor.AccountId && post.DeputyFor == null).Select(post => post.Id).SingleAsync());

    private static Task<EndPost.Refusal?> EndAsync(AccountsWorld world, int post, DateOnly? last, Person by) =>
        world.AskAsync<EndPost, EndPost.Refusal?>(end => end.RunAsync(new EndPost.Command(post, last), by.Actor, CancellationToken.None));

    private static Task<AppointDeputy.Result> DeputyAsync(AccountsWorld world, int post, Guid deputy, int from, int to, Person by)
    {
        var today = world.Time.Today();
        return world.AskAsync<AppointDeputy, AppointDeputy.Result>(appoint => appoint.RunAsync(new AppointDeputy.Command(post, deputy, today.AddDays(from), today.AddDays(to)), by.Actor, CancellationToken.None));
    }
}
