using Gongkai.Platform.Accounts;
using Gongkai.Platform.Channels;
using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Channels;

/// <summary>Several documents as one publication of an official account: all of them once, whatever breaks on the way.</summary>
public sealed class TogetherTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_documents_go_out_as_one_publication_in_the_order_that_was_chosen()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        var (account, ids) = await ReadyAsync(room, "甲", "乙", "丙");
        var order = (long[])[ids[1], ids[2], ids[0]];

        (await SendAsync(room, account, order)).Refusal.ShouldBeNull();
        await room.WorkThroughAsync(1);

        platform.Published.Values.ShouldHaveSingleItem().Select(article => (string)article!["title"]!).ShouldBe(["乙", "丙", "甲"]);
        (platform.Count("draft/add"), platform.Count("freepublish/submit"), platform.Count("material/add_material")).ShouldBe((1, 1, 1));
        foreach (var (index, id) in order.Index())
        {
            var row = await room.DeliveryAsync(id);
            (row.State, row.Together).ShouldBe((DeliveryState.Delivered, 3));
            row.ExternalAddress.ShouldNotBeNull().ShouldEndWith($"/{index + 1}");
        }
    }

    [Fact]
    public async Task What_has_gone_there_or_waits_for_it_goes_into_no_other_group_and_the_whole_group_stays()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        var (account, ids) = await ReadyAsync(room, "甲", "乙", "丙", "丁");
        (await SendAsync(room, account, ids[..2])).Refusal.ShouldBeNull();

        (await SendAsync(room, account, ids[..2])).ShouldBe(new TogetherResult(ChannelRefusal.SentAlready, "甲"));
        (await SendAsync(room, account, [ids[2], ids[1]])).ShouldBe(new TogetherResult(ChannelRefusal.SentAlready, "乙"));
        (await room.DeliveriesAsync(ids[2])).ShouldBeEmpty();
        (await room.Office.UseAsync<DeliveryQueries, IReadOnlyList<TogetherRow>>(use => use.UnsentAsync(account, new DateOnly(2026, 1, 12), room.Office.Clerk, Cancellation))).Select(row => row.Title).ShouldBe(["丁", "丙"]);
        await room.WorkThroughAsync(1);
        platform.Published.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_people_who_send_groups_with_one_document_in_common_send_it_once()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        var (account, ids) = await ReadyAsync(room, "甲", "乙", "丙");

        var both = await Task.WhenAll(SendAsync(room, account, [ids[0], ids[1]]), SendAsync(room, account, [ids[2], ids[1]], room.Office.OtherClerk));
        await room.WorkThroughAsync(1);

        both.Count(result => result.Refusal is null).ShouldBe(1);
        platform.Published.Values.SelectMany(articles => articles).Count(article => (string)article!["title"]! == "乙").ShouldBe(1);
    }

    [Theory]
    [InlineData("draft/add")]
    [InlineData("freepublish/submit")]
    public async Task Where_an_answer_is_lost_the_group_is_looked_up_and_not_sent_again(string call)
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        var (account, ids) = await ReadyAsync(room, "甲", "乙");
        platform.LoseAnswer(call);

        await SendAsync(room, account, ids);
        await room.WorkThroughAsync(1);

        (platform.Count("draft/add"), platform.Count("freepublish/submit"), platform.Published.Count, platform.Drafts.Count).ShouldBe((1, 1, 1, 0));
        foreach (var id in ids)
        {
            var row = await room.DeliveryAsync(id);
            row.State.ShouldBe(DeliveryState.Delivered);
            row.ExternalAddress.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task What_is_withdrawn_before_it_is_sent_is_left_out_and_the_others_go()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        var (account, ids) = await ReadyAsync(room, "甲", "乙", "丙");
        await SendAsync(room, account, ids);
        await room.WithdrawAsync(ids[0]);

        await room.WorkThroughAsync(1);

        platform.Published.Values.ShouldHaveSingleItem().Select(article => (string)article!["title"]!).ShouldBe(["乙", "丙"]);
        (await room.DeliveryAsync(ids[0])).State.ShouldBe(DeliveryState.Cancelled);
        (await room.DeliveryAsync(ids[2])).ExternalAddress.ShouldNotBeNull().ShouldEndWith("/2");
    }

    [Fact]
    public async Task A_draft_with_something_withdrawn_in_it_is_never_published()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        var (account, ids) = await ReadyAsync(room, "甲", "乙", "丙");
        platform.Refuse("freepublish/submit", 48001);
        await SendAsync(room, account, ids);
        await room.WorkThroughAsync(1);
        await room.WithdrawAsync(ids[0]);
        (await room.DeliveryAsync(ids[0])).MustTakeDown.ShouldBeTrue();

        for (var turn = 0; turn < 2; turn++)
        {
            var again = await room.DeliveryAsync(ids[1]);
            (await room.SettleAsync(use => use.TryAgainAsync(again.Id, null, room.Office.Clerk, Cancellation))).ShouldBeNull();
            await room.WorkThroughAsync(1);
            var stuck = await room.DeliveryAsync(ids[2]);
            stuck.State.ShouldBe(DeliveryState.Stuck);
            stuck.LastError.ShouldNotBeNull().ShouldContain("已经撤下");
        }

        platform.Drafts.Clear();
        var last = await room.DeliveryAsync(ids[1]);
        (await room.SettleAsync(use => use.TryAgainAsync(last.Id, "草稿删了", room.Office.Clerk, Cancellation))).ShouldBeNull();
        await room.WorkThroughAsync(1);
        platform.Published.Values.ShouldHaveSingleItem().Select(article => (string)article!["title"]!).ShouldBe(["乙", "丙"]);
        (await room.DeliveryAsync(ids[1])).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task Who_settles_one_of_a_group_settles_all_of_it()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        var (account, ids) = await ReadyAsync(room, "甲", "乙");
        platform.LoseAnswer("freepublish/submit");
        platform.Refuse("freepublish/submit", -1);
        await SendAsync(room, account, ids);
        await room.WorkThroughAsync(2);
        (await room.DeliveryAsync(ids[1])).State.ShouldBe(DeliveryState.Unknown);

        var one = await room.DeliveryAsync(ids[1]);
        (await room.SettleAsync(use => use.ConfirmAsync(one.Id, "后台里有", room.Office.Clerk, Cancellation))).ShouldBeNull();

        foreach (var id in ids)
        {
            var row = await room.DeliveryAsync(id);
            (row.State, row.SettledNote).ShouldBe((DeliveryState.Delivered, "后台里有"));
        }
    }

    [Fact]
    public async Task A_group_whose_job_was_lost_gets_one_new_job()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        var (account, ids) = await ReadyAsync(room, "甲", "乙", "丙");
        await SendAsync(room, account, ids);
        await room.Office.UseAsync<GongkaiDb, int>(db => db.Jobs.ExecuteDeleteAsync(Cancellation));

        await room.Office.UseAsync<DeliverySweep, int>(sweep => sweep.SweepAsync(Cancellation));

        (await room.Office.UseAsync<GongkaiDb, int>(db => db.Jobs.CountAsync(job => job.Kind == DeliverySending.Kind, Cancellation))).ShouldBe(1);
        await room.WorkThroughAsync(1);
        platform.Published.Values.ShouldHaveSingleItem().Count.ShouldBe(3);
    }

    [Fact]
    public async Task One_alone_nine_one_twice_a_draft_and_the_documents_of_others_are_refused()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        var (account, ids) = await ReadyAsync(room, "甲", "乙");
        var draft = await room.Room.BeginAsync(Newsroom.Content("草稿"));

        (await SendAsync(room, account, ids[..1])).Refusal.ShouldBe(ChannelRefusal.TogetherCount);
        (await SendAsync(room, account, [.. Enumerable.Range(1, 9).Select(number => (long)number)])).Refusal.ShouldBe(ChannelRefusal.TogetherCount);
        (await SendAsync(room, account, [ids[0], ids[0]])).Refusal.ShouldBe(ChannelRefusal.TogetherCount);
        (await SendAsync(room, account, [ids[0], draft])).ShouldBe(new TogetherResult(ChannelRefusal.NotPublic, "草稿"));
        (await SendAsync(room, account, ids, room.Office.Reviewer)).Refusal.ShouldBe(ChannelRefusal.NotFound);
        (await SendAsync(room, (await room.AddHookAsync("https://county.example.cn/hook", isAutomatic: false)).ChannelId, ids)).Refusal.ShouldBe(ChannelRefusal.NotFound);
    }

    private static async Task<(long Account, long[] Documents)> ReadyAsync(ChannelRoom room, params IReadOnlyList<string> titles)
    {
        var account = await room.AddAccountAsync(isAutomatic: false);
        var ids = new List<long>();
        foreach (var title in titles)
        {
            ids.Add(await room.Room.PublishedAsync(Newsroom.Content(title)));
        }

        return (account, [.. ids]);
    }

    private static Task<TogetherResult> SendAsync(ChannelRoom room, long account, IReadOnlyList<long> ids, Actor? actor = null) =>
        room.Office.UseAsync<SettleDelivery, TogetherResult>(use => use.SendTogetherAsync(account, ids, actor ?? room.Office.Clerk, Cancellation));
}
