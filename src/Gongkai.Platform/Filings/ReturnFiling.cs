using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Filings;

/// <summary>退回: the authority gives a report back, with remarks at the cells and sections that have to be changed.</summary>
public sealed class ReturnFiling(GongkaiDb db, FilingSteps steps, TimeProvider time)
{
    /// <param name="FilingId">Which filing.</param>
    /// <param name="Reason">Why, in a sentence.</param>
    /// <param name="Remarks">What has to be changed, and where.</param>
    public sealed record Command(int FilingId, string Reason, IReadOnlyList<PlacedRemark> Remarks);

    public Task<StepResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(command.FilingId, FilingAction.Return, actor, async hand =>
        {
            if (string.IsNullOrWhiteSpace(command.Reason) || command.Remarks.Any(remark => string.IsNullOrWhiteSpace(remark.Text)))
            {
                return StepTaken.Refused(FilingRefusal.TextMissing);
            }

            if (command.Remarks.Any(remark => !remark.IsSomewhere))
            {
                return StepTaken.Refused(FilingRefusal.NoSuchPlace);
            }

            db.Remarks.AddRange(command.Remarks.Select(remark => remark.Of(hand.Filing.Id, actor, time)));
            await db.ReleaseRemarksAsync(hand.Filing.Id, cancellation);
            hand.Filing.State = FilingState.Returned;
            hand.Filing.SignedAt = null;
            hand.Filing.SubmittedAt = null;
            return StepTaken.Done(FilingStep.Returned, command.Reason.Trim());
        }, cancellation);
}
