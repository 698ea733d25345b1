using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Filings;

/// <summary>审核通过: gives the review that is due of those that the person holds; nobody approves what that person sent.</summary>
public sealed class ApproveFiling(FilingSteps steps)
{
    public sealed record Command(int FilingId, string? Note = null);

    public Task<StepResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(command.FilingId, FilingAction.Approve, actor, hand =>
            Task.FromResult(StepTaken.Done(FilingStep.Approved, command.Note) with { Role = FilingGate.ReviewOf(hand.Situation, actor) }), cancellation);
}
