using System.Diagnostics;

namespace Gongkai.Testing.Web;

/// <summary>A clock that starts at a chosen moment and runs on as clocks do, so that no test depends on the day on which it is run.</summary>
/// <param name="start">The moment at which it starts.</param>
public sealed class RunningClock(DateTimeOffset start) : TimeProvider
{
    private readonly long started = Stopwatch.GetTimestamp();
    private long skipped;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => start.ToUniversalTime() + Stopwatch.GetElapsedTime(started) + TimeSpan.FromTicks(Interlocked.Read(ref skipped));

    /// <summary>Lets time pass at once.</summary>
    public void Skip(TimeSpan time) => Interlocked.Add(ref skipped, time.Ticks);
}
