using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Publishing.Writing;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Screening.Files;
using Gongkai.Platform.Screening.Texts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Reviewing;

/// <summary>What a person does about a hit of the screening: corrects or masks it, cleans the file, or lets it stand and says why. What is grave is let stand by a reviewer alone.</summary>
public sealed class JudgeHits(GongkaiDb db, DocumentDesk desk, DocumentScreenings screenings, DocumentSaving saving, Blobs blobs, AuditTrail audit, TimeProvider time)
{
    private const int Longest = 500;

    /// <summary>Puts the suggestions into the document and into the cells of its workbooks.</summary>
    public async Task<DocumentResult> MendAsync(long documentId, IReadOnlyCollection<string> fingerprints, Actor actor, CancellationToken cancellation)
    {
        var copies = await desk.RefuseAsync(documentId, DocumentAction.Edit, actor, cancellation) is null ? await MendedFilesAsync(documentId, fingerprints, cancellation) : [];
        return await ChangeAsync(documentId, actor, async document =>
        {
            var mended = DocumentSaving.Cleaned(await screenings.MendedAsync(document.Content, fingerprints, cancellation));
            if (mended == document.Content && copies.Count == 0)
            {
                return DocumentRefusal.NotFound;
            }

            foreach (var copy in copies)
            {
                if (await PutAsync(copy, cancellation) is null)
                {
                    return DocumentRefusal.ChangedMeanwhile;
                }
            }

            await saving.KeepAsync(document, mended, actor, cancellation);
            await audit.RecordAsync(actor, document.AgencyId, "document.hitsMended", $"document/{documentId}", null, new { document.ContentVersion, fingerprints.Count }, cancellation);
            return null;
        }, cancellation);
    }

    /// <summary>Takes out of a file what is hidden in it.</summary>
    public async Task<DocumentResult> CleanAsync(long documentId, long fileId, Actor actor, CancellationToken cancellation)
    {
        var copy = await desk.RefuseAsync(documentId, DocumentAction.Edit, actor, cancellation) is null ? await CopyAsync(documentId, fileId, bytes => AttachmentScreening.Clean(bytes)?.Content, cancellation) : null;
        return await ChangeAsync(documentId, actor, async document =>
        {
            if (copy is null)
            {
                return DocumentRefusal.NotFound;
            }

            if (await PutAsync(copy, cancellation) is not { } blob)
            {
                return DocumentRefusal.ChangedMeanwhile;
            }

            await saving.KeepAsync(document, document.Content, actor, cancellation);
            await audit.RecordAsync(actor, document.AgencyId, "document.fileCleaned", $"document/{documentId}", null, new { blob.Name, blob.Sha256 }, cancellation);
            return null;
        }, cancellation);
    }

    /// <summary>Lets a hit stand.</summary>
    public async Task<DocumentResult> KeepAsync(long documentId, string fingerprint, string because, Actor actor, CancellationToken cancellation)
    {
        await screenings.PrepareAsync(documentId, DocumentAction.Edit, actor, cancellation);
        await screenings.PrepareAsync(documentId, DocumentAction.Approve, actor, cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await desk.LockAsync(documentId, cancellation) is not { } document)
        {
            return DocumentResult.Refused(DocumentRefusal.NotFound);
        }

        var situation = await desk.SituationAsync(document, cancellation);
        var mayWrite = DocumentGate.Refuse(situation, DocumentAction.Edit, actor) is null;
        var mayReview = DocumentGate.Refuse(situation, DocumentAction.Approve, actor) is null;
        var hits = mayWrite || mayReview ? await screenings.KnownAsync(document, cancellation) : [];
        var hit = hits?.FirstOrDefault(found => found.Hit.Fingerprint == fingerprint);
        var refusal = hits is null ? DocumentRefusal.ChangedMeanwhile
            : !mayWrite && !mayReview ? DocumentRefusal.NotAllowed
            : hit is null ? DocumentRefusal.NotFound
            : string.IsNullOrWhiteSpace(because) ? DocumentRefusal.TextMissing
            : because.Length > Longest ? DocumentRefusal.TextTooLong
            : mayReview || (mayWrite && hit.Hit.Severity != ScreeningSeverity.Grave) ? (DocumentRefusal?)null : DocumentRefusal.NotAllowed;
        if (refusal is { } why)
        {
            return DocumentResult.Refused(why, documentId);
        }

        var reason = because.Trim();
        Guid? account = actor.AccountId == Guid.Empty ? null : actor.AccountId;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO document_kept_hits (document_id, fingerprint, because, by_name, by, at) VALUES ({documentId}, {fingerprint}, {reason}, {actor.Name}, {account}, {time.GetUtcNow()})
            ON CONFLICT (document_id, fingerprint) DO NOTHING
            """,
            cancellation);
        await audit.RecordAsync(actor, document.AgencyId, "document.hitKept", $"document/{documentId}", null, new { hit!.Hit.Rule, hit.Hit.Severity, Reason = PersonalData.Mask(reason) }, cancellation);
        await transaction.CommitAsync(cancellation);
        return new DocumentResult { DocumentId = documentId, Stage = document.Stage };
    }

    private async Task<DocumentResult> ChangeAsync(long documentId, Actor actor, Func<Document, Task<DocumentRefusal?>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await desk.LockAsync(documentId, cancellation) is not { } document)
        {
            return DocumentResult.Refused(DocumentRefusal.NotFound);
        }

        if ((DocumentGate.Refuse(await desk.SituationAsync(document, cancellation), DocumentAction.Edit, actor) ?? await change(document)) is { } refusal)
        {
            return DocumentResult.Refused(refusal, documentId);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new DocumentResult { DocumentId = documentId, Stage = document.Stage };
    }

    /// <summary>The workbooks with their cells masked and corrected.</summary>
    private async Task<List<MadeCopy>> MendedFilesAsync(long documentId, IReadOnlyCollection<string> fingerprints, CancellationToken cancellation)
    {
        var document = await db.Documents.AsNoTracking().SingleAsync(found => found.Id == documentId, cancellation);
        var hits = (await screenings.OfAsync(document, cancellation)).Select(hit => hit.Hit).Where(hit => hit is { FileId: not null, Cell: not null, Suggestion: not null } && fingerprints.Contains(hit.Fingerprint));
        var copies = new List<MadeCopy>();
        foreach (var group in hits.GroupBy(hit => hit.FileId!.Value).ToList())
        {
            if (await CopyAsync(documentId, group.Key, bytes => ExcelMending.Apply(bytes, [.. group.Select(hit => (hit.Cell!, hit.Suggestion!))]), cancellation) is { } copy)
            {
                copies.Add(copy);
            }
        }

        return copies;
    }

    /// <summary>A changed copy of a file as it stands now, made while nobody waits for the document; null where there is nothing to change.</summary>
    private async Task<MadeCopy?> CopyAsync(long documentId, long fileId, Func<byte[], byte[]?> make, CancellationToken cancellation)
    {
        var file = await db.DocumentFiles.AsNoTracking().SingleOrDefaultAsync(found => found.Id == fileId && found.DocumentId == documentId && found.RemovedAt == null, cancellation);
        if (file is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await blobs.CopyToAsync(file.BlobId, bytes, cancellation);
        return await Task.Run(() => make(bytes.ToArray()), cancellation) is { } made ? new MadeCopy(fileId, file.BlobId, made) : null;
    }

    /// <summary>Puts a copy in the place of what it was made of, in the transaction that is open; null where another stands there by now.</summary>
    private async Task<Blob?> PutAsync(MadeCopy copy, CancellationToken cancellation)
    {
        if (await db.DocumentFiles.SingleOrDefaultAsync(file => file.Id == copy.FileId && file.BlobId == copy.MadeOf && file.RemovedAt == null, cancellation) is not { } file)
        {
            return null;
        }

        // A copy of a file in an old format is one in the new.
        var (extension, type) = Attachments.FormOf(copy.Content)!.Value;
        file.Name = Path.ChangeExtension(file.Name, extension);
        var kept = await blobs.KeepAsync(new MemoryStream(copy.Content, writable: false), file.Name, type, cancellation);
        file.BlobId = kept.Id;
        return kept;
    }

    private sealed record MadeCopy(long FileId, Guid MadeOf, byte[] Content);
}
