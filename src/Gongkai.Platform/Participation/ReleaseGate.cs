using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation.Consultations;

namespace Gongkai.Platform.Participation;

/// <summary>Who may do what with a text on its way to the public: whoever wrote any of it does not release it.</summary>
public static class ReleaseGate
{
    public static IReadOnlyList<ReleaseAction> Possible(ReleasedText text, string path, Actor actor) =>
        [.. Enum.GetValues<ReleaseAction>().Where(action => Refuse(text, action, path, actor) is null)];

    /// <summary>Why not; null where the person may.</summary>
    public static ParticipationRefusal? Refuse(ReleasedText text, ReleaseAction action, string path, Actor actor) =>
        !Gate.May(actor, Act.ViewDocuments, path) ? ParticipationRefusal.NotFound
        : !Gate.May(actor, ActOf(action), path) ? ParticipationRefusal.NotAllowed
        : !IsTime(text, action) ? ParticipationRefusal.WrongState
        : action == ReleaseAction.Release && text.Writers.Contains(actor.AccountId) ? ParticipationRefusal.OwnWork
        : null;

    /// <summary>Why nobody gives the public more days, or not this person; null where he may.</summary>
    public static ParticipationRefusal? RefuseToProlong(Consultation consultation, DateOnly today, string path, Actor actor) =>
        !Gate.May(actor, Act.ViewDocuments, path) ? ParticipationRefusal.NotFound
        : !Gate.May(actor, Act.PublishDocuments, path) ? ParticipationRefusal.NotAllowed
        : consultation.Stage != ReleaseStage.Released ? ParticipationRefusal.WrongState
        : consultation.LastDay < today ? ParticipationRefusal.NotOpen
        : null;

    private static Act ActOf(ReleaseAction action) =>
        action is ReleaseAction.Edit or ReleaseAction.Send or ReleaseAction.TakeBack ? Act.WriteDocuments : Act.PublishDocuments;

    private static bool IsTime(ReleasedText text, ReleaseAction action) => action switch
    {
        ReleaseAction.Edit => text.Stage == ReleaseStage.Draft || (text.Stage == ReleaseStage.Withdrawn && text.MayBeginAgain),
        ReleaseAction.Send => text.Stage == ReleaseStage.Draft,
        ReleaseAction.TakeBack or ReleaseAction.Return or ReleaseAction.Release => text.Stage == ReleaseStage.Waiting,
        ReleaseAction.Withdraw => text.Stage == ReleaseStage.Released,
    };
}
