using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Filings;

/// <summary>撤回报送: before the authority has accepted it, the agency takes its report back to write on.</summary>
public sealed class WithdrawSubmission(FilingSteps steps)
{
    public sealed record Command(int FilingId, string Reason);

    public Task<StepResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(command.FilingId, FilingAction.Withdraw, actor, hand =>
        {
            if (string.IsNullOrWhiteSpace(command.Reason))
            {
                return Task.FromResult(StepTaken.Refused(FilingRefusal.TextMissing));
            }

            hand.Filing.State = FilingState.Draft;
            hand.Filing.SignedAt = null;
            hand.Filing.SubmittedAt = null;
            return Task.FromResult(StepTaken.Done(FilingStep.Withdrawn, command.Reason.Trim()));
        }, cancellation);
}
