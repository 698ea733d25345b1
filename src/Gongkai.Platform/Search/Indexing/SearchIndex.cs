using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Search.Indexing;

/// <summary>Keeps the words of published documents up to date. What has changed is marked in the transaction of the change; a mark goes only together with the words of that very state.</summary>
public sealed class SearchIndex(GongkaiDb db, Blobs blobs)
{
    private const int AtOnce = 50;
    private const int MarkedAtOnce = 500;
    private const int MostAttachments = 20;
    private const int LongestAttachments = 200_000;
    private const long LargestAttachment = 20 * 1024 * 1024;

    /// <summary>Takes some of what is marked, the longest waiting first.</summary>
    /// <returns>How many were taken; 0 where nothing waits.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        // A document whose node dies, or which cannot be read, is taken again in a minute and keeps nobody waiting.
        var marks = await db.Database.SqlQuery<Mark>(
            $"""
            UPDATE search_dirty SET taken_until = now() + interval '1 minute'
            WHERE document_id IN (SELECT document_id FROM search_dirty WHERE taken_until IS NULL OR taken_until < now() ORDER BY mark LIMIT {AtOnce} FOR UPDATE SKIP LOCKED)
            RETURNING document_id AS "DocumentId", mark AS "Number"
            """).ToListAsync(cancellation);
        foreach (var mark in marks)
        {
            await KeepAsync(mark, cancellation);
        }

        return marks.Count;
    }

    /// <summary>Reads every published document anew, while what is kept of it goes on being found.</summary>
    /// <param name="report">Is told how many of how many are done.</param>
    /// <param name="cancellation">Ends the work; what was done stays done.</param>
    public async Task<int> RebuildAsync(Func<int, int, Task> report, CancellationToken cancellation)
    {
        var total = await db.Publications.CountAsync(cancellation);
        var (done, last) = (0, 0L);
        while (true)
        {
            var ids = await db.Publications.Where(publication => publication.DocumentId > last).OrderBy(publication => publication.DocumentId)
                .Select(publication => publication.DocumentId).Take(MarkedAtOnce).ToArrayAsync(cancellation);
            if (ids.Length == 0)
            {
                return done;
            }

            await db.Database.ExecuteSqlAsync($"SELECT mark_search(id) FROM unnest({ids}) AS id", cancellation);
            while (await SweepAsync(cancellation) > 0)
            {
            }

            done += ids.Length;
            last = ids[^1];
            await report(done, Math.Max(done, total));
        }
    }

    /// <summary>How many changed documents wait.</summary>
    public Task<int> WaitingAsync(CancellationToken cancellation) => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM search_dirty").SingleAsync(cancellation);

    private async Task KeepAsync(Mark mark, CancellationToken cancellation)
    {
        if (await WordingAsync(mark.DocumentId, cancellation) is not { } wording)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM search_dirty WHERE document_id = {mark.DocumentId} AND mark = {mark.Number}", cancellation);
            return;
        }

        var document = IndexedDocument.Of(wording);
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH taken AS (DELETE FROM search_dirty WHERE document_id = {mark.DocumentId} AND mark = {mark.Number} RETURNING document_id)
            INSERT INTO search_documents (document_id, agency_id, kind, category, year, published_at, effective_on, expires_on, amended_on, repealed_on, shown_until, title, names, words, text, attachments)
            SELECT p.document_id, p.agency_id, p.kind, p.category, extract(year FROM p.made_on), p.published_at, p.effective_on, p.expires_on, p.amended_on, p.repealed_on, p.shown_until,
                {document.Title}, {document.Names}::tsvector, {document.Words}::tsvector, {document.Text}, {document.Attachments}
            FROM taken JOIN publications AS p USING (document_id) FOR KEY SHARE OF p
            ON CONFLICT (document_id) DO UPDATE SET
                agency_id = excluded.agency_id, kind = excluded.kind, category = excluded.category, year = excluded.year, published_at = excluded.published_at, effective_on = excluded.effective_on,
                expires_on = excluded.expires_on, amended_on = excluded.amended_on, repealed_on = excluded.repealed_on, shown_until = excluded.shown_until,
                title = excluded.title, names = excluded.names, words = excluded.words, text = excluded.text, attachments = excluded.attachments
            """,
            cancellation);
    }

    private async Task<DocumentWording?> WordingAsync(long documentId, CancellationToken cancellation)
    {
        var found = await (
            from publication in db.Publications.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on publication.AgencyId equals agency.Id
            where publication.DocumentId == documentId
            select new { Publication = publication, agency.Name, agency.ShortName }).SingleOrDefaultAsync(cancellation);
        return found is null ? null : new DocumentWording
        {
            Title = found.Publication.Title,
            Number = found.Publication.Number,
            IndexNumber = found.Publication.IndexNumber,
            Issuer = found.Publication.Issuer,
            Topic = found.Publication.Topic,
            Keywords = found.Publication.Keywords,
            Summary = found.Publication.Summary,
            Text = PlainText.Of(found.Publication.Body),
            Attachments = await AttachmentsAsync(documentId, cancellation),
            AgencyNames = found.ShortName is { Length: > 0 } shortName && shortName != found.Name ? [found.Name, shortName] : [found.Name],
        };
    }

    private async Task<string> AttachmentsAsync(long documentId, CancellationToken cancellation)
    {
        var files = await (
            from file in db.DocumentFiles.AsNoTracking()
            join blob in db.Blobs.AsNoTracking() on file.BlobId equals blob.Id
            where file.DocumentId == documentId && file.IsPublic && file.Purpose == DocumentFilePurpose.Attachment
            orderby file.Id
            select new { file.Name, file.BlobId, blob.Length }).Take(MostAttachments).ToListAsync(cancellation);
        var texts = new System.Text.StringBuilder();
        foreach (var file in files)
        {
            texts.Append(file.Name).Append('\n');
            if (file.Length > LargestAttachment || texts.Length >= LongestAttachments)
            {
                continue;
            }

            using var content = new MemoryStream();
            await blobs.CopyToAsync(file.BlobId, content, cancellation);
            texts.Append(await AttachmentText.OfAsync(file.Name, content.ToArray(), LongestAttachments - texts.Length, cancellation)).Append('\n');
        }

        return texts.ToString();
    }

    private sealed record Mark(long DocumentId, long Number);
}
