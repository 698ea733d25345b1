namespace Gongkai.Reports.Reading;

/// <summary>Bounds on what a source may cost. Past them a file is refused in one sentence.</summary>
public sealed record ReadLimits
{
    /// <summary>The bounds in use where nothing else is said.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>The largest file, in bytes.</summary>
    public long FileBytes { get; init; } = 50_000_000;

    /// <summary>The most that one entry of a compressed file may unpack to, in bytes.</summary>
    public long UnpackedBytes { get; init; } = 200_000_000;

    /// <summary>How deep tables may be nested before what lies deeper is left out.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>The most cells and paragraphs of one source.</summary>
    public int Blocks { get; init; } = 400_000;

    /// <summary>How long an outside program (soffice, pdftotext) may work on one file.</summary>
    public TimeSpan OutsideProgram { get; init; } = TimeSpan.FromSeconds(60);
}
