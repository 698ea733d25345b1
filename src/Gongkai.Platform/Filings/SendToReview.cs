using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Filings;

/// <summary>送审: the writer hands the report to the reviewers of the agency; from here on nobody writes in it.</summary>
public sealed class SendToReview(FilingSteps steps)
{
    public sealed record Command(int FilingId);

    public Task<StepResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(command.FilingId, FilingAction.SendToReview, actor, hand =>
        {
            hand.Filing.State = FilingState.InReview;
            return Task.FromResult(StepTaken.Done(FilingStep.SentToReview));
        }, cancellation);
}
