using Gongkai.Law.Calendar;
using Gongkai.Law.Publishing;
using Gongkai.Law.Requests;

namespace Gongkai.Platform.Publishing;

/// <summary>Which documents a list shows; null leaves it open.</summary>
public sealed record DocumentFilter
{
    public DocumentStage? Stage { get; init; }

    public DocumentKind? Kind { get; init; }

    public DisclosureAttribute? Attribute { get; init; }

    /// <summary>Part of the title, or the whole 文号 or 索引号.</summary>
    public string? Text { get; init; }

    /// <summary>Only those whose publication is overdue.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Only those that wait for a review by somebody like the asker.</summary>
    public bool WaitsForMe { get; init; }
}

/// <summary>A line of the list.</summary>
public sealed record DocumentRow
{
    public required long Id { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required string Title { get; init; }

    public required DocumentKind Kind { get; init; }

    public required DisclosureAttribute Attribute { get; init; }

    public required DocumentStage Stage { get; init; }

    public required ReviewStep? NextReview { get; init; }

    public required DateOnly? MadeOn { get; init; }

    public required DateOnly? DueOn { get; init; }

    public required DateTimeOffset? PublishAt { get; init; }

    public required DateTimeOffset? PublishedAt { get; init; }

    public required string? IndexNumber { get; init; }

    public required string CreatedByName { get; init; }

    public required string ChangedByName { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required DateOnly? LookedAtOn { get; init; }
}

/// <summary>A document as those at work see it.</summary>
public sealed record DocumentSheet
{
    public required DocumentRow Row { get; init; }

    public required DocumentContent Content { get; init; }

    public required int Version { get; init; }

    /// <summary>The period of publication; null where there is none.</summary>
    public required Clock? Clock { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    public required DateOnly AsOf { get; init; }

    public required CatalogItem? CatalogItem { get; init; }

    public required IReadOnlyList<DocumentFileView> Files { get; init; }

    public required IReadOnlyList<DocumentStep> Steps { get; init; }

    public required IReadOnlyList<DocumentRemark> Remarks { get; init; }

    public required IReadOnlyList<VersionView> Versions { get; init; }

    public required IReadOnlyList<DocumentAction> Actions { get; init; }

    /// <summary>Why the person cannot give the review that is due; null where there is none due, or the person can.</summary>
    public required DocumentRefusal? ReviewRefusal { get; init; }

    /// <summary>Whether a version of it is before the public.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>有效性 of what is public, on the day.</summary>
    public required DocumentStatus? Status { get; init; }

    /// <summary>What went before a normative document; null for other kinds.</summary>
    public required ProcedureSheet? Procedure { get; init; }

    /// <summary>The title of what it interprets.</summary>
    public required string? InterpretsTitle { get; init; }

    public IReadOnlyList<DocumentFileView> Attachments => [.. Files.Where(file => file.Purpose == DocumentFilePurpose.Attachment)];
}

/// <summary>What went before a normative document, and what follows its publication.</summary>
/// <param name="Facts">What is recorded.</param>
/// <param name="RegisterNumber">登记编号, once it is published.</param>
/// <param name="Faults">What is missing, where it is demanded.</param>
/// <param name="FilingDueOn">The last day for 备案; null before publication.</param>
public sealed record ProcedureSheet(NormativeProcedure Facts, string? RegisterNumber, IReadOnlyList<ProcedureFault> Faults, DateOnly? FilingDueOn);

public sealed record DocumentFileView(long Id, Guid BlobId, DocumentFilePurpose Purpose, string Name, string ContentType, long Length, DateTimeOffset AddedAt, string AddedByName, bool IsPublic);

public sealed record VersionView(int Number, string SavedByName, DateTimeOffset SavedAt);
