namespace Gongkai.Platform.Channels.Printing;

/// <summary>公告栏 of an agency.</summary>
public sealed class Board
{
    public long Id { get; init; }

    public int AgencyId { get; init; }

    public required string Name { get; init; }

    public required string Place { get; init; }

    public bool IsOn { get; set; } = true;

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A version of a document that was posted, broadcast or printed: said by a person who did or saw it.</summary>
public sealed class Posting
{
    public long Id { get; init; }

    public long DocumentId { get; init; }

    public int AgencyId { get; init; }

    public int ContentVersion { get; init; }

    public PostingKind Kind { get; init; }

    public long? BoardId { get; init; }

    /// <summary>Where, as it was called then.</summary>
    public required string Place { get; init; }

    public DateOnly FromOn { get; init; }

    /// <summary>Until when it is to hang.</summary>
    public DateOnly? UntilOn { get; init; }

    public required string ByName { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>The same form makes one record.</summary>
    public Guid FormKey { get; init; }

    public DateOnly? TakenDownOn { get; set; }

    public string? TakenDownByName { get; set; }

    public DateTimeOffset? RetractedAt { get; set; }
}

public enum PostingKind
{
    /// <summary>公告栏张贴.</summary>
    Board,

    /// <summary>广播播出.</summary>
    Broadcast,

    /// <summary>编入简报.</summary>
    Briefing,

    /// <summary>印入手册.</summary>
    Handbook,
}
