using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing.Writing;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Publishing.Releasing;

/// <summary>动态调整: the yearly second look at what was withheld (条例第十八条). Either it stays, with the reason, or it becomes a draft to be published.</summary>
public sealed class LookAgain(DocumentDesk desk, DocumentSaving saving, TimeProvider time)
{
    public Task<DocumentResult> KeepAsync(long documentId, string reason, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(documentId, DocumentAction.LookAgain, actor, document =>
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                return Task.FromResult(DocumentTaken.Refused(DocumentRefusal.TextMissing));
            }

            document.LookedAtOn = time.Today();
            return Task.FromResult(DocumentTaken.Done(DocumentStepKind.LookedAtAgain, reason));
        }, cancellation);

    /// <summary>The circumstances have changed: it is made proactive and goes through the reviews.</summary>
    public Task<DocumentResult> PublishAsync(long documentId, string reason, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(documentId, DocumentAction.MakeProactive, actor, async document =>
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                return DocumentTaken.Refused(DocumentRefusal.TextMissing);
            }

            document.LookedAtOn = time.Today();
            document.Stage = DocumentStage.Drafting;
            document.ApprovedVersion = null;
            await saving.KeepAsync(document, document.Content with { Attribute = DisclosureAttribute.Proactive, AttributeReason = "" }, actor, cancellation);
            return DocumentTaken.Done(DocumentStepKind.MadeProactive, reason);
        }, cancellation);
}
