using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Jobs;

/// <summary>Who works at what. A job is held by a node, for a try, until a time; each change asks for all of that, so that a node which was thought dead and wakes up changes nothing.</summary>
public sealed class JobLeases(GongkaiDb db, TimeProvider time)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Takes the next due job, or one whose node let its lease lapse.</summary>
    public async Task<JobLease?> TakeAsync(string node, TimeSpan length, string[] kinds, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE jobs SET state = 'Failed', finished_at = {now}, leased_until = NULL, leased_by = NULL, last_error = {"每次执行到一半，运行它的程序都停止了。"}
            WHERE state = 'Running' AND leased_until < {now} AND attempts >= max_attempts
            """,
            cancellation);
        var taken = await db.Database.SqlQuery<JobLease>(
            $"""
            UPDATE jobs SET state = 'Running', attempts = attempts + 1, leased_by = {node}, leased_until = {now + length}, done = 0, total = 0
            WHERE id = (
                SELECT id FROM jobs
                WHERE kind = ANY ({kinds}) AND ((state = 'Waiting' AND run_after <= {now}) OR (state = 'Running' AND leased_until < {now}))
                ORDER BY run_after, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, kind, input, attempts AS attempt, max_attempts, leased_by AS node, agency_id, created_by
            """).ToListAsync(cancellation);
        return taken.SingleOrDefault();
    }

    /// <summary>Holds a job for longer.</summary>
    /// <returns>False where it is no longer held: cancelled, or taken over.</returns>
    public async Task<bool> RenewAsync(JobLease lease, TimeSpan length, CancellationToken cancellation) =>
        await db.Database.ExecuteSqlAsync(
            $"UPDATE jobs SET leased_until = {time.GetUtcNow() + length} WHERE id = {lease.Id} AND state = 'Running' AND leased_by = {lease.Node} AND attempts = {lease.Attempt}",
            cancellation) == 1;

    public async Task<bool> ReportAsync(JobLease lease, int done, int total, CancellationToken cancellation) =>
        await db.Database.ExecuteSqlAsync(
            $"UPDATE jobs SET done = {done}, total = {total} WHERE id = {lease.Id} AND state = 'Running' AND leased_by = {lease.Node} AND attempts = {lease.Attempt}",
            cancellation) == 1;

    public Task SucceedAsync(JobLease lease, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE jobs SET state = 'Succeeded', finished_at = {time.GetUtcNow()}, leased_until = NULL, leased_by = NULL, last_error = NULL
        WHERE id = {lease.Id} AND state = 'Running' AND leased_by = {lease.Node} AND attempts = {lease.Attempt}
        """,
        cancellation);

    /// <summary>Gives a job back after a failed try: to wait twice as long as after the last one, or for good after the last try.</summary>
    public Task FailAsync(JobLease lease, string error, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var isLast = lease.Attempt >= lease.MaxAttempts;
        var state = isLast ? "Failed" : "Waiting";
        DateTimeOffset? finished = isLast ? now : null;
        return db.Database.ExecuteSqlAsync(
            $"""
            UPDATE jobs SET state = {state}, finished_at = {finished}, run_after = {now + PauseAfter(lease.Attempt)}, leased_until = NULL, leased_by = NULL, last_error = {error}
            WHERE id = {lease.Id} AND state = 'Running' AND leased_by = {lease.Node} AND attempts = {lease.Attempt}
            """,
            cancellation);
    }

    /// <summary>Gives a job back that was not finished because the node stops; the try does not count.</summary>
    public Task PutBackAsync(JobLease lease, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE jobs SET state = 'Waiting', attempts = attempts - 1, run_after = {time.GetUtcNow()}, leased_until = NULL, leased_by = NULL
        WHERE id = {lease.Id} AND state = 'Running' AND leased_by = {lease.Node} AND attempts = {lease.Attempt}
        """,
        cancellation);

    internal static TimeSpan PauseAfter(int attempt)
    {
        var pause = TimeSpan.FromSeconds(10) * Math.Pow(3, attempt - 1);
        return pause < LongestPause ? pause : LongestPause;
    }
}

/// <summary>A job held by a node, for one try.</summary>
public sealed record JobLease(Guid Id, string Kind, string Input, int Attempt, int MaxAttempts, string Node, int? AgencyId, Guid? CreatedBy);
