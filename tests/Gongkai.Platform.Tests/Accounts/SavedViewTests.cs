using Gongkai.Platform.Accounts;
using Gongkai.Platform.Accounts.Views;

namespace Gongkai.Platform.Tests.Accounts;

public sealed class SavedViewTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    [Fact]
    public async Task A_view_is_the_person_s_own_and_of_one_list()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var one = (await world.PersonAsync((Role.AuthorityOfficer, world.First))).Actor;
        var other = (await world.PersonAsync((Role.AuthorityOfficer, world.First))).Actor;

        (await SaveAsync(world, one, " 退回的 ", "?standing=Returned")).ShouldBeNull();
        (await SaveAsync(world, other, "退回的", "?standing=Draft")).ShouldBeNull();

        (await ListAsync(world, one)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(view => view.Name.ShouldBe("退回的"), view => view.Query.ShouldBe("?standing=Returned"));
        (await ListAsync(world, one, "filings")).ShouldBeEmpty();
        var theirs = (await ListAsync(world, other)).ShouldHaveSingleItem();
        (await RemoveAsync(world, one, theirs.Id)).ShouldBeFalse();
        (await RemoveAsync(world, other, theirs.Id)).ShouldBeTrue();
        (await ListAsync(world, other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_name_again_replaces_what_stood_there()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var actor = (await world.PersonAsync((Role.AuthorityOfficer, world.First))).Actor;
        await SaveAsync(world, actor, "逾期", "?late=true");
        await SaveAsync(world, actor, "逾期", "?late=true&columns=name,due");

        (await ListAsync(world, actor)).ShouldHaveSingleItem().Query.ShouldBe("?late=true&columns=name,due");
    }

    [Theory]
    [InlineData("", "?a=1", SaveView.Refusal.NameWrong)]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "?a=1", SaveView.Refusal.NameWrong)]
    [InlineData("甲\0乙", "?a=1", SaveView.Refusal.NameWrong)]
    [InlineData("别处", "//example.com", SaveView.Refusal.NotAList)]
    public async Task What_is_no_name_or_no_list_is_refused(string name, string query, SaveView.Refusal refusal)
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var actor = (await world.PersonAsync((Role.AuthorityOfficer, world.First))).Actor;

        (await SaveAsync(world, actor, name, query)).ShouldBe(refusal);
        (await ListAsync(world, actor)).ShouldBeEmpty();
    }

    [Fact]
    public async Task So_many_and_no_more()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var actor = (await world.PersonAsync((Role.AuthorityOfficer, world.First))).Actor;
        for (var number = 0; number < SaveView.MostOfAList; number++)
        {
            (await SaveAsync(world, actor, $"视图{number}", "")).ShouldBeNull();
        }

        (await SaveAsync(world, actor, "再来一个", "")).ShouldBe(SaveView.Refusal.TooMany);
        (await SaveAsync(world, actor, "视图0", "?late=true")).ShouldBeNull("one that is there may change");
    }

    private static Task<SaveView.Refusal?> SaveAsync(AccountsWorld world, Actor actor, string name, string query) =>
        world.AskAsync<SaveView, SaveView.Refusal?>(save => save.RunAsync(new SaveView.Command("board", name, query), actor, TestContext.Current.CancellationToken));

    private static Task<IReadOnlyList<SavedViewLine>> ListAsync(AccountsWorld world, Actor actor, string list = "board") =>
        world.AskAsync<SavedViewQueries, IReadOnlyList<SavedViewLine>>(queries => queries.ListAsync(list, actor, TestContext.Current.CancellationToken));

    private static Task<bool> RemoveAsync(AccountsWorld world, Actor actor, Guid id) =>
        world.AskAsync<RemoveView, bool>(remove => remove.RunAsync(new RemoveView.Command(id), actor, TestContext.Current.CancellationToken));
}
