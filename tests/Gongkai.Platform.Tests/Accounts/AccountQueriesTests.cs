using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Tests.Accounts;

public sealed class AccountQueriesTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    [Fact]
    public async Task A_security_administrator_sees_the_people_of_the_own_part_of_the_tree()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var administrator = await world.PersonAsync((Role.SecurityAdministrator, world.First));
        var clerk = await world.PersonAsync((Role.Clerk, world.Township));
        var foreign = await world.PersonAsync((Role.Clerk, world.Second));

        var rows = await ListAsync(world, new AccountFilter(null, null, null), null, administrator.Actor);

        rows.Items.Select(row => row.Id).ShouldBe([administrator.Actor.AccountId, clerk.Actor.AccountId], ignoreOrder: true);
        (await FindAsync(world, foreign.Actor.AccountId, administrator.Actor)).ShouldBeNull();
        (await FindAsync(world, clerk.Actor.AccountId, clerk.Actor)).ShouldBeNull();
        (await FindAsync(world, clerk.Actor.AccountId, administrator.Actor))!.Posts.Single().Role.ShouldBe(Role.Clerk);
        (await ListAsync(world, new AccountFilter(null, null, null), null, clerk.Actor)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_is_searched_and_filtered_by_what_was_typed_and_not_by_its_signs()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var administrator = await world.PersonAsync((Role.SecurityAdministrator, world.First));
        var clerk = await world.PersonAsync((Role.Clerk, world.Township));

        (await ListAsync(world, new AccountFilter(clerk.UserName.ToUpperInvariant(), null, null), null, administrator.Actor)).Items.ShouldContain(row => row.Id == clerk.Actor.AccountId);
        (await ListAsync(world, new AccountFilter("%", null, null), null, administrator.Actor)).Items.ShouldBeEmpty();
        (await ListAsync(world, new AccountFilter(null, Role.Clerk, null), null, administrator.Actor)).Items.Select(row => row.Id).ShouldBe([clerk.Actor.AccountId]);
        (await ListAsync(world, new AccountFilter(null, null, world.First.Id), null, administrator.Actor)).Items.Select(row => row.Id).ShouldBe([administrator.Actor.AccountId]);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var administrator = await world.PersonAsync((Role.SecurityAdministrator, world.First));
        var everybody = new List<Guid> { administrator.Actor.AccountId };
        for (var count = 0; count < 60; count++)
        {
            everybody.Add((await world.PersonAsync((Role.Clerk, world.Township))).Actor.AccountId);
        }

        var first = await ListAsync(world, new AccountFilter(null, null, null), null, administrator.Actor);
        var second = await ListAsync(world, new AccountFilter(null, null, null), first.Next, administrator.Actor);

        first.Items.Count.ShouldBe(50);
        second.Next.ShouldBeNull();
        first.Items.Concat(second.Items).Select(row => row.Id).ShouldBe(everybody, ignoreOrder: true);
    }

    private static Task<Page<AccountRow>> ListAsync(AccountsWorld world, AccountFilter filter, string? after, Actor actor) =>
        world.AskAsync<AccountQueries, Page<AccountRow>>(queries => queries.ListAsync(filter, after, actor, CancellationToken.None));

    private static Task<AccountDetails?> FindAsync(AccountsWorld world, Guid id, Actor actor) =>
        world.AskAsync<AccountQueries, AccountDetails?>(queries => queries.FindAsync(id, actor, CancellationToken.None));
}
