using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Jobs;

/// <summary>Takes on work. It belongs to the transaction that is open: what is rolled back never runs.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue.")]
public sealed class JobQueue(GongkaiDb db, TimeProvider time)
{
    /// <summary>Puts a job in the queue.</summary>
    /// <returns>Its id, or null where a job with the same key was taken on before.</returns>
    public async Task<Guid?> EnqueueAsync<TInput>(NewJob<TInput> job, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var input = JsonSerializer.Serialize(job.Input, JsonSerializerOptions.Web);
        var added = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO jobs (id, kind, input, state, attempts, max_attempts, created_at, run_after, done, total, agency_id, created_by, unique_key)
            VALUES ({id}, {job.Kind}, {input}, 'Waiting', 0, {job.MaxAttempts}, {now}, {job.RunAfter ?? now}, 0, 0, {job.AgencyId}, {job.CreatedBy}, {job.UniqueKey})
            ON CONFLICT (unique_key) WHERE unique_key IS NOT NULL DO NOTHING
            """,
            cancellation);
        return added == 1 ? id : null;
    }
}

/// <summary>A job to be taken on.</summary>
/// <param name="Kind">Which handler does it, as <c>mail.send</c>.</param>
/// <param name="Input">What it is about; kept as JSON.</param>
public sealed record NewJob<TInput>(string Kind, TInput Input)
{
    /// <summary>Where set, no second job with the same key is ever taken on.</summary>
    public string? UniqueKey { get; init; }

    public DateTimeOffset? RunAfter { get; init; }

    public int MaxAttempts { get; init; } = 5;

    /// <summary>Whose job it is; null for the program's own.</summary>
    public int? AgencyId { get; init; }

    public Guid? CreatedBy { get; init; }
}
