using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Filings;

/// <summary>接收: the authority takes the report as it is.</summary>
public sealed class AcceptFiling(FilingSteps steps, TimeProvider time)
{
    public sealed record Command(int FilingId);

    public Task<StepResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(command.FilingId, FilingAction.Accept, actor, hand =>
        {
            hand.Filing.State = FilingState.Accepted;
            hand.Filing.AcceptedAt = time.GetUtcNow();
            return Task.FromResult(StepTaken.Done(FilingStep.Accepted));
        }, cancellation);
}
