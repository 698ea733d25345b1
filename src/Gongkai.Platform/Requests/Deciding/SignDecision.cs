using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests.Papers;

namespace Gongkai.Platform.Requests.Deciding;

/// <summary>签发: the head signs the decision; it gets its number and is ready to be served.</summary>
public sealed class SignDecision(RequestDesk desk, PaperMaking making)
{
    public Task<RequestResult> RunAsync(long requestId, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(requestId, RequestAction.Sign, actor, async hand =>
        {
            var made = await making.MakeAsync(requestId, PaperMaking.OfDecision, actor, cancellation);
            hand.Request.DeskStep = DeskStep.Signed;
            return RequestTaken.Done(RequestStepKind.Signed, made.Number) with { Role = Role.Head, MadePaper = made };
        }, cancellation);
}
