using Gongkai.Platform.Accounts;
using Gongkai.Platform.Screening.Dictionary;
using Gongkai.Platform.Screening.Files;
using Gongkai.Platform.Screening.Texts;
using Gongkai.Platform.Screening.Texts.Words;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing;

/// <summary>三校 by machine for a document and its files, with what people have decided of its hits.</summary>
public sealed class DocumentScreenings(GongkaiDb db, DocumentDesk desk, ScreeningWordQueries words, Blobs blobs, TimeProvider time)
{
    private WordBook? book;
    private string? stamp;

    /// <summary>Looks into the files that were not looked into yet. A file takes its time: this is done before the document's row is locked, so that nobody waits for it.</summary>
    internal async Task PrepareAsync(long documentId, CancellationToken cancellation)
    {
        if (await db.Documents.AsNoTracking().SingleOrDefaultAsync(found => found.Id == documentId, cancellation) is { } document)
        {
            await OfFilesAsync(document, cancellation);
        }
    }

    /// <summary>The same for who may do with the document what the looking is for.</summary>
    internal async Task PrepareAsync(long documentId, DocumentAction action, Actor actor, CancellationToken cancellation)
    {
        if (await desk.RefuseAsync(documentId, action, actor, cancellation) is null)
        {
            await PrepareAsync(documentId, cancellation);
        }
    }

    /// <summary>Why a document whose row is locked cannot go on: something grave stands that nobody has answered for, or it has a file that came after <see cref="PrepareAsync(long, CancellationToken)"/>.</summary>
    internal async Task<DocumentRefusal?> RefuseAsync(Document document, CancellationToken cancellation) =>
        await KnownAsync(document, cancellation) is not { } hits ? DocumentRefusal.ChangedMeanwhile
        : hits.Any(hit => hit.Holds) ? DocumentRefusal.ScreeningHits
        : null;

    /// <summary>Everything that was found, the gravest first. Looks into the files that were not looked into yet.</summary>
    public async Task<IReadOnlyList<JudgedHit>> OfAsync(Document document, CancellationToken cancellation) =>
        await JudgedAsync(document, await OfFilesAsync(document, cancellation), cancellation);

    /// <summary>The same without looking into a file; null where one was not looked into yet.</summary>
    internal async Task<IReadOnlyList<JudgedHit>?> KnownAsync(Document document, CancellationToken cancellation)
    {
        var files = await FilesAsync(document, cancellation);
        return files.Exists(file => file.Hits is null) ? null : await JudgedAsync(document, files.SelectMany(file => file.Hits!), cancellation);
    }

    private async Task<IReadOnlyList<JudgedHit>> JudgedAsync(Document document, IEnumerable<DocumentHit> ofFiles, CancellationToken cancellation)
    {
        var kept = await db.KeptHits.AsNoTracking().Where(hit => hit.DocumentId == document.Id).ToDictionaryAsync(hit => hit.Fingerprint, StringComparer.Ordinal, cancellation);
        var hits = TextScreening.Of(Screened(document.Content), await BookAsync(cancellation)).Select(hit => DocumentHit.Of(hit, null)).ToList();
        hits.AddRange(ofFiles);
        return [.. hits.Select(hit => new JudgedHit(hit, kept.GetValueOrDefault(hit.Fingerprint))).OrderBy(hit => hit.Kept is not null).ThenByDescending(hit => hit.Hit.Severity)];
    }

    /// <summary>The content with what was found corrected or masked.</summary>
    internal async Task<DocumentContent> MendedAsync(DocumentContent content, IReadOnlyCollection<string> fingerprints, CancellationToken cancellation)
    {
        var mended = BodyMending.Apply(Screened(content), fingerprints, await BookAsync(cancellation));
        return content with { Title = mended.Title, Body = mended.BodyHtml, Summary = mended.Summary ?? "", Number = mended.Number ?? "" };
    }

    private async Task<List<DocumentHit>> OfFilesAsync(Document document, CancellationToken cancellation)
    {
        var hits = new List<DocumentHit>();
        foreach (var (file, known) in await FilesAsync(document, cancellation))
        {
            hits.AddRange(known ?? await ScreenAsync(file, document.Content, cancellation));
        }

        return hits;
    }

    /// <summary>The files that are screened, each with what was found in it; null where it was not looked into with the words and for the attribute of now.</summary>
    private async Task<List<(DocumentFile File, IReadOnlyList<DocumentHit>? Hits)>> FilesAsync(Document document, CancellationToken cancellation)
    {
        var files = await db.DocumentFiles.AsNoTracking().Where(file => file.DocumentId == document.Id && file.RemovedAt == null && file.Purpose != DocumentFilePurpose.Original).OrderBy(file => file.Id).ToListAsync(cancellation);
        var ids = files.Select(file => file.Id).ToList();
        var known = await db.DocumentFileScreenings.AsNoTracking().Where(screening => ids.Contains(screening.FileId)).ToDictionaryAsync(screening => screening.FileId, cancellation);
        var asked = await StampAsync(document.Content, cancellation);
        return [.. files.Select(file => (file, known.TryGetValue(file.Id, out var screening) && screening.BlobId == file.BlobId && screening.WordsStamp == asked ? screening.Hits : null))];
    }

    private async Task<IReadOnlyList<DocumentHit>> ScreenAsync(DocumentFile file, DocumentContent content, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await blobs.CopyToAsync(file.BlobId, bytes, cancellation);
        var settings = new ScreeningSettings(time.Today(), content.Attribute);
        var hits = (await AttachmentScreening.OfAsync(file.Name, bytes.ToArray(), await BookAsync(cancellation), settings, cancellation)).Select(hit => DocumentHit.Of(hit, file.Id)).ToList();
        var asked = await StampAsync(content, cancellation);
        var json = System.Text.Json.JsonSerializer.Serialize(hits, System.Text.Json.JsonSerializerOptions.Web);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO document_file_screenings (file_id, blob_id, words_stamp, screened_at, hits) VALUES ({file.Id}, {file.BlobId}, {asked}, {time.GetUtcNow()}, {json}::jsonb)
            ON CONFLICT (file_id) DO UPDATE SET blob_id = excluded.blob_id, words_stamp = excluded.words_stamp, screened_at = excluded.screened_at, hits = excluded.hits
            """,
            cancellation);
        return hits;
    }

    private ScreenedDocument Screened(DocumentContent content) => new()
    {
        Title = content.Title,
        BodyHtml = content.Body,
        Number = content.Number,
        MadeOn = content.MadeOn,
        PublishedOn = time.Today(),
        Keywords = content.Keywords.Split([';', '；', ',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries),
        Summary = content.Summary,
        Source = content.Source.Length == 0 ? "本机关" : content.Source,
        Openness = content.Attribute,
    };

    /// <summary>What a file is looked into with.</summary>
    private async Task<string> StampAsync(DocumentContent content, CancellationToken cancellation) => $"{stamp ??= await words.StampAsync(cancellation)}/{content.Attribute}/{AttachmentScreening.Edition}";

    private async Task<WordBook> BookAsync(CancellationToken cancellation) => book ??= await words.DictionaryAsync(cancellation);
}
