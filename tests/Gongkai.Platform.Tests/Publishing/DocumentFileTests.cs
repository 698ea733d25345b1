using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Reviewing;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Platform.Publishing.Writing;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Screening;
using Gongkai.Testing.Redaction;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gongkai.Platform.Tests.Publishing;

/// <summary>The files of a document: looked into while nobody waits for it, and right when two people are at it.</summary>
public sealed class DocumentFileTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private const string Picture = "iVBORw0KGgo=";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_are_screened_before_the_row_is_locked_and_one_that_came_meanwhile_is_not_passed_over()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var id = await room.BeginAsync(Newsroom.Content());
        var first = await AttachAsync(room, id, "说明.txt", "工程于三月开工。"u8.ToArray());
        await using var other = new NpgsqlConnection(database.ConnectionString);
        await other.OpenAsync(Cancellation);
        await using var transaction = await other.BeginTransactionAsync(Cancellation);
        await DoAsync(other, $"SELECT 1 FROM documents WHERE id = {id} FOR UPDATE");

        var sending = room.SendAsync(id);
        await UntilWaitingAsync();
        (await room.Office.UseAsync<GongkaiDb, bool>(db => db.DocumentFileScreenings.AnyAsync(screening => screening.FileId == first, Cancellation))).ShouldBeTrue("it was looked into while another held the row");
        await DoAsync(other, $"INSERT INTO document_files (document_id, blob_id, purpose, name, added_at, added_by_name, is_public) SELECT document_id, blob_id, purpose, '后来的.txt', added_at, added_by_name, false FROM document_files WHERE id = {first}");
        await transaction.CommitAsync(Cancellation);

        (await sending).Refusal.ShouldBe(DocumentRefusal.ChangedMeanwhile);
        (await room.SheetAsync(id)).Row.Stage.ShouldBe(DocumentStage.Drafting);
        (await room.SendAsync(id)).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_that_another_has_changed_meanwhile_is_not_overwritten_by_its_cleaned_copy()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var id = await room.BeginAsync(Newsroom.Content());
        var file = await AttachAsync(room, id, "通知.pdf", SamplePdf.Of([(100, 100, "Notice")]));
        var another = await AttachAsync(room, id, "新稿.pdf", SamplePdf.Of([(100, 100, "Changed")]));
        await using var other = new NpgsqlConnection(database.ConnectionString);
        await other.OpenAsync(Cancellation);
        await using var transaction = await other.BeginTransactionAsync(Cancellation);
        await DoAsync(other, $"SELECT 1 FROM documents WHERE id = {id} FOR UPDATE");

        var cleaning = CleanAsync(room, id, file);
        await UntilWaitingAsync();
        await DoAsync(other, $"UPDATE document_files SET blob_id = (SELECT blob_id FROM document_files WHERE id = {another}) WHERE id = {file}");
        await transaction.CommitAsync(Cancellation);

        (await cleaning).Refusal.ShouldBe(DocumentRefusal.ChangedMeanwhile);
        (await BlobAsync(room, file)).ShouldBe(await BlobAsync(room, another));
        (await CleanAsync(room, id, file)).IsDone.ShouldBeTrue();
        (await HitsAsync(room, id)).Count(hit => hit.Hit.Rule == "file.property").ShouldBe(1, "the other file is as it was");
    }

    [Fact]
    public async Task Two_people_who_clean_one_file_at_once_clean_it_once()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var id = await room.BeginAsync(Newsroom.Content());
        var file = await AttachAsync(room, id, "材料.docx", WordFiles.Everything());

        var both = await Task.WhenAll(CleanAsync(room, id, file), CleanAsync(room, id, file, room.Office.OtherClerk));

        both.ShouldContain(result => result.IsDone);
        both.Where(result => !result.IsDone).ShouldAllBe(result => result.Refusal == DocumentRefusal.ChangedMeanwhile);
        (await HitsAsync(room, id)).ShouldNotContain(hit => hit.Hit.Rule == "file.property");
    }

    [Fact]
    public async Task A_picture_inside_of_a_text_becomes_a_file_once_however_often_the_text_is_sent()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var id = await room.BeginAsync(Newsroom.Content());
        var body = $"<p>示意图如下。</p><p><img src='data:image/png;base64,{Picture}' alt='示意图'></p>";

        var first = await SaveAsync(room, id, body);
        var again = await SaveAsync(room, id, body);

        first.LeftOut.ShouldBeEmpty();
        again.Version.ShouldBe(first.Version);
        var file = (await room.SheetAsync(id)).Files.ShouldHaveSingleItem();
        file.Purpose.ShouldBe(DocumentFilePurpose.Picture);
        (await room.SheetAsync(id)).Content.Body.ShouldContain($"<img src=\"{CleanHtml.PicturePath}{file.Id}\" alt=\"示意图\">");
    }

    [Fact]
    public async Task A_picture_that_was_taken_out_of_the_text_again_is_not_public()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var id = await room.BeginAsync(Newsroom.Content());
        await SaveAsync(room, id, $"<p>甲<img src='data:image/png;base64,{Picture}' alt='放错的图'></p>");
        await SaveAsync(room, id, $"<p>乙<img src='data:image/png;base64,{Picture[..^1]}A' alt='要公开的图'></p>");
        await room.SendAsync(id);
        foreach (var step in ReviewRoute.Of(ReviewRoute.Usual(DocumentKind.Notice)))
        {
            await room.ApproveAsync(id, step, room.ReviewerOf(step));
        }

        (await room.PublishAsync(id)).Refusal.ShouldBeNull();

        var files = await room.Office.UseAsync<GongkaiDb, List<DocumentFile>>(db => db.DocumentFiles.AsNoTracking().Where(file => file.DocumentId == id).OrderBy(file => file.Id).ToListAsync(Cancellation));
        files.Select(file => file.IsPublic).ShouldBe([false, true]);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_taken_is_named_and_its_place_is_marked()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var id = await room.BeginAsync(Newsroom.Content());

        var saved = await SaveAsync(room, id, "<p>甲<img src='data:image/svg+xml;base64,PHN2Zz4=' alt='流程'><img src='https://example.org/a.png' alt='现场'><img src='file:///C:/x.png'></p>");

        saved.Refusal.ShouldBeNull();
        saved.LeftOut.Count.ShouldBe(3);
        saved.LeftOut[0].ShouldStartWith("图片“流程”不是 PNG");
        saved.LeftOut[1].ShouldStartWith("图片“现场”在别的网站上（https://example.org/a.png）");
        saved.LeftOut[2].ShouldStartWith("有一张图片没有带过来");
        (await room.SheetAsync(id)).Content.Body.ShouldBe("<p>甲〔图片：流程〕〔图片：现场〕〔图片〕</p>");
    }

    [Fact]
    public async Task Pictures_past_the_bound_of_a_document_are_named()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var id = await room.BeginAsync(Newsroom.Content());
        var pictures = Enumerable.Range(0, DocumentFiles.MostFiles + 1).Select(number => $"<img src='data:image/png;base64,{Convert.ToBase64String([0x89, .. "PNG\r\n\u001a\n"u8, (byte)number])}' alt='图{number}'>");

        var saved = await SaveAsync(room, id, $"<p>{string.Concat(pictures)}</p>");

        saved.LeftOut.ShouldHaveSingleItem().ShouldStartWith($"图片“图{DocumentFiles.MostFiles}”没有收下，正文里标了〔图片〕：附件和图片太多了");
        (await room.SheetAsync(id)).Files.Count.ShouldBe(DocumentFiles.MostFiles);
        (await room.SheetAsync(id)).Content.Body.ShouldContain($"〔图片：图{DocumentFiles.MostFiles}〕");
    }

    private static Task<SaveDocument.Result> SaveAsync(Newsroom room, long id, string body) => room.Office.UseAsync<SaveDocument, SaveDocument.Result>(async use =>
        await use.RunAsync(new(id, Newsroom.Content() with { Body = body }, (await room.SheetAsync(id)).Version), room.Office.Clerk, Cancellation));

    private static async Task<long> AttachAsync(Newsroom room, long id, string name, byte[] content)
    {
        var added = await room.Office.UseAsync<DocumentFiles, DocumentFiles.FileResult>(
            use => use.AddAsync(id, new SentFile(name, () => new MemoryStream(content, writable: false)), DocumentFilePurpose.Attachment, room.Office.Clerk, Cancellation));
        added.Refusal.ShouldBeNull();
        return added.FileId!.Value;
    }

    private static Task<DocumentResult> CleanAsync(Newsroom room, long id, long file, Actor? actor = null) =>
        room.Office.UseAsync<JudgeHits, DocumentResult>(use => use.CleanAsync(id, file, actor ?? room.Office.Clerk, Cancellation));

    private static async Task<IReadOnlyList<JudgedHit>> HitsAsync(Newsroom room, long id) =>
        (await room.Office.UseAsync<DocumentHits, IReadOnlyList<JudgedHit>?>(use => use.OfAsync(id, room.Office.Clerk, Cancellation)))!;

    private static Task<Guid> BlobAsync(Newsroom room, long file) => room.Office.UseAsync<GongkaiDb, Guid>(db => db.DocumentFiles.Where(found => found.Id == file).Select(found => found.BlobId).SingleAsync(Cancellation));

    private static async Task DoAsync(NpgsqlConnection connection, FormattableString sql)
    {
        await using var command = new NpgsqlCommand(FormattableString.Invariant(sql), connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>Until somebody waits for a lock in this database.</summary>
    private async Task UntilWaitingAsync()
    {
        await using var look = new NpgsqlConnection(database.ConnectionString);
        await look.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", look);
        while ((long)(await command.ExecuteScalarAsync(Cancellation))! == 0)
        {
            await Task.Yield();
        }
    }
}
