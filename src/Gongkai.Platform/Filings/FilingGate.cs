using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Filings;

/// <summary>Which steps are possible for a filing now, and for whom: one answer for the page, the button, the API and the step itself.</summary>
public static class FilingGate
{
    private static readonly FilingState[] Anywhere = Enum.GetValues<FilingState>();
    private static readonly FilingState[] Open = [FilingState.Draft, FilingState.Returned];
    private static readonly FilingState[] Inside = [FilingState.Draft, FilingState.Returned, FilingState.InReview, FilingState.Signed];

    private static readonly Dictionary<FilingAction, Rule> Rules = new()
    {
        [FilingAction.Edit] = new(Open, Act.EditFilings),
        [FilingAction.SendToReview] = new(Open, Act.EditFilings),
        [FilingAction.Approve] = new([FilingState.InReview], Act.ReviewFilings),
        [FilingAction.SendBack] = new([FilingState.InReview, FilingState.Signed], Act.ReviewFilings, Act.SignFilings),
        [FilingAction.Sign] = new([FilingState.InReview], Act.SignFilings),
        [FilingAction.Submit] = new([FilingState.Signed], Act.EditFilings, Act.SignFilings),
        [FilingAction.Withdraw] = new([FilingState.Submitted], Act.EditFilings, Act.SignFilings),
        [FilingAction.Accept] = new([FilingState.Submitted], Act.SuperviseFilings),
        [FilingAction.Return] = new([FilingState.Submitted], Act.SuperviseFilings),
        [FilingAction.Publish] = new([FilingState.Accepted, FilingState.Signed], Act.PublishFilings),
        [FilingAction.BeginCorrection] = new([FilingState.Published], Act.PublishFilings),
        [FilingAction.Explain] = new(Inside, Act.EditFilings),
        [FilingAction.Remark] = new(Anywhere, Act.ReviewFilings, Act.SignFilings, Act.SuperviseFilings),
        [FilingAction.SettleRemark] = new(Inside, Act.EditFilings),
    };

    /// <summary>Everything that this person may do with the filing now.</summary>
    public static IReadOnlyList<FilingAction> Possible(FilingSituation situation, Actor actor) =>
        [.. Enum.GetValues<FilingAction>().Where(action => Refuse(situation, action, actor) is null)];

    /// <summary>Why this person may not do this now; null where it may be done.</summary>
    public static FilingRefusal? Refuse(FilingSituation situation, FilingAction action, Actor actor)
    {
        if (!Gate.May(actor, Act.ViewFilings, situation.AgencyPath))
        {
            return FilingRefusal.NotFound;
        }

        var rule = Rules[action];
        if (!Array.Exists(rule.Acts, act => May(situation, act, actor)))
        {
            return FilingRefusal.NotAllowed;
        }

        if (!rule.States.Contains(situation.State))
        {
            return FilingRefusal.WrongState;
        }

        return action switch
        {
            FilingAction.Approve => RefuseApproval(situation, actor),
            FilingAction.Sign when situation.PendingReviews.Count > 0 => FilingRefusal.ReviewsPending,
            FilingAction.Submit when !situation.HasAuthority => FilingRefusal.NoAuthority,
            FilingAction.Publish when situation is { State: FilingState.Signed, HasAuthority: true } => FilingRefusal.WrongState,
            _ => null,
        };
    }

    /// <summary>Whether this person looks at the report from above, as the authority of its agency.</summary>
    public static bool IsAuthority(string agencyPath, Actor actor) =>
        actor.Posts.Any(post => post.Path != agencyPath && Gate.May(actor with { Posts = [post] }, Act.SuperviseFilings, agencyPath));

    /// <summary>Whether what this person remarks now waits until the report is returned or accepted.</summary>
    public static bool HoldsRemarks(FilingSituation situation, Actor actor) => situation.State == FilingState.Submitted && IsAuthority(situation.AgencyPath, actor);

    /// <summary>The review that this person would give now: the first that is due of those that the person holds. First, second and final come in their order; secrecy at any time.</summary>
    public static Role? ReviewOf(FilingSituation situation, Actor actor)
    {
        var next = situation.PendingReviews.Where(role => role != Role.SecrecyReviewer).Take(1).Concat(situation.PendingReviews.Where(role => role == Role.SecrecyReviewer));
        foreach (var role in next)
        {
            if (actor.Posts.Any(post => post.Role == role && post.Path == situation.AgencyPath))
            {
                return role;
            }
        }

        return null;
    }

    private static FilingRefusal? RefuseApproval(FilingSituation situation, Actor actor) =>
        situation.SentBy == actor.AccountId ? FilingRefusal.OwnWork
        : ReviewOf(situation, actor) is null ? FilingRefusal.NotYourTurn
        : null;

    /// <summary>An authority judges the reports of those below it, not its own.</summary>
    private static bool May(FilingSituation situation, Act act, Actor actor) => act == Act.SuperviseFilings
        ? IsAuthority(situation.AgencyPath, actor)
        : Gate.May(actor, act, situation.AgencyPath);

    private sealed record Rule(FilingState[] States, params Act[] Acts);
}

/// <summary>What the gate has to know about a filing.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="AgencyPath">The place of its agency in the tree.</param>
/// <param name="HasAuthority">Whether a node stands above the agency; where none does, a signed report is published directly.</param>
/// <param name="SentBy">Who sent it to review last.</param>
/// <param name="PendingReviews">The reviews that are still to be given before it may be signed, in their order.</param>
public sealed record FilingSituation(FilingState State, string AgencyPath, bool HasAuthority, Guid? SentBy, IReadOnlyList<Role> PendingReviews);
