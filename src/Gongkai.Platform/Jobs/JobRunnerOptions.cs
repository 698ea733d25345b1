namespace Gongkai.Platform.Jobs;

/// <summary>How this node works at jobs.</summary>
public sealed record JobRunnerOptions
{
    /// <summary>The name of this node; two processes never have the same.</summary>
    public string Node { get; init; } = $"{Environment.MachineName}/{Environment.ProcessId}";

    public int AtOnce { get; init; } = 2;

    /// <summary>How long a job is held without a sign of life before another node may take it over.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);
}
