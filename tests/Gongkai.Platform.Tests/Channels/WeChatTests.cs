using Gongkai.Platform.Channels;
using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Writing;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Publishing;
using Gongkai.Platform.Publishing.Releasing;

namespace Gongkai.Platform.Tests.Channels;

public sealed class WeChatTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_becomes_a_draft_and_a_publication_with_the_way_back_to_its_page()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        await room.AddAccountAsync();
        platform.PublishStatus = 1;
        var id = await room.Room.PublishedAsync(Newsroom.Content("关于开展全县小型水库除险加固工程建设期间蓄水安排和下游群众用水办法的公告") with { Body = "<p class=\"text-center\">看<a href=\"https://example.cn\">这里</a></p><table><tbody><tr><td>甲</td></tr></tbody></table>" });
        await room.WorkAsync();
        (await room.DeliveryAsync(id)).State.ShouldBe(DeliveryState.Waiting);
        platform.PublishStatus = 0;
        await room.WorkThroughAsync(1);

        var done = await room.DeliveryAsync(id);
        (done.State, platform.Count("draft/add"), platform.Count("freepublish/submit")).ShouldBe((DeliveryState.Delivered, 1, 1));
        done.ExternalAddress.ShouldNotBeNull().ShouldStartWith("http://mp.weixin.qq.com/s/");
        var article = platform.Published.Values.ShouldHaveSingleItem().ShouldHaveSingleItem()!;
        ((string)article["title"]!).Length.ShouldBe(32);
        ((string)article["content_source_url"]!).ShouldStartWith($"{ChannelRoom.Site}/documents/{id}?from=");
        var content = (string)article["content"]!;
        content.ShouldContain("关于开展全县小型水库除险加固工程建设期间蓄水安排和下游群众用水办法的公告");
        content.ShouldContain("border:1px");
        content.ShouldNotContain("<a ");
        content.ShouldNotContain("class=");
    }

    [Fact]
    public async Task An_account_for_drafts_alone_publishes_nothing()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        await room.AddAccountAsync(ChannelMode.DraftOnly);
        var id = await room.Room.PublishedAsync(Newsroom.Content("只存草稿"));
        await room.WorkThroughAsync(1);

        (await room.DeliveryAsync(id)).State.ShouldBe(DeliveryState.Delivered);
        (platform.Drafts.Count, platform.Published.Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_token_that_has_run_out_is_renewed_and_the_cover_is_uploaded_once()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        await room.AddAccountAsync();
        await room.Room.PublishedAsync(Newsroom.Content("第一份"));
        await room.WorkThroughAsync(1);
        platform.ForgetToken();
        var second = await room.Room.PublishedAsync(Newsroom.Content("第二份"));
        await room.WorkThroughAsync(1);

        (await room.DeliveryAsync(second)).State.ShouldBe(DeliveryState.Delivered);
        (platform.Published.Count, platform.Count("material/add_material"), platform.Count("stable_token")).ShouldBe((2, 1, 2));
    }

    [Fact]
    public async Task Where_the_answer_to_a_draft_is_lost_the_draft_is_looked_up_and_not_added_again()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        await room.AddAccountAsync();
        platform.LoseAnswer("draft/add");
        var id = await room.Room.PublishedAsync(Newsroom.Content("答复丢了"));
        await room.WorkThroughAsync(1);

        (await room.DeliveryAsync(id)).State.ShouldBe(DeliveryState.Delivered);
        (platform.Count("draft/add"), platform.Published.Count, platform.Drafts.Count).ShouldBe((1, 1, 0));
    }

    [Fact]
    public async Task Where_the_answer_to_a_publication_is_lost_it_is_looked_up_and_not_published_again()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        await room.AddAccountAsync();
        platform.LoseAnswer("freepublish/submit");
        var id = await room.Room.PublishedAsync(Newsroom.Content("提交时断了"));
        await room.WorkThroughAsync(1);

        var done = await room.DeliveryAsync(id);
        (done.State, platform.Count("freepublish/submit"), platform.Published.Count).ShouldBe((DeliveryState.Delivered, 1, 1));
        done.ExternalAddress.ShouldNotBeNull();
    }

    [Fact]
    public async Task Where_a_publication_is_not_found_a_person_decides()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        await room.AddAccountAsync();
        platform.LoseAnswer("freepublish/submit");
        platform.Refuse("freepublish/submit", -1);
        var id = await room.Room.PublishedAsync(Newsroom.Content("没有找到"));
        await room.WorkThroughAsync(2);

        var unknown = await room.DeliveryAsync(id);
        (unknown.State, platform.Published.Count, platform.Drafts.Count).ShouldBe((DeliveryState.Unknown, 0, 1));
        (await room.ToldAsync()).ShouldContain(text => text.Contains("没有找到", StringComparison.Ordinal));
        (await room.SettleAsync(use => use.ConfirmAsync(unknown.Id, " ", room.Office.Clerk, Cancellation))).ShouldBe(ChannelRefusal.TextMissing);
        (await room.SettleAsync(use => use.TryAgainAsync(unknown.Id, "后台里没有", room.Office.Clerk, Cancellation))).ShouldBeNull();
        await room.WorkThroughAsync(1);
        (await room.DeliveryAsync(id)).State.ShouldBe(DeliveryState.Delivered);
        (platform.Published.Count, platform.Count("draft/add")).ShouldBe((1, 1));
    }

    [Fact]
    public async Task What_the_platform_refuses_is_told_in_plain_words_and_can_be_tried_again()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        await room.AddAccountAsync();
        platform.Refuse("freepublish/submit", 48001);
        var id = await room.Room.PublishedAsync(Newsroom.Content("没有权限"));
        await room.WorkThroughAsync(1);

        var stuck = await room.DeliveryAsync(id);
        stuck.State.ShouldBe(DeliveryState.Stuck);
        stuck.LastError.ShouldNotBeNull().ShouldContain("只存草稿");
        await room.SettleAsync(use => use.TryAgainAsync(stuck.Id, null, room.Office.Clerk, Cancellation));
        await room.WorkThroughAsync(1);
        (await room.DeliveryAsync(id)).State.ShouldBe(DeliveryState.Delivered);
        platform.Count("draft/add").ShouldBe(1);
    }

    [Fact]
    public async Task A_withdrawn_article_has_to_be_taken_down_there_by_hand()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        await room.AddAccountAsync();
        var id = await room.Room.PublishedAsync(Newsroom.Content("要撤的文章"));
        await room.WorkThroughAsync(1);
        await room.WithdrawAsync(id);

        var row = await room.DeliveryAsync(id);
        (row.State, row.MustTakeDown).ShouldBe((DeliveryState.Delivered, true));
        (await room.Office.UseAsync<DeliveryQueries, Page<DeliveryRow>>(queries => queries.ListAsync(new DeliveryFilter { MustTakeDown = true }, room.Office.Clerk, null, Cancellation))).Items.ShouldContain(found => found.Id == row.Id);
        (await room.SettleAsync(use => use.TakenDownAsync(row.Id, "在公众号后台删了", room.Office.OtherClerk, Cancellation))).ShouldBeNull();
        (await room.SettleAsync(use => use.TakenDownAsync(row.Id, "又点一次", room.Office.OtherClerk, Cancellation))).ShouldBe(ChannelRefusal.WrongState);
        (await room.DeliveryAsync(id)).SettledByName.ShouldBe("李强");
    }

    [Fact]
    public async Task A_corrected_document_is_a_new_article_and_the_old_one_has_to_go()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        await room.AddAccountAsync();
        var id = await room.Room.PublishedAsync(Newsroom.Content("原来的"));
        await room.WorkThroughAsync(1);
        var office = room.Office;
        await office.UseAsync<WithdrawDocument, DocumentResult>(use => use.CorrectAsync(id, "标题有误", office.Clerk, Cancellation));
        await office.UseAsync<SaveDocument, SaveDocument.Result>(async use => await use.RunAsync(new(id, Newsroom.Content("更正的"), (await room.Room.SheetAsync(id)).Version), office.Clerk, Cancellation));
        await room.Room.SendAsync(id);
        foreach (var step in Gongkai.Law.Publishing.ReviewRoute.Of(Gongkai.Law.Publishing.ReviewWay.Long))
        {
            await room.Room.ApproveAsync(id, step, room.Room.ReviewerOf(step));
        }

        (await room.Room.PublishAsync(id)).Refusal.ShouldBeNull();
        await room.WorkThroughAsync(1);
        var rows = await room.DeliveriesAsync(id);
        rows.Select(row => (row.State, row.MustTakeDown)).ShouldBe([(DeliveryState.Delivered, false), (DeliveryState.Delivered, true)]);
        platform.Published.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_pictures_of_a_text_are_uploaded_and_only_public_ones()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        await room.AddAccountAsync(ChannelMode.DraftOnly);
        var office = room.Office;
        var other = await room.Room.BeginAsync(Newsroom.Content("别的草稿"));
        var hidden = await PictureAsync(other);
        var id = await room.Room.BeginAsync(Newsroom.Content("有图的"));
        var shown = await PictureAsync(id);
        var version = (await room.Room.SheetAsync(id)).Version;
        await office.UseAsync<SaveDocument, SaveDocument.Result>(use => use.RunAsync(
            new(id, Newsroom.Content("有图的") with { Body = $"<figure><img src=\"/documents/files/{shown}\" alt=\"坝址\"></figure><figure><img src=\"/documents/files/{hidden}\" alt=\"别处的图\"></figure>" }, version), office.Clerk, Cancellation));
        (await room.Room.SendAsync(id)).Refusal.ShouldBeNull();
        foreach (var step in Gongkai.Law.Publishing.ReviewRoute.Of(Gongkai.Law.Publishing.ReviewWay.Long))
        {
            (await room.Room.ApproveAsync(id, step, room.Room.ReviewerOf(step))).Refusal.ShouldBeNull();
        }

        await room.Room.PublishAsync(id);
        await room.WorkThroughAsync(1);
        var content = (string)platform.Drafts.Values.ShouldHaveSingleItem().ShouldHaveSingleItem()!["content"]!;
        content.ShouldContain("http://mmbiz.qpic.cn/picture/");
        content.ShouldContain("图：别处的图");
        platform.Count("media/uploadimg").ShouldBe(1);

        async Task<long> PictureAsync(long document) => (await office.UseAsync<DocumentFiles, DocumentFiles.FileResult>(use => use.AddAsync(
            document, new SentFile("图.png", () => new MemoryStream(Png)), DocumentFilePurpose.Picture, office.Clerk, Cancellation))).FileId!.Value;
    }

    [Fact]
    public async Task The_test_of_an_account_says_what_is_wrong_with_it()
    {
        await using var platform = await WeChatPlatform.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database, platform.Address);
        var wrong = await room.AddAccountAsync(secret: "ffffffffffffffffffffffffffffffff");
        (await TestAsync(room, wrong)).ShouldNotBeNull().ShouldContain("AppSecret 不对");
        var right = await room.AddAccountAsync();
        (await TestAsync(room, right)).ShouldBeNull();
        platform.Refuse("draft/batchget", 40164);
        (await TestAsync(room, right)).ShouldNotBeNull().ShouldContain("白名单");
    }

    private static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static async Task<string?> TestAsync(ChannelRoom room, long account) => (await room.Office.UseAsync<TestChannel, TestChannel.Result>(use => use.RunAsync(account, room.Office.Head, Cancellation))).Answer;
}
