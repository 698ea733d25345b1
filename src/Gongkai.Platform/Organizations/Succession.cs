namespace Gongkai.Platform.Organizations;

/// <summary>Who took over from whom, and on which day: carried-over cases follow it (机构改革).</summary>
public sealed class Succession
{
    public int Id { get; init; }

    public int PredecessorId { get; init; }

    public int SuccessorId { get; init; }

    public SuccessionKind Kind { get; init; }

    /// <summary>The first day of the successor.</summary>
    public DateOnly On { get; init; }
}

/// <summary>How an agency passed into another.</summary>
public enum SuccessionKind
{
    Renamed,
    Merged,
    Split,
}
