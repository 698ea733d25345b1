using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Requests;

/// <summary>What the gate has to know of a request.</summary>
/// <param name="Path">The agency's place in the tree.</param>
/// <param name="Stage">The stage by law.</param>
/// <param name="DeskStep">How far the office is.</param>
/// <param name="SentToReviewBy">Who sent the draft to review.</param>
/// <param name="PendingReviews">The reviews that the agency has somebody for and that were not given yet.</param>
/// <param name="IsClarificationAsked">Whether a clarification was asked for before.</param>
/// <param name="OpenParties">How many of those consulted have not answered.</param>
public sealed record RequestSituation(
    string Path, RequestStage Stage, DeskStep DeskStep, Guid? SentToReviewBy, IReadOnlyList<Review> PendingReviews, bool IsClarificationAsked, int OpenParties);

/// <summary>The two reviews of a decision before it is signed.</summary>
public enum Review
{
    /// <summary>合法性审核.</summary>
    Legality,

    /// <summary>保密审查.</summary>
    Secrecy,
}

/// <summary>The one answer to “may this be done with this request, now, by this person”, for the button, the page, the API and the use case.</summary>
public static class RequestGate
{
    /// <summary>Everything that the person may do now, in the order in which a case meets it.</summary>
    public static IReadOnlyList<RequestAction> Possible(RequestSituation situation, Actor actor) =>
        [.. Enum.GetValues<RequestAction>().Where(action => Refuse(situation, action, actor) is null)];

    /// <summary>Why not; null where the person may.</summary>
    public static RequestRefusal? Refuse(RequestSituation situation, RequestAction action, Actor actor)
    {
        if (!Gate.May(actor, Act.ViewRequests, situation.Path))
        {
            return RequestRefusal.NotFound;
        }

        if (!Gate.May(actor, ActOf(action), situation.Path) || (ReviewOf(action) is { } review && !actor.Posts.Any(post => post.Path == situation.Path && Reviewers(review).Contains(post.Role))))
        {
            return RequestRefusal.NotAllowed;
        }

        if (action == RequestAction.AskClarification && situation.IsClarificationAsked && situation.Stage != RequestStage.Concluded)
        {
            return RequestRefusal.SecondClarification;
        }

        if (!IsTime(situation, action))
        {
            return RequestRefusal.WrongState;
        }

        return ReviewOf(action) is not null && situation.SentToReviewBy == actor.AccountId ? RequestRefusal.OwnWork : null;
    }

    /// <summary>Why the applicant may not do this with the own case now; null where it may be done.</summary>
    public static RequestRefusal? RefuseOwn(RequestSituation situation, RequestAction action) =>
        action is not (RequestAction.RecordClarification or RequestAction.RecordReason or RequestAction.Withdraw) ? RequestRefusal.NotAllowed
        : IsTime(situation, action) ? null : RequestRefusal.WrongState;

    /// <summary>Who gives a review.</summary>
    public static IReadOnlyList<Role> Reviewers(Review review) => review switch
    {
        Review.Legality => [Role.FirstReviewer, Role.SecondReviewer, Role.FinalReviewer],
        Review.Secrecy => [Role.SecrecyReviewer],
    };

    private static Review? ReviewOf(RequestAction action) => action switch
    {
        RequestAction.ApproveLegality => Review.Legality,
        RequestAction.ApproveSecrecy => Review.Secrecy,
        _ => null,
    };

    private static Act ActOf(RequestAction action) => action switch
    {
        RequestAction.ApproveLegality or RequestAction.ApproveSecrecy or RequestAction.SendBack => Act.ReviewRequests,
        RequestAction.Sign or RequestAction.Extend => Act.SignRequests,
        RequestAction.Assign or RequestAction.Note or RequestAction.MakePaper => Act.ViewApplicants,
        _ => Act.HandleRequests,
    };

    private static bool IsTime(RequestSituation situation, RequestAction action)
    {
        var stage = situation.Stage;
        var step = situation.DeskStep;
        var isOpen = stage is not (RequestStage.Concluded or RequestStage.AwaitingConfirmation);
        var isWritten = step is DeskStep.InReview or DeskStep.Reviewed or DeskStep.Signed;
        return action switch
        {
            RequestAction.Confirm => stage == RequestStage.AwaitingConfirmation,
            RequestAction.Assign or RequestAction.Withdraw => stage != RequestStage.Concluded,
            RequestAction.RecordSearch or RequestAction.AskParty or RequestAction.AskClarification or RequestAction.AskReason or RequestAction.NoticeFee
                or RequestAction.InformThirdParty or RequestAction.SetLaterDate or RequestAction.Split or RequestAction.Merge => isOpen && !isWritten,
            RequestAction.Pass => stage != RequestStage.Concluded && !isWritten,
            RequestAction.Extend or RequestAction.ProposeExtension => isOpen,
            RequestAction.RecordUnit => isOpen,
            RequestAction.RecordClarification => isOpen && situation.IsClarificationAsked && !isWritten,
            RequestAction.RecordOpinion => isOpen && situation.OpenParties > 0,
            RequestAction.RecordReason => stage == RequestStage.AwaitingReason,
            RequestAction.RecordPayment => isOpen,
            RequestAction.RefundFee => stage != RequestStage.AwaitingConfirmation,
            RequestAction.Draft or RequestAction.PointElsewhere => isOpen && !isWritten,
            RequestAction.SendToReview => isOpen && step == DeskStep.Drafted,
            RequestAction.ApproveLegality => step == DeskStep.InReview && situation.PendingReviews.Contains(Review.Legality),
            RequestAction.ApproveSecrecy => step == DeskStep.InReview && situation.PendingReviews.Contains(Review.Secrecy),
            RequestAction.SendBack => isOpen && step is DeskStep.InReview or DeskStep.Reviewed,
            RequestAction.Sign => isOpen && step == DeskStep.Reviewed,
            RequestAction.Serve => isOpen && step == DeskStep.Signed,
            RequestAction.File => step == DeskStep.Served,
            RequestAction.Reopen => stage == RequestStage.Concluded,
            RequestAction.Retract or RequestAction.AddFile or RequestAction.MakePaper or RequestAction.Note or RequestAction.ReissueCode => true,
            _ => false,
        };
    }
}
