using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Publishing;

/// <summary>What the gate has to know of a document.</summary>
/// <param name="Path">The agency's place in the tree.</param>
/// <param name="Stage">Where the document is.</param>
/// <param name="Attribute">Its attribute.</param>
/// <param name="NextReview">The review that is due.</param>
/// <param name="Writers">Who wrote any of what is reviewed.</param>
/// <param name="Reviewers">Who gave a review of it since it was sent.</param>
/// <param name="Staffed">The reviews for which the agency has somebody who wrote none of it.</param>
/// <param name="IsPublic">Whether a version of it is before the public.</param>
public sealed record DocumentSituation(
    string Path, DocumentStage Stage, DisclosureAttribute Attribute, ReviewStep? NextReview, IReadOnlyCollection<Guid> Writers, IReadOnlyCollection<Guid> Reviewers, IReadOnlyCollection<ReviewStep> Staffed, bool IsPublic);

/// <summary>The one answer to “may this be done with this document, now, by this person”. Nobody reviews what he wrote, and nobody gives two of the reviews.</summary>
public static class DocumentGate
{
    /// <summary>Everything that the person may do now.</summary>
    public static IReadOnlyList<DocumentAction> Possible(DocumentSituation situation, Actor actor) =>
        [.. Enum.GetValues<DocumentAction>().Where(action => Refuse(situation, action, actor) is null)];

    /// <summary>Why not; null where the person may.</summary>
    public static DocumentRefusal? Refuse(DocumentSituation situation, DocumentAction action, Actor actor)
    {
        if (!Gate.May(actor, Act.ViewDocuments, situation.Path))
        {
            return DocumentRefusal.NotFound;
        }

        if (!Gate.May(actor, ActOf(action), situation.Path))
        {
            return DocumentRefusal.NotAllowed;
        }

        if (!IsTime(situation, action))
        {
            return DocumentRefusal.WrongState;
        }

        return action is DocumentAction.Approve or DocumentAction.Return ? RefuseReview(situation, actor) : null;
    }

    /// <summary>Who gives a review: the agency's own; where it has nobody, the authority above it.</summary>
    public static IReadOnlyList<Role> Reviewers(ReviewStep step) => step switch
    {
        ReviewStep.First => [Role.FirstReviewer],
        ReviewStep.Second => [Role.SecondReviewer],
        ReviewStep.Secrecy => [Role.SecrecyReviewer],
        ReviewStep.Final => [Role.FinalReviewer, Role.Head],
    };

    private static DocumentRefusal? RefuseReview(DocumentSituation situation, Actor actor)
    {
        var step = situation.NextReview!.Value;
        var isOwn = actor.Posts.Any(post => post.Path == situation.Path && Reviewers(step).Contains(post.Role));
        var isAbove = !situation.Staffed.Contains(step)
            && actor.Posts.Any(post => post.Role == Role.AuthorityOfficer && situation.Path.StartsWith(post.Path, StringComparison.Ordinal));
        return !isOwn && !isAbove ? DocumentRefusal.NotAllowed
            : situation.Writers.Contains(actor.AccountId) ? DocumentRefusal.OwnWork
            : situation.Reviewers.Contains(actor.AccountId) ? DocumentRefusal.AlreadyReviewed
            : null;
    }

    private static Act ActOf(DocumentAction action) => action switch
    {
        DocumentAction.Edit or DocumentAction.SendToReview or DocumentAction.TakeBack or DocumentAction.Correct or DocumentAction.Discard or DocumentAction.MakeProactive or DocumentAction.LookAgain or DocumentAction.RecordFiling => Act.WriteDocuments,
        DocumentAction.Approve or DocumentAction.Return => Act.ReviewDocuments,
        DocumentAction.Publish or DocumentAction.Schedule or DocumentAction.Unschedule or DocumentAction.Withdraw or DocumentAction.ChangeValidity => Act.PublishDocuments,
    };

    private static bool IsTime(DocumentSituation situation, DocumentAction action) => action switch
    {
        DocumentAction.Edit or DocumentAction.SendToReview => situation.Stage == DocumentStage.Drafting,
        DocumentAction.TakeBack => situation.Stage is DocumentStage.InReview or DocumentStage.Ready,
        DocumentAction.Approve or DocumentAction.Return => situation.Stage == DocumentStage.InReview && situation.NextReview is not null,
        DocumentAction.Publish or DocumentAction.Schedule => situation.Stage == DocumentStage.Ready,
        DocumentAction.Unschedule => situation.Stage == DocumentStage.Ready,
        DocumentAction.Correct => situation.Stage is DocumentStage.Published or DocumentStage.Withdrawn or DocumentStage.Discarded,
        DocumentAction.Discard => situation is { Stage: DocumentStage.Drafting, IsPublic: false },
        DocumentAction.Withdraw or DocumentAction.ChangeValidity or DocumentAction.RecordFiling => situation.IsPublic,
        DocumentAction.LookAgain or DocumentAction.MakeProactive => situation.Stage == DocumentStage.Kept,
    };
}
