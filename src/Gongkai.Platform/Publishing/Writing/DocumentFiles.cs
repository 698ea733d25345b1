using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Writing;

/// <summary>Adds and removes the files of a document. What they are is found from their bytes, which are read, scanned and written before the document's row is locked.</summary>
public sealed class DocumentFiles(GongkaiDb db, DocumentDesk desk, Attachments attachments, Blobs blobs, AuditTrail audit, TimeProvider time)
{
    public const int MostFiles = 40;

    public async Task<FileResult> AddAsync(long documentId, SentFile sent, DocumentFilePurpose purpose, Actor actor, CancellationToken cancellation)
    {
        if (await desk.RefuseAsync(documentId, DocumentAction.Edit, actor, cancellation) is { } early)
        {
            return new(early, null);
        }

        if (await attachments.TakeAsync([sent], cancellation) is not [var taken] || (purpose == DocumentFilePurpose.Picture && !taken.ContentType.StartsWith("image/", StringComparison.Ordinal)))
        {
            return new(DocumentRefusal.FileRefused, null);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await using var content = taken.Open();
        var blob = await blobs.KeepAsync(content, taken.Name, taken.ContentType, cancellation);
        if (await desk.LockAsync(documentId, cancellation) is not { } document)
        {
            return new(DocumentRefusal.NotFound, null);
        }

        if (DocumentGate.Refuse(await desk.SituationAsync(document, cancellation), DocumentAction.Edit, actor) is { } refusal)
        {
            return new(refusal, null);
        }

        if (await db.DocumentFiles.CountAsync(file => file.DocumentId == documentId && file.RemovedAt == null, cancellation) >= MostFiles)
        {
            return new(DocumentRefusal.TooManyFiles, null);
        }

        var file = new DocumentFile { DocumentId = documentId, BlobId = blob.Id, Purpose = purpose, Name = taken.Name, AddedAt = time.GetUtcNow(), AddedByName = actor.Name };
        db.DocumentFiles.Add(file);
        if (purpose == DocumentFilePurpose.Attachment)
        {
            document.ContentVersion = NextVersion(document, actor);
        }

        await audit.RecordAsync(actor, document.AgencyId, "document.fileAdded", $"document/{documentId}", null, new { file.Name, file.Purpose, blob.Sha256 }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(null, file.Id);
    }

    public async Task<FileResult> RemoveAsync(long documentId, long fileId, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await desk.LockAsync(documentId, cancellation) is not { } document
            || await db.DocumentFiles.SingleOrDefaultAsync(found => found.Id == fileId && found.DocumentId == documentId && found.RemovedAt == null, cancellation) is not { } file)
        {
            return new(DocumentRefusal.NotFound, null);
        }

        if (DocumentGate.Refuse(await desk.SituationAsync(document, cancellation), DocumentAction.Edit, actor) is { } refusal)
        {
            return new(refusal, null);
        }

        file.RemovedAt = time.GetUtcNow();
        document.ContentVersion = NextVersion(document, actor);
        await audit.RecordAsync(actor, document.AgencyId, "document.fileRemoved", $"document/{documentId}", new { file.Name, file.Purpose }, null, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(null, fileId);
    }

    /// <summary>What stands with other attachments is another version of the document; a picture is one when the text shows it.</summary>
    private int NextVersion(Document document, Actor actor)
    {
        var number = document.ContentVersion + 1;

        db.DocumentVersions.Add(new DocumentVersion
        {
            DocumentId = document.Id, Number = number, Content = document.Content, SavedBy = actor.AccountId == Guid.Empty ? null : actor.AccountId, SavedByName = actor.Name, SavedAt = time.GetUtcNow(),
        });
        return number;
    }

    /// <param name="Refusal">Why not; null where it was done.</param>
    /// <param name="FileId">The file.</param>
    public sealed record FileResult(DocumentRefusal? Refusal, long? FileId);
}
