using Gongkai.Platform.Jobs;

namespace Gongkai.Platform.Tests.Jobs;

/// <summary>A handler that does what a test says and notes each time that it is begun.</summary>
internal sealed class CountingHandler(CountingHandler.Script script) : IJobHandler
{
    public const string Kind = "test.count";

    public async Task RunAsync(RunningJob job, CancellationToken cancellation)
    {
        Interlocked.Increment(ref script.Begun);
        await script.Act(job, cancellation);
    }

    public sealed class Script
    {
        public int Begun;

        public Func<RunningJob, CancellationToken, Task> Act { get; set; } = (_, _) => Task.CompletedTask;
    }
}
