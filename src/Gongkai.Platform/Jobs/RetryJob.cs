using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Jobs;

/// <summary>Puts a failed or cancelled job back into the queue, with all its tries.</summary>
public sealed class RetryJob(GongkaiDb db, TimeProvider time, AuditTrail audit)
{
    public async Task<Refusal?> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (!Gate.MayAnywhere(actor, Act.Operate))
        {
            return Refusal.NotAllowed;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var changed = await db.Database.ExecuteSqlAsync(
            $"UPDATE jobs SET state = 'Waiting', attempts = 0, run_after = {time.GetUtcNow()}, finished_at = NULL WHERE id = {command.Id} AND state IN ('Failed', 'Cancelled')",
            cancellation);
        if (changed == 0)
        {
            return Refusal.NotEnded;
        }

        await audit.RecordAsync(actor, agencyId: null, "job.retried", $"job/{command.Id}", before: null, after: null, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    public sealed record Command(Guid Id);

    public enum Refusal
    {
        NotAllowed,
        NotEnded,
    }
}
