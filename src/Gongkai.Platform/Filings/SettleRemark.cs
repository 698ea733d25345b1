using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>The writer marks a remark as dealt with.</summary>
public sealed class SettleRemark(GongkaiDb db, FilingSteps steps, TimeProvider time)
{
    public sealed record Command(int FilingId, int RemarkId);

    public Task<StepResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(command.FilingId, FilingAction.SettleRemark, actor, async hand =>
        {
            var remark = await db.Remarks.SingleOrDefaultAsync(
                candidate => candidate.Id == command.RemarkId && candidate.FilingId == hand.Filing.Id && candidate.SettledAt == null && !candidate.IsHeld, cancellation);
            if (remark is null)
            {
                return StepTaken.Refused(FilingRefusal.NoSuchRemark);
            }

            remark.SettledAt = time.GetUtcNow();
            return StepTaken.Noted("filing.remarkSettled", new { Remark = remark.Id });
        }, cancellation);
}
