using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Jobs;

/// <summary>Takes a job out of the queue. Where it runs, its node sees at the next sign of life that it is no longer held, and stops.</summary>
public sealed class CancelJob(GongkaiDb db, TimeProvider time, OperatorChange change)
{
    public Task<OperatorRefusal?> RunAsync(Command command, Actor actor, CancellationToken cancellation) => change.MakeAsync(
        actor,
        "job.cancelled",
        $"job/{command.Id}",
        async () => await db.Database.ExecuteSqlAsync(
            $"UPDATE jobs SET state = 'Cancelled', finished_at = {time.GetUtcNow()}, leased_until = NULL, leased_by = NULL WHERE id = {command.Id} AND state IN ('Waiting', 'Running')",
            cancellation) == 1,
        cancellation);

    public sealed record Command(Guid Id);
}
