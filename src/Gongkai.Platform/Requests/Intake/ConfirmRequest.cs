using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Requests.Intake;

/// <summary>确认收到: agency and applicant confirm to each other that the request has come; that day is the day of receipt (第三十一条第（二）、（三）项).</summary>
public sealed class ConfirmRequest(RequestDesk desk)
{
    public Task<RequestResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(command.RequestId, RequestAction.Confirm, actor, hand => Task.FromResult(
            hand.Refuse(command.ConfirmedOn) is { } refusal
                ? RequestTaken.Refused(refusal)
                : RequestTaken.Done(RequestStepKind.Confirmed, null, RequestIntake.ReceivedOf(hand.Request.Kind, command.ConfirmedOn))), cancellation);

    public sealed record Command(long RequestId, DateOnly ConfirmedOn);
}
