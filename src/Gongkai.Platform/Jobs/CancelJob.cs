using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Jobs;

/// <summary>Takes a job out of the queue. Where it runs, its node sees at the next sign of life that it is no longer held, and stops.</summary>
public sealed class CancelJob(GongkaiDb db, TimeProvider time, AuditTrail audit)
{
    public async Task<Refusal?> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (!Gate.MayAnywhere(actor, Act.Operate))
        {
            return Refusal.NotAllowed;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var changed = await db.Database.ExecuteSqlAsync(
            $"UPDATE jobs SET state = 'Cancelled', finished_at = {time.GetUtcNow()}, leased_until = NULL, leased_by = NULL WHERE id = {command.Id} AND state IN ('Waiting', 'Running')",
            cancellation);
        if (changed == 0)
        {
            return Refusal.AlreadyEnded;
        }

        await audit.RecordAsync(actor, agencyId: null, "job.cancelled", $"job/{command.Id}", before: null, after: null, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    public sealed record Command(Guid Id);

    public enum Refusal
    {
        NotAllowed,
        AlreadyEnded,
    }
}
