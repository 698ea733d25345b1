using Gongkai.Law.Publishing;
using Gongkai.Platform.Search.Texts;

namespace Gongkai.Platform.Search.Documents;

/// <summary>What narrows a search; null leaves it open.</summary>
public sealed record DocumentSearchFilter
{
    public int? AgencyId { get; init; }

    public CatalogCategory? Category { get; init; }

    public DocumentKind? Kind { get; init; }

    /// <summary>The year of its making.</summary>
    public int? Year { get; init; }

    public DocumentStatus? Status { get; init; }

    public SearchOrder Order { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsOpen => this is { AgencyId: null, Category: null, Kind: null, Year: null, Status: null };
}

public enum SearchOrder
{
    /// <summary>相关度.</summary>
    Relevance,

    /// <summary>发布时间.</summary>
    Newest,
}

/// <summary>A page of documents.</summary>
/// <param name="Items">The documents.</param>
/// <param name="Counts">How many there are.</param>
/// <param name="Page">Which page it is, from 1.</param>
/// <param name="HasNext">Whether another page is shown.</param>
/// <param name="IsTooMuch">Whether it was given up because it took too long.</param>
public sealed record FoundDocuments(IReadOnlyList<FoundDocument> Items, FoundCounts Counts, int Page, bool HasNext, bool IsTooMuch)
{
    public static FoundDocuments None { get; } = new([], new FoundCounts(), 1, HasNext: false, IsTooMuch: false);

    public static FoundDocuments TooMuch { get; } = new([], new FoundCounts(), 1, HasNext: false, IsTooMuch: true);
}

/// <summary>A published document that was found.</summary>
public sealed record FoundDocument
{
    public required long Id { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<MarkedPiece> MarkedTitle { get; init; }

    public required DocumentKind Kind { get; init; }

    public required string Number { get; init; }

    public required string IndexNumber { get; init; }

    public required DateOnly? MadeOn { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Whether it is in force; null for a kind of which that is not said.</summary>
    public required DocumentStatus? Status { get; init; }

    public required IReadOnlyList<MarkedPiece> Excerpt { get; init; }

    /// <summary>Whether the words stand in an attachment.</summary>
    public required bool IsInAttachment { get; init; }
}

/// <summary>How many documents were found, and of what.</summary>
public sealed record FoundCounts
{
    internal const int MostAgencies = 20;

    public int Total { get; init; }

    /// <summary>Whether there are more than were counted: then only what they are of is known, and not how many.</summary>
    public bool IsMore => Total > DocumentSearchSql.MostCounted;

    public IReadOnlyList<FoundCount<(int Id, string Name)>> Agencies { get; init; } = [];

    public IReadOnlyList<FoundCount<CatalogCategory>> Categories { get; init; } = [];

    public IReadOnlyList<FoundCount<DocumentKind>> Kinds { get; init; } = [];

    public IReadOnlyList<FoundCount<int>> Years { get; init; } = [];

    public IReadOnlyList<FoundCount<DocumentStatus>> Statuses { get; init; } = [];
}

public sealed record FoundCount<T>(T Of, int Count);
