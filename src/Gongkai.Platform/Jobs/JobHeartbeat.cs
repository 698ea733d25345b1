namespace Gongkai.Platform.Jobs;

/// <summary>When this node last looked for work, for the health page.</summary>
public sealed class JobHeartbeat(TimeProvider time)
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(1);

    private long ticks = time.GetUtcNow().UtcTicks;

    public DateTimeOffset LastBeat => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public bool IsAlive => time.GetUtcNow() - LastBeat < LongestSilence;

    internal void Beat() => Interlocked.Exchange(ref ticks, time.GetUtcNow().UtcTicks);
}
