using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>The authority takes back a remark of the person's own that the agency has not seen yet.</summary>
public sealed class RemoveRemark(GongkaiDb db, FilingSteps steps)
{
    public sealed record Command(int FilingId, int RemarkId);

    public Task<StepResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(command.FilingId, FilingAction.Remark, actor, async hand =>
        {
            var remark = await db.Remarks.SingleOrDefaultAsync(
                candidate => candidate.Id == command.RemarkId && candidate.FilingId == hand.Filing.Id && candidate.IsHeld && candidate.WrittenBy == actor.AccountId, cancellation);
            if (remark is null)
            {
                return StepTaken.Refused(FilingRefusal.NoSuchRemark);
            }

            db.Remarks.Remove(remark);
            return StepTaken.Noted("filing.remarkRemoved", new { remark.At, remark.Text });
        }, cancellation);
}
