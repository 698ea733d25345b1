using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Filings;

/// <summary>签发: the head signs when every review has been given; where the agency has no reviewer, straight away.</summary>
public sealed class SignFiling(FilingSteps steps, TimeProvider time)
{
    public sealed record Command(int FilingId);

    public Task<StepResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(command.FilingId, FilingAction.Sign, actor, hand =>
        {
            hand.Filing.State = FilingState.Signed;
            hand.Filing.SignedAt = time.GetUtcNow();
            return Task.FromResult(StepTaken.Done(FilingStep.Signed));
        }, cancellation);
}
