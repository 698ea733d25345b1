using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Platform.Search.Indexing;

/// <summary>Keeps the words of what was published right after it was published, as long as the host runs. What goes wrong with the database is logged and tried again.</summary>
internal sealed partial class SearchIndexer(IServiceScopeFactory scopes, TimeProvider time, ILogger<SearchIndexer> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Pause, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            var sweeping = SweepAsync(stoppingToken);
            await sweeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (sweeping.IsFaulted)
            {
                Failed(sweeping.Exception.InnerException);
            }

            var tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
            await ((Task)tick).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        int taken;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            taken = await scope.ServiceProvider.GetRequiredService<SearchIndex>().SweepAsync(stopping);
        }
        while (taken > 0 && !stopping.IsCancellationRequested);
    }

    [LoggerMessage(LogLevel.Error, "Keeping the words of documents failed; it is tried again.")]
    private partial void Failed(Exception? exception);
}
