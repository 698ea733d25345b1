using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Filings;

/// <summary>接收: the authority takes the report as it is.</summary>
public sealed class AcceptFiling(GongkaiDb db, FilingSteps steps, TimeProvider time)
{
    public sealed record Command(int FilingId);

    public Task<StepResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(command.FilingId, FilingAction.Accept, actor, async hand =>
        {
            await db.ReleaseRemarksAsync(hand.Filing.Id, cancellation);
            hand.Filing.State = FilingState.Accepted;
            hand.Filing.AcceptedAt = time.GetUtcNow();
            return StepTaken.Done(FilingStep.Accepted);
        }, cancellation);
}
