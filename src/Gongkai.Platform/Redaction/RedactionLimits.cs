namespace Gongkai.Platform.Redaction;

/// <summary>Bounds on what the redaction of one file may cost. Past them it is refused in one sentence.</summary>
public sealed record RedactionLimits
{
    /// <summary>The bounds in use where nothing else is said.</summary>
    public static RedactionLimits Default { get; } = new();

    /// <summary>The largest file, in bytes.</summary>
    public int Bytes { get; init; } = 50_000_000;

    /// <summary>The most pages.</summary>
    public int Pages { get; init; } = 100;

    /// <summary>The most pixels of a picture.</summary>
    public int Pixels { get; init; } = 60_000_000;

    /// <summary>The most pixels of a page's longer side.</summary>
    public int Side { get; init; } = 5_000;

    /// <summary>The largest file that comes out, in bytes.</summary>
    public int ResultBytes { get; init; } = 100_000_000;

    /// <summary>How long an outside program may work on one page.</summary>
    public TimeSpan Page { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the whole may take.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromMinutes(4);
}
