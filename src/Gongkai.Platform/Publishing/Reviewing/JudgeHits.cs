using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Publishing.Writing;
using Gongkai.Platform.Screening.Files;
using Gongkai.Platform.Screening.Texts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Reviewing;

/// <summary>What a person does about a hit of the screening: corrects or masks it, cleans the file, or lets it stand and says why. What is grave is let stand by a reviewer alone.</summary>
public sealed class JudgeHits(GongkaiDb db, DocumentDesk desk, DocumentScreenings screenings, DocumentSaving saving, Blobs blobs, AuditTrail audit, TimeProvider time)
{
    private const int Longest = 500;

    /// <summary>Puts the suggestions into the document.</summary>
    public Task<DocumentResult> MendAsync(long documentId, IReadOnlyCollection<string> fingerprints, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(documentId, actor, async document =>
        {
            var areFilesMended = await MendFilesAsync(document, fingerprints, cancellation);
            var mended = DocumentSaving.Cleaned(await screenings.MendedAsync(document.Content, fingerprints, cancellation));
            if (mended == document.Content && !areFilesMended)
            {
                return false;
            }

            await saving.KeepAsync(document, mended, actor, cancellation);
            await audit.RecordAsync(actor, document.AgencyId, "document.hitsMended", $"document/{documentId}", null, new { document.ContentVersion, fingerprints.Count }, cancellation);
            return true;
        }, cancellation);

    /// <summary>Masks and corrects in the cells of workbooks.</summary>
    private async Task<bool> MendFilesAsync(Document document, IReadOnlyCollection<string> fingerprints, CancellationToken cancellation)
    {
        var isMended = false;
        var hits = (await screenings.OfAsync(document, cancellation)).Select(hit => hit.Hit).Where(hit => hit is { FileId: not null, Cell: not null, Suggestion: not null } && fingerprints.Contains(hit.Fingerprint));
        foreach (var group in hits.GroupBy(hit => hit.FileId!.Value).ToList())
        {
            var file = await db.DocumentFiles.SingleAsync(found => found.Id == group.Key, cancellation);
            using var bytes = new MemoryStream();
            await blobs.CopyToAsync(file.BlobId, bytes, cancellation);
            if (ExcelMending.Apply(bytes.ToArray(), [.. group.Select(hit => (hit.Cell!, hit.Suggestion!))]) is { } mended)
            {
                var type = await db.Blobs.Where(blob => blob.Id == file.BlobId).Select(blob => blob.ContentType).SingleAsync(cancellation);
                file.BlobId = (await blobs.KeepAsync(new MemoryStream(mended, writable: false), file.Name, type, cancellation)).Id;
                isMended = true;
            }
        }

        return isMended;
    }

    /// <summary>Takes out of a file what is hidden in it.</summary>
    public Task<DocumentResult> CleanAsync(long documentId, long fileId, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(documentId, actor, async document =>
        {
            if (await db.DocumentFiles.SingleOrDefaultAsync(file => file.Id == fileId && file.DocumentId == documentId && file.RemovedAt == null, cancellation) is not { } file)
            {
                return false;
            }

            using var bytes = new MemoryStream();
            await blobs.CopyToAsync(file.BlobId, bytes, cancellation);
            if (AttachmentScreening.Clean(bytes.ToArray()) is not { } cleaned)
            {
                return false;
            }

            var type = await db.Blobs.Where(blob => blob.Id == file.BlobId).Select(blob => blob.ContentType).SingleAsync(cancellation);
            var blob = await blobs.KeepAsync(new MemoryStream(cleaned.Content, writable: false), file.Name, type, cancellation);
            file.BlobId = blob.Id;
            await saving.KeepAsync(document, document.Content, actor, cancellation);
            await audit.RecordAsync(actor, document.AgencyId, "document.fileCleaned", $"document/{documentId}", null, new { file.Name, blob.Sha256 }, cancellation);
            return true;
        }, cancellation);

    /// <summary>Lets a hit stand.</summary>
    public async Task<DocumentResult> KeepAsync(long documentId, string fingerprint, string because, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await desk.LockAsync(documentId, cancellation) is not { } document)
        {
            return DocumentResult.Refused(DocumentRefusal.NotFound);
        }

        var situation = await desk.SituationAsync(document, cancellation);
        var mayWrite = DocumentGate.Refuse(situation, DocumentAction.Edit, actor) is null;
        var mayReview = DocumentGate.Refuse(situation, DocumentAction.Approve, actor) is null;
        var hit = (await screenings.OfAsync(document, cancellation)).FirstOrDefault(found => found.Hit.Fingerprint == fingerprint);
        var refusal = hit is null ? DocumentRefusal.NotFound
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

    private async Task<DocumentResult> ChangeAsync(long documentId, Actor actor, Func<Document, Task<bool>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await desk.LockAsync(documentId, cancellation) is not { } document)
        {
            return DocumentResult.Refused(DocumentRefusal.NotFound);
        }

        if (DocumentGate.Refuse(await desk.SituationAsync(document, cancellation), DocumentAction.Edit, actor) is { } refusal)
        {
            return DocumentResult.Refused(refusal, documentId);
        }

        if (!await change(document))
        {
            return DocumentResult.Refused(DocumentRefusal.NotFound, documentId);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new DocumentResult { DocumentId = documentId, Stage = document.Stage };
    }
}
