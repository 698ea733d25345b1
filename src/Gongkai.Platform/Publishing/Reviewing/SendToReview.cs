using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing.Normative;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Reviewing;

/// <summary>送审: a complete document goes to its first review; the writer may take it back until it is published.</summary>
public sealed class SendToReview(GongkaiDb db, DocumentDesk desk, DocumentScreenings screenings, DocumentTidings tidings, ReviewWays ways, TimeProvider time)
{
    public async Task<DocumentResult> RunAsync(long documentId, Actor actor, CancellationToken cancellation)
    {
        await screenings.PrepareAsync(documentId, DocumentAction.SendToReview, actor, cancellation);
        return await desk.TakeAsync(documentId, DocumentAction.SendToReview, actor, async document =>
        {
            var missing = DocumentFault.Missing(document.Content, time.Today()).ToList();
            if (document.Attribute == DisclosureAttribute.Proactive && string.IsNullOrWhiteSpace(PlainText.Of(document.Content.Body))
                && !await db.DocumentFiles.AnyAsync(file => file.DocumentId == documentId && file.RemovedAt == null && file.Purpose == DocumentFilePurpose.Attachment, cancellation))
            {
                missing.Add(new DocumentFault(nameof(DocumentContent.Body), "请写正文，或者添加附件。"));
            }

            if (KeepProcedure.IsDemanded(document.Content, time.Today()))
            {
                var kept = await db.NormativeProcedures.AsNoTracking().SingleOrDefaultAsync(found => found.DocumentId == documentId, cancellation);
                missing.AddRange((kept?.Procedure ?? new()).Missing(document.MadeOn, time.Today()).Select(fault => new DocumentFault("Procedure", DocumentWords.Sentence(fault))));
            }

            if (missing.Count > 0)
            {
                return DocumentTaken.Refused(DocumentRefusal.Incomplete, missing);
            }

            if (await screenings.RefuseAsync(document, cancellation) is { } refusal)
            {
                return DocumentTaken.Refused(refusal);
            }

            document.Stage = DocumentStage.InReview;
            document.ApprovedVersion = null;
            document.NextReview = ReviewRoute.Of(await ways.OfAsync(document.AgencyId, document.Kind, cancellation))[0];
            await tidings.ToReviewersAsync(document, cancellation);
            return DocumentTaken.Done(DocumentStepKind.SentToReview);
        }, cancellation);
    }

    /// <summary>撤回修改: back to the draft; the reviews begin anew.</summary>
    public Task<DocumentResult> TakeBackAsync(long documentId, string reason, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(documentId, DocumentAction.TakeBack, actor, document =>
        {
            document.Stage = DocumentStage.Drafting;
            document.NextReview = null;
            document.ApprovedVersion = null;
            document.PublishAt = null;
            return Task.FromResult(DocumentTaken.Done(DocumentStepKind.TakenBack, reason));
        }, cancellation);
}
