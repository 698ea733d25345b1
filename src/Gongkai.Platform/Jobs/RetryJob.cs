using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Jobs;

/// <summary>Puts a failed or cancelled job back into the queue, with all its tries.</summary>
public sealed class RetryJob(GongkaiDb db, TimeProvider time, OperatorChange change)
{
    public Task<OperatorRefusal?> RunAsync(Command command, Actor actor, CancellationToken cancellation) => change.MakeAsync(
        actor,
        "job.retried",
        $"job/{command.Id}",
        async () => await db.Database.ExecuteSqlAsync(
            $"UPDATE jobs SET state = 'Waiting', attempts = 0, run_after = {time.GetUtcNow()}, finished_at = NULL WHERE id = {command.Id} AND state IN ('Failed', 'Cancelled')",
            cancellation) == 1,
        cancellation);

    public sealed record Command(Guid Id);
}
