using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Requests.Deciding;

/// <summary>更正误录: an event that was entered wrongly no longer counts, and stays readable with who took it back and why.</summary>
public sealed class RetractEvent(RequestDesk desk, TimeProvider time)
{
    public Task<RequestResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(command.RequestId, RequestAction.Retract, actor, hand =>
        {
            var why = command.Reason.Trim();
            if (why.Length == 0)
            {
                return Task.FromResult(RequestTaken.Refused(RequestRefusal.TextMissing));
            }

            var happened = hand.Events.Find(recorded => recorded.Id == command.EventId && recorded.RetractedAt is null);
            if (happened is null)
            {
                return Task.FromResult(RequestTaken.Refused(RequestRefusal.NoSuchEvent));
            }

            var remains = hand.Events.Any(recorded => recorded != happened && recorded.RetractedAt is null
                && recorded.Kind is RequestEventKind.Arrived or RequestEventKind.Received or RequestEventKind.CorrectionReceived);
            if (!remains)
            {
                return Task.FromResult(RequestTaken.Refused(RequestRefusal.NotRetractable));
            }

            happened.RetractedAt = time.GetUtcNow();
            happened.RetractedByName = actor.Name;
            happened.RetractedBecause = why;
            if (happened.Kind == RequestEventKind.Concluded && hand.Request.DeskStep is DeskStep.Served or DeskStep.Filed)
            {
                hand.Request.DeskStep = DeskStep.Signed;
            }

            return Task.FromResult(RequestTaken.Done(RequestStepKind.Retracted, $"{happened.HappenedOn:yyyy-MM-dd}的记录：{why}"));
        }, cancellation);

    public sealed record Command(long RequestId, long EventId, string Reason);
}
