using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Reviewing;

/// <summary>三审三校 and the secrecy review: passes a document on to the next, or sends it back with remarks at the places that are meant.</summary>
public sealed class ReviewDocument(GongkaiDb db, DocumentDesk desk, DocumentScreenings screenings, DocumentTidings tidings, ReviewWays ways, TimeProvider time)
{
    private const int Longest = 2_000;

    public async Task<DocumentResult> ApproveAsync(Approval approval, Actor actor, CancellationToken cancellation)
    {
        await screenings.PrepareAsync(approval.DocumentId, DocumentAction.Approve, actor, cancellation);
        return await desk.TakeAsync(approval.DocumentId, DocumentAction.Approve, actor, async document =>
        {
            if (Refuse(approval, document) is { } refusal)
            {
                return DocumentTaken.Refused(refusal);
            }

            var step = document.NextReview!.Value;
            var next = ReviewRoute.After(step, await ways.OfAsync(document.AgencyId, document.Kind, cancellation));
            if (next is null && await db.DocumentRemarks.AnyAsync(remark => remark.DocumentId == document.Id && remark.SettledAt == null, cancellation))
            {
                return DocumentTaken.Refused(DocumentRefusal.OpenRemarks);
            }

            if (next is null && await screenings.RefuseAsync(document, cancellation) is { } held)
            {
                return DocumentTaken.Refused(held);
            }

            document.NextReview = next;
            if (next is null)
            {
                document.ApprovedVersion = document.ContentVersion;
                document.Stage = document.Attribute == DisclosureAttribute.Proactive ? DocumentStage.Ready : DocumentStage.Kept;
                document.LookedAtOn = document.Stage == DocumentStage.Kept ? time.Today() : null;
                document.DueOn = document.Stage == DocumentStage.Kept ? null : document.DueOn;
                await tidings.ToWriterAsync(document, "审核通过", cancellation);
            }
            else
            {
                await tidings.ToReviewersAsync(document, cancellation);
            }

            return DocumentTaken.Done(DocumentStepKind.Approved, approval.Opinion) with
            {
                Review = step, Proofreading = string.IsNullOrWhiteSpace(approval.Proofreading) ? null : approval.Proofreading.Trim(), Checked = step == ReviewStep.Secrecy ? SecrecyChecks.All : [],
            };
        }, cancellation);
    }

    /// <summary>Sends it back to its writer.</summary>
    public Task<DocumentResult> ReturnAsync(Return returned, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(returned.DocumentId, DocumentAction.Return, actor, async document =>
        {
            if (string.IsNullOrWhiteSpace(returned.Reason))
            {
                return DocumentTaken.Refused(DocumentRefusal.TextMissing);
            }

            if (returned.Reason.Length > Longest || returned.Remarks.Any(remark => remark.Text.Length > Longest || remark.Quote.Length > Longest))
            {
                return DocumentTaken.Refused(DocumentRefusal.TextTooLong);
            }

            var step = document.NextReview;
            var now = time.GetUtcNow();
            db.DocumentRemarks.AddRange(returned.Remarks.Where(remark => !string.IsNullOrWhiteSpace(remark.Text)).Select(remark => new DocumentRemark
            {
                DocumentId = document.Id, ContentVersion = document.ContentVersion, Quote = remark.Quote.Trim(), Text = remark.Text.Trim(), ByName = actor.Name, By = actor.AccountId, At = now,
            }));
            document.Stage = DocumentStage.Drafting;
            document.NextReview = null;
            await tidings.ToWriterAsync(document, $"被{(step is { } review ? DocumentWords.Of(review) : "审核")}退回：{returned.Reason.Trim()}", cancellation);
            return DocumentTaken.Done(DocumentStepKind.Returned, returned.Reason) with { Review = step };
        }, cancellation);

    /// <summary>The writer has dealt with a remark.</summary>
    public Task<DocumentResult> SettleAsync(long documentId, long remarkId, Actor actor, CancellationToken cancellation) =>
        desk.SettleAsync(documentId, actor, async () =>
        {
            if (await db.DocumentRemarks.SingleOrDefaultAsync(found => found.Id == remarkId && found.DocumentId == documentId, cancellation) is not { SettledAt: null } remark)
            {
                return false;
            }

            remark.SettledAt = time.GetUtcNow();
            remark.SettledByName = actor.Name;
            return true;
        }, cancellation);

    private static DocumentRefusal? Refuse(Approval approval, Document document) =>
        approval.Version != document.ContentVersion || approval.Step != document.NextReview ? DocumentRefusal.ChangedMeanwhile
        : approval.Opinion.Length > Longest || approval.Proofreading.Length > Longest ? DocumentRefusal.TextTooLong
        : approval.Step == ReviewStep.Secrecy && SecrecyChecks.All.Except(approval.Checked, StringComparer.Ordinal).Any() ? DocumentRefusal.ChecksMissing
        : approval.Step != ReviewStep.Secrecy && !approval.IsProofread ? DocumentRefusal.ChecksMissing
        : null;

    /// <param name="DocumentId">The document.</param>
    /// <param name="Step">The review that is given.</param>
    /// <param name="Version">The version that the reviewer had before him.</param>
    /// <param name="Opinion">审核意见.</param>
    /// <param name="IsProofread">Whether it was proofread.</param>
    /// <param name="Proofreading">What was found in it.</param>
    /// <param name="Checked">The items of the secrecy review that were ticked.</param>
    public sealed record Approval(long DocumentId, ReviewStep Step, int Version, string Opinion, bool IsProofread, string Proofreading, IReadOnlyList<string> Checked);

    /// <param name="DocumentId">The document.</param>
    /// <param name="Reason">Why it goes back.</param>
    /// <param name="Remarks">What is meant, at which words.</param>
    public sealed record Return(long DocumentId, string Reason, IReadOnlyList<NewRemark> Remarks);

    public sealed record NewRemark(string Quote, string Text);
}
