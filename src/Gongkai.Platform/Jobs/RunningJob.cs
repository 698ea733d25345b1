using System.Text.Json;

namespace Gongkai.Platform.Jobs;

/// <summary>A job in the hands of its handler.</summary>
public sealed class RunningJob
{
    private readonly JobLease lease;
    private readonly Func<int, int, CancellationToken, Task> report;

    internal RunningJob(JobLease lease, Func<int, int, CancellationToken, Task> report)
    {
        this.lease = lease;
        this.report = report;
    }

    public Guid Id => lease.Id;

    /// <summary>Which try this is, from 1.</summary>
    public int Attempt => lease.Attempt;

    public int? AgencyId => lease.AgencyId;

    public Guid? CreatedBy => lease.CreatedBy;

    public TInput Input<TInput>() => JsonSerializer.Deserialize<TInput>(lease.Input, JsonSerializerOptions.Web)
        ?? throw new InvalidOperationException($"Job {lease.Id} has no input.");

    /// <summary>Says how far the work is. What is said is written at once, outside the handler's own transaction.</summary>
    /// <exception cref="OperationCanceledException">The job was cancelled, or another node has taken it over.</exception>
    public Task ReportAsync(int done, int total, CancellationToken cancellation) => report(done, total, cancellation);
}
