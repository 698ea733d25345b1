using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Platform.Jobs;

/// <summary>Works at jobs one at a time: takes one, holds it while its handler works, says how it ended.</summary>
public sealed partial class JobExecution(IServiceScopeFactory scopes, IEnumerable<JobKind> kinds, JobRunnerOptions options, TimeProvider time, ILogger<JobExecution> log)
{
    private const int LongestError = 1000;

    private readonly Dictionary<string, JobKind> kinds = kinds.ToDictionary(kind => kind.Name);
    private readonly Dictionary<string, string> lastTurns = [];

    /// <summary>Takes on the turns of recurring jobs that have come and that no node has taken on yet.</summary>
    public async Task EnqueueTurnsAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<JobQueue>();
        foreach (var kind in kinds.Values)
        {
            if (kind.Recurrence?.TurnAt(now) is { } turn && lastTurns.GetValueOrDefault(kind.Name) != turn)
            {
                await queue.EnqueueAsync(new NewJob<Turn>(kind.Name, new Turn(turn)) { UniqueKey = $"{kind.Name}@{turn}" }, cancellation);
                lastTurns[kind.Name] = turn;
            }
        }
    }

    /// <summary>Does the next due job.</summary>
    /// <param name="stopping">The node stops: the job goes back into the queue.</param>
    /// <returns>False where none was due.</returns>
    public async Task<bool> RunNextAsync(CancellationToken stopping)
    {
        if (await WithLeasesAsync(leases => leases.TakeAsync(options.Node, options.Lease, [.. kinds.Keys], stopping)) is not { } lease)
        {
            return false;
        }

        var began = time.GetTimestamp();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var holding = HoldAsync(lease, ending, held.Token);
        var work = HandleAsync(lease, ending);
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await held.CancelAsync();
        await holding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var outcome = await SettleAsync(lease, work, ending.IsCancellationRequested, stopping.IsCancellationRequested);
        Measures.JobEnded(lease.Kind, outcome, time.GetElapsedTime(began));
        return true;
    }

    private async Task<JobOutcome> SettleAsync(JobLease lease, Task work, bool wasEnded, bool isStopping)
    {
        if (work.IsCompletedSuccessfully)
        {
            await WithLeasesAsync(leases => leases.SucceedAsync(lease, CancellationToken.None));
            return JobOutcome.Succeeded;
        }

        if (isStopping)
        {
            await WithLeasesAsync(leases => leases.PutBackAsync(lease, CancellationToken.None));
            return JobOutcome.PutBack;
        }

        if (wasEnded)
        {
            Lost(lease.Kind, lease.Id);
            return JobOutcome.Lost;
        }

        var fault = work.Exception?.InnerException;
        var message = fault?.Message ?? "任务自行中断。";
        Failed(fault, lease.Kind, lease.Id, lease.Attempt, lease.MaxAttempts);
        await WithLeasesAsync(leases => leases.FailAsync(lease, message.Length <= LongestError ? message : message[..LongestError], CancellationToken.None));
        return JobOutcome.Failed;
    }

    private async Task HandleAsync(JobLease lease, CancellationTokenSource ending)
    {
        using var activity = Measures.Activities.StartActivity($"job {lease.Kind}");
        await using var scope = scopes.CreateAsyncScope();
        var handler = (IJobHandler)scope.ServiceProvider.GetRequiredService(kinds[lease.Kind].Handler);
        await handler.RunAsync(new RunningJob(lease, ReportAsync), ending.Token);

        async Task ReportAsync(int done, int total, CancellationToken cancellation)
        {
            if (!await WithLeasesAsync(leases => leases.ReportAsync(lease, done, total, cancellation)))
            {
                await ending.CancelAsync();
                ending.Token.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Renews the lease three times in its length, and ends the work once it is lost or has lapsed.</summary>
    private async Task HoldAsync(JobLease lease, CancellationTokenSource ending, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(options.Lease / 3, time);
        var renewed = time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            var renewal = WithLeasesAsync(leases => leases.RenewAsync(lease, options.Lease, cancellation));
            await ((Task)renewal).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (renewal is { IsCompletedSuccessfully: true, Result: true })
            {
                renewed = time.GetTimestamp();
            }
            else if (renewal.IsCompletedSuccessfully || time.GetElapsedTime(renewed) >= options.Lease)
            {
                await ending.CancelAsync();
                return;
            }
        }
    }

    private async Task<T> WithLeasesAsync<T>(Func<JobLeases, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<JobLeases>());
    }

    private async Task WithLeasesAsync(Func<JobLeases, Task> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<JobLeases>());
    }

    [LoggerMessage(LogLevel.Warning, "Job {Kind} {Id} failed at try {Attempt} of {MaxAttempts}.")]
    private partial void Failed(Exception? exception, string kind, Guid id, int attempt, int maxAttempts);

    [LoggerMessage(LogLevel.Information, "Job {Kind} {Id} was cancelled or taken over.")]
    private partial void Lost(string kind, Guid id);

    private sealed record Turn(string Key);
}

/// <summary>How a try at a job ended.</summary>
public enum JobOutcome
{
    Succeeded,
    Failed,
    PutBack,
    Lost,
}
