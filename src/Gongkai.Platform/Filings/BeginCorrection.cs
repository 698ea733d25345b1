using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Filings;

/// <summary>更正: opens a published report for a correction, with its reason. The public goes on reading the published version until the correction is published.</summary>
public sealed class BeginCorrection(FilingSteps steps)
{
    public sealed record Command(int FilingId, string Reason);

    public Task<StepResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(command.FilingId, FilingAction.BeginCorrection, actor, hand =>
        {
            if (string.IsNullOrWhiteSpace(command.Reason))
            {
                return Task.FromResult(StepTaken.Refused(FilingRefusal.TextMissing));
            }

            hand.Filing.State = FilingState.Draft;
            hand.Filing.SignedAt = null;
            hand.Filing.SubmittedAt = null;
            hand.Filing.AcceptedAt = null;
            return Task.FromResult(StepTaken.Done(FilingStep.CorrectionBegun, command.Reason.Trim()));
        }, cancellation);
}
