using System.Threading.Channels;

namespace Gongkai.Cli.Running;

/// <summary>Works on many things at once and hands the results on in order, holding only a few at a time.</summary>
internal static class OrderedWork
{
    private const int ResultsWaitingPerJob = 4;

    public static async Task RunAsync<TItem, TResult>(
        IEnumerable<TItem> items, int jobs, Func<TItem, TResult> work, Action<TResult> take, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var window = Channel.CreateBounded<Task<TResult>>(new BoundedChannelOptions(jobs * ResultsWaitingPerJob) { SingleReader = true, SingleWriter = true });
        var feeding = Task.Run(() => FeedAsync(items, jobs, work, window.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var result in window.Reader.ReadAllAsync(cancellation))
            {
                take(await result);
            }

            await feeding;
        }
        finally
        {
            await stop.CancelAsync();
            await feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task FeedAsync<TItem, TResult>(
        IEnumerable<TItem> items, int jobs, Func<TItem, TResult> work, ChannelWriter<Task<TResult>> window, CancellationToken stop)
    {
        var free = new SemaphoreSlim(jobs);
        try
        {
            foreach (var item in items)
            {
                await free.WaitAsync(stop);
                await window.WriteAsync(Task.Run(() => WorkOn(item), CancellationToken.None), stop);
            }
        }
        finally
        {
            window.Complete();
        }

        TResult WorkOn(TItem item)
        {
            try
            {
                return work(item);
            }
            finally
            {
                free.Release();
            }
        }
    }
}
