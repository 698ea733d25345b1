using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Writing;

/// <summary>拟稿: begins a document. The same form begins one, however often it is sent.</summary>
public sealed class BeginDocument(GongkaiDb db, DocumentDesk desk, DocumentSaving saving, TimeProvider time)
{
    public async Task<DocumentResult> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({command.FormKey.ToString()}, 0))", cancellation);
        var agency = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(found => found.Id == command.AgencyId, cancellation);
        if (agency is null || !Gate.May(actor, Act.WriteDocuments, agency.Path))
        {
            return DocumentResult.Refused(DocumentRefusal.NotAllowed);
        }

        if (await db.Documents.AsNoTracking().Where(made => made.FormKey == command.FormKey).Select(made => (long?)made.Id).SingleOrDefaultAsync(cancellation) is { } before)
        {
            return new DocumentResult { DocumentId = before, Stage = DocumentStage.Drafting };
        }

        if (DocumentFault.Unkeepable(command.Content).ToList() is { Count: > 0 } faults)
        {
            return DocumentResult.Refused(DocumentRefusal.TextTooLong) with { Missing = faults };
        }

        var now = time.GetUtcNow();
        var content = DocumentSaving.Cleaned(command.Content);
        var document = new Document
        {
            AgencyId = command.AgencyId, Stage = DocumentStage.Drafting, Content = content, Title = content.Title, FormKey = command.FormKey,
            CreatedBy = actor.AccountId == Guid.Empty ? null : actor.AccountId, CreatedByName = actor.Name, CreatedAt = now, ChangedByName = actor.Name, ChangedAt = now,
        };
        db.Documents.Add(document);
        await db.SaveChangesAsync(cancellation);
        await saving.KeepAsync(document, content, actor, cancellation);
        await desk.RecordAsync(document, DocumentTaken.Done(DocumentStepKind.Begun), null, actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new DocumentResult { DocumentId = document.Id, Stage = document.Stage };
    }

    /// <param name="AgencyId">Whose document it is.</param>
    /// <param name="Content">What is known of it so far.</param>
    /// <param name="FormKey">The form.</param>
    public sealed record Command(int AgencyId, DocumentContent Content, Guid FormKey);
}
