using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Channels;
using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Tests.Publishing;

namespace Gongkai.Platform.Tests.Channels;

/// <summary>Which kinds go to a channel by themselves is set by agency, taken from above where it is not, and changed for one document by whoever publishes it.</summary>
public sealed class ChannelKindTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_nearest_that_has_set_a_kind_decides_and_else_the_channel()
    {
        await using var room = await ChannelRoom.OpenAsync(database);
        var channel = await AddAsync(room, isAutomatic: false, includesBelow: true);
        (await ChosenAsync(room, channel, DocumentKind.Notice)).ShouldBeFalse();

        (await SetAsync(room, channel, room.Office.County.Id, room.Office.Officer, (DocumentKind.Notice, true), (DocumentKind.News, true))).ShouldBeTrue();
        (await ChosenAsync(room, channel, DocumentKind.Notice)).ShouldBeTrue();
        (await ChosenAsync(room, channel, DocumentKind.Plan)).ShouldBeFalse();

        (await SetAsync(room, channel, room.Office.Bureau.Id, room.Office.Head, (DocumentKind.Notice, false))).ShouldBeTrue();
        (await ChosenAsync(room, channel, DocumentKind.Notice)).ShouldBeFalse();
        (await ChosenAsync(room, channel, DocumentKind.News)).ShouldBeTrue();
        var rows = (await ListAsync(room, channel, room.Office.Head))!.Rows;
        rows.Single(row => row.Kind == DocumentKind.Notice).ShouldBe(new ChannelKindRow(DocumentKind.Notice, false, true, room.Office.County.Name));

        (await SetAsync(room, channel, room.Office.Bureau.Id, room.Office.Head, (DocumentKind.Notice, null))).ShouldBeTrue();
        (await ChosenAsync(room, channel, DocumentKind.Notice)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_chosen_for_one_document_goes_before_its_kind()
    {
        await using var room = await ChannelRoom.OpenAsync(database);
        await using var site = await ReceivingSite.StartAsync();
        var channel = (await room.AddHookAsync(site.Address, isAutomatic: true)).ChannelId;
        await SetAsync(room, channel, room.Office.Bureau.Id, room.Office.Head, (DocumentKind.Notice, false));
        var without = await room.Room.PublishedAsync(Newsroom.Content("照种类"));
        var chosen = await room.Room.ReviewedAsync(Newsroom.Content("单独选的"));
        (await room.SettleAsync(use => use.ChooseAsync(chosen, [channel], room.Office.Clerk, Cancellation))).ShouldBeNull();
        await room.Room.PublishAsync(chosen);
        await room.WorkThroughAsync(1);

        (await room.DeliveriesAsync(without)).ShouldBeEmpty();
        (await room.DeliveryAsync(chosen)).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task A_clerk_and_an_agency_for_which_the_channel_is_not_set_nothing()
    {
        await using var room = await ChannelRoom.OpenAsync(database);
        var channel = await AddAsync(room, isAutomatic: true, includesBelow: false);

        (await SetAsync(room, channel, room.Office.Bureau.Id, room.Office.Head, (DocumentKind.Notice, false))).ShouldBeFalse();
        (await ListAsync(room, channel, room.Office.Head)).ShouldBeNull();
        var own = (await room.AddHookAsync("https://county.example.cn/hook")).ChannelId;
        (await SetAsync(room, own, room.Office.Bureau.Id, room.Office.Clerk, (DocumentKind.Notice, false))).ShouldBeFalse();
        (await SetAsync(room, own, room.Office.Bureau.Id, room.Office.Officer, (DocumentKind.Notice, false))).ShouldBeTrue();
    }

    private static async Task<long> AddAsync(ChannelRoom room, bool isAutomatic, bool includesBelow)
    {
        var made = await room.Office.UseAsync<ChannelDesk, ChannelDesk.Result>(desk => desk.SetUpAsync(
            room.Office.County.Id, ChannelKind.Webhook, new("县门户网站") { Address = "https://county.example.cn/hook", IsAutomatic = isAutomatic, IncludesBelow = includesBelow }, Guid.CreateVersion7(), room.Office.Officer, Cancellation));
        made.Refusal.ShouldBeNull();
        return made.ChannelId;
    }

    private static async Task<bool> ChosenAsync(ChannelRoom room, long channel, DocumentKind kind)
    {
        var id = await room.Room.BeginAsync(Newsroom.Content() with { Kind = kind });
        return (await room.Office.UseAsync<DeliveryQueries, IReadOnlyList<ChannelChoice>>(use => use.ChoicesAsync(id, room.Office.Clerk, Cancellation))).Single(choice => choice.ChannelId == channel).IsChosen;
    }

    private static Task<bool> SetAsync(ChannelRoom room, long channel, int agency, Actor actor, params IReadOnlyList<(DocumentKind Kind, bool? IsChosen)> kinds) =>
        room.Office.UseAsync<ChannelKinds, bool>(use => use.SetAsync(channel, agency, kinds.ToDictionary(kind => kind.Kind, kind => kind.IsChosen), actor, Cancellation));

    private static Task<ChannelKindList?> ListAsync(ChannelRoom room, long channel, Actor actor) =>
        room.Office.UseAsync<ChannelKinds, ChannelKindList?>(use => use.ListAsync(channel, room.Office.Bureau.Id, actor, Cancellation));
}
