using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Filings;

/// <summary>退回修改: a reviewer or the head gives the report back to its writer, who may write again.</summary>
public sealed class SendBackFiling(FilingSteps steps)
{
    public sealed record Command(int FilingId, string Reason);

    public Task<StepResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(command.FilingId, FilingAction.SendBack, actor, hand =>
        {
            if (string.IsNullOrWhiteSpace(command.Reason))
            {
                return Task.FromResult(StepTaken.Refused(FilingRefusal.TextMissing));
            }

            hand.Filing.State = FilingState.Draft;
            hand.Filing.SignedAt = null;
            return Task.FromResult(StepTaken.Done(FilingStep.SentBack, command.Reason.Trim()));
        }, cancellation);
}
