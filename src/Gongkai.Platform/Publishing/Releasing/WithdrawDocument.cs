using Gongkai.Platform.Accounts;
using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Releasing;

/// <summary>撤回, 作废 and 更正: takes a document off every way out, lays a draft aside, or begins a new version of either or of what is published, which stays meanwhile.</summary>
public sealed class WithdrawDocument(GongkaiDb db, DocumentDesk desk, DeliveryPlan deliveries)
{
    public Task<DocumentResult> RunAsync(long documentId, string reason, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(documentId, DocumentAction.Withdraw, actor, async document =>
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                return DocumentTaken.Refused(DocumentRefusal.TextMissing);
            }

            await db.TakeOffAsync(documentId, cancellation);
            await deliveries.TakenOffAsync(document, actor, cancellation);
            document.Stage = DocumentStage.Withdrawn;
            document.NextReview = null;
            document.PublishAt = null;
            return DocumentTaken.Done(DocumentStepKind.Withdrawn, reason);
        }, cancellation);

    /// <summary>Lays a draft aside that is not needed; it can be taken up again.</summary>
    public Task<DocumentResult> DiscardAsync(long documentId, string reason, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(documentId, DocumentAction.Discard, actor, document =>
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                return Task.FromResult(DocumentTaken.Refused(DocumentRefusal.TextMissing));
            }

            document.Stage = DocumentStage.Discarded;
            return Task.FromResult(DocumentTaken.Done(DocumentStepKind.Discarded, reason));
        }, cancellation);

    /// <summary>Begins a correction: a draft again, with all its reviews before it.</summary>
    public Task<DocumentResult> CorrectAsync(long documentId, string reason, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(documentId, DocumentAction.Correct, actor, document =>
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                return Task.FromResult(DocumentTaken.Refused(DocumentRefusal.TextMissing));
            }

            document.Stage = DocumentStage.Drafting;
            document.ApprovedVersion = null;
            return Task.FromResult(DocumentTaken.Done(DocumentStepKind.CorrectionBegun, reason));
        }, cancellation);
}

internal static class TakingOff
{
    /// <summary>Takes a document off every way out, in the transaction that is open.</summary>
    public static async Task TakeOffAsync(this GongkaiDb db, long documentId, CancellationToken cancellation)
    {
        await db.Publications.Where(publication => publication.DocumentId == documentId).ExecuteDeleteAsync(cancellation);
        await db.DocumentFiles.Where(file => file.DocumentId == documentId).ExecuteUpdateAsync(set => set.SetProperty(file => file.IsPublic, false), cancellation);
    }
}
