using Gongkai.Platform.Channels;
using Gongkai.Platform.Channels.Printing;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Channels;

public sealed class PostingTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static readonly DateOnly Today = new(2026, 1, 12);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sheet_hangs_on_a_board_until_it_is_taken_down_and_what_is_withdrawn_has_to_go()
    {
        await using var room = await ChannelRoom.OpenAsync(database);
        var board = await BoardAsync(room);
        var id = await room.Room.PublishedAsync(Newsroom.Content("张贴的"));
        var command = new PostingDesk.Command(id, PostingKind.Board, board, null, Today, Today.AddDays(7), Guid.CreateVersion7());
        (await RecordAsync(room, command)).ShouldBeNull();
        (await RecordAsync(room, command)).ShouldBeNull("A double click makes one record.");

        var hanging = (await OfAsync(room, id)).ShouldHaveSingleItem();
        (hanging.Place, hanging.ByName, hanging.MustTakeDown).ShouldBe(("镇政府门口", "王芳", false));
        await room.WithdrawAsync(id);
        (await OfAsync(room, id)).Single().MustTakeDown.ShouldBeTrue();
        (await room.Office.UseAsync<PostingDesk, ChannelRefusal?>(desk => desk.TakeDownAsync(hanging.Id, Today.AddDays(-1), room.Office.Clerk, Cancellation))).ShouldBe(ChannelRefusal.DateWrong);
        (await room.Office.UseAsync<PostingDesk, ChannelRefusal?>(desk => desk.TakeDownAsync(hanging.Id, Today, room.Office.OtherClerk, Cancellation))).ShouldBeNull();
        var down = (await OfAsync(room, id)).Single();
        (down.TakenDownByName, down.MustTakeDown).ShouldBe(("李强", false));
    }

    [Fact]
    public async Task What_is_not_public_is_neither_posted_nor_broadcast_nor_printed()
    {
        await using var room = await ChannelRoom.OpenAsync(database);
        var draft = await room.Room.BeginAsync(Newsroom.Content("草稿"));
        (await RecordAsync(room, new(draft, PostingKind.Broadcast, null, "县广播站", Today, null, Guid.CreateVersion7()))).ShouldBe(ChannelRefusal.NotPublic);
        (await room.Office.UseAsync<PostingQueries, PrintedDocument?>(queries => queries.PrintedAsync(draft, room.Office.Clerk, Cancellation))).ShouldBeNull();
        (await room.Office.UseAsync<PostingQueries, List<Platform.Publishing.Publication>>(queries => queries.SpanAsync(room.Office.Bureau.Id, Today.AddDays(-30), Today, room.Office.Clerk, Cancellation))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_year_is_counted_by_channel_and_what_was_recorded_wrongly_is_not()
    {
        await using var site = await ReceivingSite.StartAsync();
        await using var room = await ChannelRoom.OpenAsync(database);
        await room.AddHookAsync(site.Address);
        var board = await BoardAsync(room);
        var first = await room.Room.PublishedAsync(Newsroom.Content("第一份"));
        var second = await room.Room.PublishedAsync(Newsroom.Content("第二份"));
        await room.WorkAsync();
        await RecordAsync(room, new(first, PostingKind.Board, board, null, Today, null, Guid.CreateVersion7()));
        await RecordAsync(room, new(second, PostingKind.Broadcast, null, "县广播站", Today, null, Guid.CreateVersion7()));
        await RecordAsync(room, new(first, PostingKind.Broadcast, null, "记错的", Today, null, Guid.CreateVersion7()));
        var wrong = (await OfAsync(room, first)).Single(row => row.Place == "记错的");
        await room.Office.UseAsync<PostingDesk, ChannelRefusal?>(desk => desk.RetractAsync(wrong.Id, room.Office.Clerk, Cancellation));

        var counts = await room.Office.UseAsync<ChannelCounts, IReadOnlyList<(string Name, int Count)>>(use => use.OfYearAsync(room.Office.Bureau.Id, 2026, Cancellation));
        counts.ShouldBe([("其他网站", 2), ("公告栏", 1), ("广播", 1)], ignoreOrder: true);
        (await room.Office.UseAsync<ChannelCounts, IReadOnlyList<(string Name, int Count)>>(use => use.OfYearAsync(room.Office.Bureau.Id, 2025, Cancellation))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_briefing_is_a_Word_file_of_what_was_public_in_the_span()
    {
        await using var room = await ChannelRoom.OpenAsync(database);
        await room.Room.PublishedAsync(Newsroom.Content("简报里的"));
        var documents = await room.Office.UseAsync<PostingQueries, List<Platform.Publishing.Publication>>(queries => queries.SpanAsync(room.Office.Bureau.Id, Today, Today, room.Office.Clerk, Cancellation));
        using var word = new MemoryStream();
        new Briefing("政务公开简报", 3, "云溪县水利局", Today, documents).Write(word);

        var text = string.Concat(Platform.Requests.Papers.PaperText.Of(word.ToArray()).Select(paragraph => paragraph.Text));
        text.ShouldContain("政务公开简报");
        text.ShouldContain("2026 年第 3 期");
        text.ShouldContain("简报里的");
    }

    private static async Task<long> BoardAsync(ChannelRoom room)
    {
        (await room.Office.UseAsync<PostingDesk, ChannelRefusal?>(desk => desk.AddBoardAsync(room.Office.Bureau.Id, "镇政府门口", "大门东侧", room.Office.Clerk, Cancellation))).ShouldBe(ChannelRefusal.NotAllowed);
        (await room.Office.UseAsync<PostingDesk, ChannelRefusal?>(desk => desk.AddBoardAsync(room.Office.Bureau.Id, "镇政府门口", "大门东侧", room.Office.Head, Cancellation))).ShouldBeNull();
        return await room.Office.UseAsync<GongkaiDb, long>(db => db.Boards.Where(board => board.AgencyId == room.Office.Bureau.Id).Select(board => board.Id).SingleAsync(Cancellation));
    }

    private static Task<ChannelRefusal?> RecordAsync(ChannelRoom room, PostingDesk.Command command) => room.Office.UseAsync<PostingDesk, ChannelRefusal?>(desk => desk.RecordAsync(command, room.Office.Clerk, Cancellation));

    private static Task<List<PostingRow>> OfAsync(ChannelRoom room, long document) => room.Office.UseAsync<PostingQueries, List<PostingRow>>(queries => queries.OfDocumentAsync(document, room.Office.Clerk, Cancellation));
}
