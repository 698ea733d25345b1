namespace Gongkai.Reports.Mending;

/// <summary>Bounds on the search for mends. They count steps, not time, so that the same report has the same answer everywhere.</summary>
public sealed record MendLimits
{
    /// <summary>The bounds in use where nothing else is said.</summary>
    public static MendLimits Default { get; } = new();

    /// <summary>The most mends that are listed.</summary>
    public int Mends { get; init; } = 50;

    /// <summary>The most steps of the search, for all tables together.</summary>
    public int Steps { get; init; } = 10_000;
}
