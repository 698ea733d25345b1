using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Platform.Jobs;

/// <summary>Works at jobs as long as the host runs, several at once. What goes wrong with the database is logged and tried again.</summary>
public sealed partial class JobRunner(JobExecution execution, JobRunnerOptions options, JobHeartbeat heartbeat, TimeProvider time, ILogger<JobRunner> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.AtOnce).Select(_ => RepeatAsync(WorkAsync, stoppingToken)).Append(RepeatAsync(LookAsync, stoppingToken)));

    private async Task LookAsync(CancellationToken stopping)
    {
        await execution.EnqueueTurnsAsync(stopping);
        heartbeat.Beat();
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && await execution.RunNextAsync(stopping))
        {
        }
    }

    private async Task RepeatAsync(Func<CancellationToken, Task> round, CancellationToken stopping)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(options.Pause, time);
        do
        {
            var working = round(stopping);
            await working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (working.IsFaulted && !stopping.IsCancellationRequested)
            {
                RoundFailed(working.Exception.InnerException);
            }
        }
        while (!stopping.IsCancellationRequested && await NextAsync(timer, stopping));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        var tick = timer.WaitForNextTickAsync(stopping).AsTask();
        await ((Task)tick).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return tick is { IsCompletedSuccessfully: true, Result: true };
    }

    [LoggerMessage(LogLevel.Error, "Looking for jobs failed; it is tried again.")]
    private partial void RoundFailed(Exception? exception);
}
