using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests.Redacting;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Deciding;

/// <summary>送达: with it the case has ended, on the day of posting or of signature (国办公开办函〔2016〕235号).</summary>
public sealed class ServeDecision(GongkaiDb db, RequestDesk desk, FileScreenings screenings)
{
    private static readonly Paper[] Decisions = [.. OutcomeRule.All.Select(rule => rule.Paper).Distinct(), Paper.Correction];

    public async Task<RequestResult> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        // Before the case is locked: an old Word file is converted to be looked into, which takes its time.
        await screenings.ScreenSuppliedAsync(command.RequestId, cancellation);
        return await desk.TakeAsync(command.RequestId, RequestAction.Serve, actor, async hand =>
        {
            if (await screenings.HoldBackAsync(command.RequestId, cancellation))
            {
                return RequestTaken.Refused(RequestRefusal.FilesUnexplained);
            }

            if ((hand.Refuse(command.SentOn) ?? hand.Refuse(command.SignedOn ?? command.SentOn)) is { } refusal)
            {
                return RequestTaken.Refused(refusal);
            }

            if (DayOfService.Of(command.Way, command.SentOn, command.SignedOn) is not { } servedOn)
            {
                return RequestTaken.Refused(RequestRefusal.NotServedYet);
            }

            var paper = await db.RequestPapers.Where(made => made.RequestId == command.RequestId && Decisions.Contains(made.Paper)).OrderByDescending(made => made.Id).FirstOrDefaultAsync(cancellation);
            if (paper is not null)
            {
                paper.Way = command.Way;
                paper.SentOn = command.SentOn;
                paper.SignedOn = command.SignedOn;
                paper.Proof = string.IsNullOrWhiteSpace(command.Proof) ? null : command.Proof.Trim();
            }

            var outcomes = await db.RequestItems.Where(item => item.RequestId == command.RequestId).OrderBy(item => item.Number).Select(item => item.Outcome!.Value).ToListAsync(cancellation);
            hand.Request.DeskStep = DeskStep.Served;
            return RequestTaken.Done(
                RequestStepKind.Served, $"{RequestWords.Of(command.Way)}{(command.Proof is { Length: > 0 } proof ? $"，{proof.Trim()}" : "")}", RequestEvent.Concluded(servedOn, OutcomeRule.Together(outcomes)));
        }, cancellation);
    }

    /// <param name="RequestId">The case.</param>
    /// <param name="Way">How it is served.</param>
    /// <param name="SentOn">The day on which it was posted, sent or brought.</param>
    /// <param name="SignedOn">The day on which the receiver signed; null where none is needed.</param>
    /// <param name="Proof">The number of the postal item, or who signed.</param>
    public sealed record Command(long RequestId, ServiceWay Way, DateOnly SentOn, DateOnly? SignedOn, string? Proof);
}
