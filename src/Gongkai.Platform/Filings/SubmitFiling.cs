using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Filings;

/// <summary>报送: refused while the report holds errors, cells or remarks that nobody has settled, or warnings without a word of explanation; they are listed.</summary>
public sealed class SubmitFiling(FilingSteps steps, FilingClearance clearance, TimeProvider time)
{
    public sealed record Command(int FilingId);

    public Task<StepResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(command.FilingId, FilingAction.Submit, actor, async hand =>
        {
            if (await clearance.HindrancesAsync(hand.Filing, cancellation) is { Count: > 0 } hindrances)
            {
                return StepTaken.Refused(FilingRefusal.Hindered, hindrances);
            }

            hand.Filing.State = FilingState.Submitted;
            hand.Filing.SubmittedAt = time.GetUtcNow();
            return StepTaken.Done(FilingStep.Submitted);
        }, cancellation);
}
