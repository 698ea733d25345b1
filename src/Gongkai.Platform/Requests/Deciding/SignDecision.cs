using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Requests.Deciding;

/// <summary>签发: the head signs the decision; it gets its number and is ready to be served.</summary>
public sealed class SignDecision(RequestDesk desk)
{
    public Task<RequestResult> RunAsync(long requestId, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(requestId, RequestAction.Sign, actor, hand =>
        {
            hand.Request.DeskStep = DeskStep.Signed;
            return Task.FromResult(RequestTaken.Done(RequestStepKind.Signed) with { Role = Role.Head });
        }, cancellation);
}
