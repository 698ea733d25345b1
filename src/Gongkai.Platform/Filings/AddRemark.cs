using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Filings;

/// <summary>A reviewer, the head or the authority says something about a cell, a section or the whole. What the authority says while it looks at a report is its draft until it returns or accepts it.</summary>
public sealed class AddRemark(GongkaiDb db, FilingSteps steps, TimeProvider time)
{
    public sealed record Command(int FilingId, PlacedRemark Remark);

    public Task<StepResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(command.FilingId, FilingAction.Remark, actor, hand =>
        {
            if (string.IsNullOrWhiteSpace(command.Remark.Text))
            {
                return Task.FromResult(StepTaken.Refused(FilingRefusal.TextMissing));
            }

            if (!command.Remark.IsSomewhere)
            {
                return Task.FromResult(StepTaken.Refused(FilingRefusal.NoSuchPlace));
            }

            db.Remarks.Add(command.Remark.Of(hand.Filing.Id, actor, time, FilingGate.HoldsRemarks(hand.Situation, actor)));
            return Task.FromResult(StepTaken.Noted("filing.remarked", new { command.Remark.At, command.Remark.Text }));
        }, cancellation);
}
