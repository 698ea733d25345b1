using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Deciding;

/// <summary>更正误录: an event that was entered wrongly no longer counts, and stays readable with who took it back and why.</summary>
public sealed class RetractEvent(GongkaiDb db, RequestDesk desk, TimeProvider time)
{
    public Task<RequestResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(command.RequestId, RequestAction.Retract, actor, async hand =>
        {
            var why = command.Reason.Trim();
            if (why.Length == 0)
            {
                return RequestTaken.Refused(RequestRefusal.TextMissing);
            }

            var happened = hand.Events.Find(recorded => recorded.Id == command.EventId && recorded.RetractedAt is null);
            if (happened is null)
            {
                return RequestTaken.Refused(RequestRefusal.NoSuchEvent);
            }

            var remains = hand.Events.Any(recorded => recorded != happened && recorded.RetractedAt is null
                && recorded.Kind is RequestEventKind.Arrived or RequestEventKind.Received or RequestEventKind.CorrectionReceived);
            if (!remains)
            {
                return RequestTaken.Refused(RequestRefusal.NotRetractable);
            }

            happened.RetractedAt = time.GetUtcNow();
            happened.RetractedByName = actor.Name;
            happened.RetractedBecause = why;
            if (happened.Kind == RequestEventKind.Concluded && hand.Request.DeskStep is DeskStep.Served or DeskStep.Filed)
            {
                hand.Request.DeskStep = await StepBeforeAsync(hand.Request, cancellation);
                await PartAsync(hand.Request, why, actor, cancellation);
            }

            return RequestTaken.Done(RequestStepKind.Retracted, $"{happened.HappenedOn:yyyy-MM-dd}的记录：{why}");
        }, cancellation);

    /// <summary>A case that ended by a served decision waits for its service again; one that ended otherwise is where it was before.</summary>
    private async Task<DeskStep> StepBeforeAsync(Request request, CancellationToken cancellation)
    {
        var ending = await db.RequestSteps.AsNoTracking().Where(step => step.RequestId == request.Id
                && (step.Step == RequestStepKind.Served || step.Step == RequestStepKind.Withdrawn || step.Step == RequestStepKind.Merged))
            .OrderByDescending(step => step.Id).Select(step => (RequestStepKind?)step.Step).FirstOrDefaultAsync(cancellation);
        return ending is null or RequestStepKind.Served ? DeskStep.Signed : request.HandlerId is null ? DeskStep.Registered : DeskStep.Assigned;
    }

    /// <summary>A merged case stands on its own again, and the earlier one says so.</summary>
    private async Task PartAsync(Request request, string why, Actor actor, CancellationToken cancellation)
    {
        if (request.MergedIntoId is { } into && await desk.LockAsync(into, cancellation) is { } earlier)
        {
            request.MergedIntoId = null;
            await desk.RecordAsync(earlier, RequestTaken.Done(RequestStepKind.Parted, $"{request.Number}不再并入：{why}"), actor, cancellation);
        }
    }

    public sealed record Command(long RequestId, long EventId, string Reason);
}
