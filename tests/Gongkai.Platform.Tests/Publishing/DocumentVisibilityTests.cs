using Gongkai.Law.Publishing;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Publishing.Releasing;
using Gongkai.Platform.Publishing.Writing;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Tests.Publishing;

/// <summary>What is public and what is not, at every place of a document's way.</summary>
public sealed class DocumentVisibilityTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_and_what_is_scheduled_are_nowhere_and_a_published_one_is_everywhere()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var draft = await room.BeginAsync(Newsroom.Content("稿子"));
        var waiting = await room.ReviewedAsync(Newsroom.Content("定时"));
        var at = room.Office.Clock.GetUtcNow().AddHours(5);
        (await room.Office.UseAsync<PublishDocument, DocumentResult>(use => use.ScheduleAsync(waiting, at, room.Office.Clerk, Cancellation))).IsDone.ShouldBeTrue();
        var shown = await room.PublishedAsync(Newsroom.Content("已经公开"));

        (await TitlesAsync(room)).ShouldBe(["已经公开"]);
        (await ReadAsync(room, draft)).ShouldBeNull();
        (await ReadAsync(room, waiting)).ShouldBeNull();
        (await ReadAsync(room, shown)).ShouldNotBeNull();

        room.Office.Clock.Move(TimeSpan.FromHours(6));
        await SweepAsync(room);
        (await ReadAsync(room, waiting))!.Publication.PublishedAt.ShouldBe(room.Office.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_correction_is_read_only_when_it_has_gone_through_its_reviews()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var office = room.Office;
        var id = await room.PublishedAsync(Newsroom.Content("原来的标题"));
        (await office.UseAsync<WithdrawDocument, DocumentResult>(use => use.CorrectAsync(id, "标题有误", office.Clerk, Cancellation))).IsDone.ShouldBeTrue();
        var version = (await room.SheetAsync(id)).Version;
        await office.UseAsync<SaveDocument, SaveDocument.Result>(use => use.RunAsync(new(id, Newsroom.Content("更正的标题"), version), office.Clerk, Cancellation));

        (await ReadAsync(room, id))!.Publication.Title.ShouldBe("原来的标题");
        (await room.PublishAsync(id)).Refusal.ShouldBe(DocumentRefusal.WrongState);
        await room.SendAsync(id);
        foreach (var step in ReviewRoute.Of(ReviewWay.Long))
        {
            (await room.ApproveAsync(id, step, room.ReviewerOf(step))).Refusal.ShouldBeNull();
        }

        var before = (await ReadAsync(room, id))!.Publication;
        office.Clock.Move(TimeSpan.FromHours(1));
        (await room.PublishAsync(id)).IsDone.ShouldBeTrue();
        var after = (await ReadAsync(room, id))!.Publication;
        after.Title.ShouldBe("更正的标题");
        after.PublishedAt.ShouldBe(before.PublishedAt);
        after.IndexNumber.ShouldBe(before.IndexNumber);
        after.UpdatedAt.ShouldBeGreaterThan(before.UpdatedAt);
    }

    [Fact]
    public async Task What_is_withdrawn_is_nowhere_and_its_number_is_not_given_again()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var office = room.Office;
        var id = await room.PublishedAsync(Newsroom.Content("撤下的"));
        var number = (await ReadAsync(room, id))!.Publication.IndexNumber;
        (await office.UseAsync<WithdrawDocument, DocumentResult>(use => use.RunAsync(id, " ", office.Clerk, Cancellation))).Refusal.ShouldBe(DocumentRefusal.TextMissing);
        (await office.UseAsync<WithdrawDocument, DocumentResult>(use => use.RunAsync(id, "内容有误", office.Clerk, Cancellation))).Stage.ShouldBe(DocumentStage.Withdrawn);

        (await ReadAsync(room, id)).ShouldBeNull();
        (await TitlesAsync(room)).ShouldBeEmpty();
        (await office.UseAsync<WithdrawDocument, DocumentResult>(use => use.CorrectAsync(id, "改好再发", office.Clerk, Cancellation))).Stage.ShouldBe(DocumentStage.Drafting);
        (await ReadAsync(room, id)).ShouldBeNull();
        var next = await room.PublishedAsync(Newsroom.Content("下一份"));
        (await ReadAsync(room, next))!.Publication.IndexNumber.ShouldNotBe(number);
    }

    [Fact]
    public async Task A_public_notice_is_off_every_page_by_itself_when_its_time_is_over()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var id = await room.PublishedAsync(Newsroom.Content("低保对象公示") with { Kind = DocumentKind.PublicNotice, ShownUntil = new DateOnly(2026, 1, 18) });
        room.Office.Clock.Move(TimeSpan.FromDays(6));
        (await ReadAsync(room, id)).ShouldNotBeNull("The last day still counts.");

        room.Office.Clock.Move(TimeSpan.FromDays(1));
        (await ReadAsync(room, id)).ShouldBeNull("Even before the sweep.");
        await SweepAsync(room);
        (await room.SheetAsync(id)).Row.Stage.ShouldBe(DocumentStage.Ended);
    }

    [Fact]
    public async Task A_file_is_public_with_its_document_and_the_original_never_is()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var office = room.Office;
        var id = await room.BeginAsync(Newsroom.Content("有附件的"));
        var attachment = await AddAsync(room, id, DocumentFilePurpose.Attachment);
        var original = await AddAsync(room, id, DocumentFilePurpose.Original);
        (await FileAsync(room, attachment)).ShouldBeNull();
        await room.SendAsync(id);
        foreach (var step in ReviewRoute.Of(ReviewWay.Long))
        {
            (await room.ApproveAsync(id, step, room.ReviewerOf(step))).Refusal.ShouldBeNull();
        }

        await room.PublishAsync(id);
        (await FileAsync(room, attachment)).ShouldNotBeNull();
        (await FileAsync(room, original)).ShouldBeNull();
        await office.UseAsync<WithdrawDocument, DocumentResult>(use => use.RunAsync(id, "附件有误", office.Clerk, Cancellation));
        (await FileAsync(room, attachment)).ShouldBeNull();
    }

    [Fact]
    public async Task A_repealed_document_says_so_and_restoring_it_takes_that_back()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var office = room.Office;
        var id = await room.PublishedAsync(Newsroom.Content("管理办法") with { Kind = DocumentKind.NormativeDocument, Number = "云政规〔2026〕1号", EffectiveOn = new DateOnly(2026, 1, 10) });
        (await office.UseAsync<ChangeValidity, DocumentResult>(use => use.RunAsync(id, new(ValidityChange.Repeal, new DateOnly(2026, 1, 12), "清理结果"), office.Clerk, Cancellation))).IsDone.ShouldBeTrue();

        (await ReadAsync(room, id))!.Status.ShouldBe(DocumentStatus.Repealed);
        (await ListAsync(room, DocumentStatus.Repealed)).ShouldBe([id]);
        (await ListAsync(room, DocumentStatus.InForce)).ShouldBeEmpty();
        await office.UseAsync<ChangeValidity, DocumentResult>(use => use.RunAsync(id, new(ValidityChange.Restore, null, "标错了"), office.Clerk, Cancellation));
        (await ReadAsync(room, id))!.Status.ShouldBe(DocumentStatus.InForce);

        await office.UseAsync<ChangeValidity, DocumentResult>(use => use.RunAsync(id, new(ValidityChange.Amend, new DateOnly(2026, 1, 11), "修改的决定"), office.Clerk, Cancellation));
        await office.UseAsync<ChangeValidity, DocumentResult>(use => use.RunAsync(id, new(ValidityChange.Repeal, new DateOnly(2026, 1, 12), "清理结果"), office.Clerk, Cancellation));
        await office.UseAsync<ChangeValidity, DocumentResult>(use => use.RunAsync(id, new(ValidityChange.Restore, null, "没有废止，只是修改"), office.Clerk, Cancellation));
        (await ReadAsync(room, id))!.Status.ShouldBe(DocumentStatus.Amended);
    }

    private static async Task<IReadOnlyList<long>> ListAsync(Newsroom room, DocumentStatus status) =>
        [.. (await room.Office.UseAsync<PublicDocumentQueries, Page<PublicDocumentLine>>(use => use.ListAsync(new PublicDocumentFilter { AgencyId = room.Office.Bureau.Id, Status = status }, null, Cancellation))).Items.Select(line => line.Id)];

    private static async Task<IReadOnlyList<string>> TitlesAsync(Newsroom room) =>
        [.. (await room.Office.UseAsync<PublicDocumentQueries, Page<PublicDocumentLine>>(use => use.ListAsync(new PublicDocumentFilter { AgencyId = room.Office.Bureau.Id }, null, Cancellation))).Items.Select(line => line.Title)];

    private static Task<PublicDocument?> ReadAsync(Newsroom room, long id) => room.Office.UseAsync<PublicDocumentQueries, PublicDocument?>(use => use.FindAsync(id, Cancellation));

    private static Task<PublicDocumentFile?> FileAsync(Newsroom room, long id) => room.Office.UseAsync<PublicDocumentQueries, PublicDocumentFile?>(use => use.FileAsync(id, Cancellation));

    private static async Task<long> AddAsync(Newsroom room, long id, DocumentFilePurpose purpose) =>
        (await room.Office.UseAsync<DocumentFiles, DocumentFiles.FileResult>(use => use.AddAsync(id, new SentFile("说明.txt", () => new MemoryStream("附件的说明文字。"u8.ToArray())), purpose, room.Office.Clerk, Cancellation))).FileId!.Value;

    private static Task<int> SweepAsync(Newsroom room) => room.Office.UseAsync<ReleaseSweep, int>(async sweep =>
    {
        await sweep.SweepAsync(Cancellation);
        return 0;
    });
}
