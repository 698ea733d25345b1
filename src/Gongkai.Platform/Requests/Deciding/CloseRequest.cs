using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Requests.Deciding;

/// <summary>What ends a case apart from its decision, and what opens it again.</summary>
public sealed class CloseRequest(RequestDesk desk)
{
    /// <summary>申请人撤回.</summary>
    public Task<RequestResult> WithdrawAsync(long requestId, DateOnly on, string reason, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(requestId, RequestAction.Withdraw, actor, hand => Task.FromResult(Withdraw(hand, on, reason)), cancellation);

    /// <summary>归档 (第四十五条).</summary>
    public Task<RequestResult> FileAsync(long requestId, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(requestId, RequestAction.File, actor, hand =>
        {
            hand.Request.DeskStep = DeskStep.Filed;
            return Task.FromResult(RequestTaken.Done(RequestStepKind.Filed));
        }, cancellation);

    /// <summary>A review body or court ordered a new decision.</summary>
    public Task<RequestResult> ReopenAsync(Reopening reopening, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(reopening.RequestId, RequestAction.Reopen, actor, hand =>
        {
            if (reopening.Reason.Trim().Length == 0)
            {
                return Task.FromResult(RequestTaken.Refused(RequestRefusal.TextMissing));
            }

            if (hand.Refuse(reopening.OrderedOn) is { } refusal)
            {
                return Task.FromResult(RequestTaken.Refused(refusal));
            }

            hand.Request.DeskStep = DeskStep.Assigned;
            hand.Request.MergedIntoId = null;
            return Task.FromResult(RequestTaken.Done(RequestStepKind.Reopened, reopening.Reason.Trim(), RequestEvent.Reopened(reopening.OrderedOn, reopening.Days)));
        }, cancellation);

    internal static RequestTaken Withdraw(RequestInHand hand, DateOnly on, string reason)
    {
        if (hand.Refuse(on) is { } refusal)
        {
            return RequestTaken.Refused(refusal);
        }

        hand.Request.DeskStep = DeskStep.Served;
        return RequestTaken.Done(
            RequestStepKind.Withdrawn,
            reason.Trim().Length == 0 ? null : reason.Trim(),
            [.. hand.Request.ReceivedOn is null ? [RequestIntakeEvent(hand, on)] : Array.Empty<RequestEvent>(), RequestEvent.Concluded(on, Outcome.OtherwiseEnded)]);
    }

    /// <summary>A request that is taken back before it was confirmed was received, if only to be taken back.</summary>
    private static RequestEvent RequestIntakeEvent(RequestInHand hand, DateOnly on) => Intake.RequestIntake.ReceivedOf(hand.Request.Kind, on);

    /// <param name="RequestId">The case.</param>
    /// <param name="OrderedOn">The day on which the order was received.</param>
    /// <param name="Days">The working days that it gives; null for the statutory ones.</param>
    /// <param name="Reason">The decision that orders it, with its number.</param>
    public sealed record Reopening(long RequestId, DateOnly OrderedOn, int? Days, string Reason);
}
