using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Deciding;

/// <summary>送审, 合法性审核, 保密审查 and 退回 of a drafted decision.</summary>
public sealed class ReviewDecision(GongkaiDb db, RequestDesk desk)
{
    /// <summary>Sends the draft to review; where the agency has no reviewers, straight to the head.</summary>
    public Task<RequestResult> SendAsync(long requestId, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(requestId, RequestAction.SendToReview, actor, async hand =>
        {
            var items = await db.RequestItems.AsNoTracking().Where(item => item.RequestId == requestId).ToListAsync(cancellation);
            if (items.Count == 0 || items.Exists(item => item.Outcome is not { } outcome || (item.Reason is null && OutcomeRule.Of(outcome).Row is not "granted")))
            {
                return RequestTaken.Refused(RequestRefusal.ItemsUndecided);
            }

            if (items.Exists(item => item.Outcome == Outcome.NotHeld) && !await db.SearchRecords.AnyAsync(search => search.RequestId == requestId, cancellation))
            {
                return RequestTaken.Refused(RequestRefusal.SearchMissing);
            }

            hand.Request.DeskStep = await HasReviewersAsync(hand, actor, cancellation) ? DeskStep.InReview : DeskStep.Reviewed;
            return RequestTaken.Done(RequestStepKind.SentToReview);
        }, cancellation);

    public Task<RequestResult> ApproveAsync(long requestId, Review review, string? opinion, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(requestId, review == Review.Legality ? RequestAction.ApproveLegality : RequestAction.ApproveSecrecy, actor, hand =>
        {
            if (hand.Situation.PendingReviews.Count == 1)
            {
                hand.Request.DeskStep = DeskStep.Reviewed;
            }

            var role = actor.Posts.First(post => post.Path == hand.Situation.Path && RequestGate.Reviewers(review).Contains(post.Role)).Role;
            return Task.FromResult(RequestTaken.Done(RequestDesk.StepOf(review), string.IsNullOrWhiteSpace(opinion) ? null : opinion.Trim()) with { Role = role });
        }, cancellation);

    public Task<RequestResult> SendBackAsync(long requestId, string why, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(requestId, RequestAction.SendBack, actor, hand =>
        {
            if (why.Trim().Length == 0)
            {
                return Task.FromResult(RequestTaken.Refused(RequestRefusal.TextMissing));
            }

            hand.Request.DeskStep = DeskStep.Drafted;
            return Task.FromResult(RequestTaken.Done(RequestStepKind.SentBack, why.Trim()));
        }, cancellation);

    private Task<bool> HasReviewersAsync(RequestInHand hand, Actor actor, CancellationToken cancellation)
    {
        var roles = Enum.GetValues<Review>().SelectMany(RequestGate.Reviewers).ToList();
        return (
            from post in db.Posts
            join account in db.Users on post.AccountId equals account.Id
            where post.AgencyId == hand.Request.AgencyId && post.From <= hand.Today && (post.To == null || post.To >= hand.Today)
                && !account.IsDisabled && post.AccountId != actor.AccountId && roles.Contains(post.Role)
            select post.Id).AnyAsync(cancellation);
    }
}
