using Gongkai.Law.Publishing;

namespace Gongkai.Platform.Publishing;

/// <summary>A version of what was written: kept at each step and at each saving by another person or on another day.</summary>
public sealed class DocumentVersion
{
    public long DocumentId { get; init; }

    public int Number { get; init; }

    public required DocumentContent Content { get; init; }

    public Guid? SavedBy { get; init; }

    public required string SavedByName { get; init; }

    public DateTimeOffset SavedAt { get; init; }
}

/// <summary>A step of a document: who did what with which version, never changed.</summary>
public sealed class DocumentStep
{
    public long Id { get; init; }

    public long DocumentId { get; init; }

    public DocumentStepKind Step { get; init; }

    public ReviewStep? Review { get; init; }

    public int ContentVersion { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid? AccountId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>审核意见, or why.</summary>
    public string? Opinion { get; init; }

    /// <summary>校对: what was found in proofreading.</summary>
    public string? Proofreading { get; init; }

    /// <summary>The items of the secrecy review that were looked at, as they were named then.</summary>
    public IReadOnlyList<string> Checked { get; init; } = [];
}

public enum DocumentStepKind
{
    Begun,
    SentToReview,
    TakenBack,
    Approved,
    Returned,
    Scheduled,
    Unscheduled,
    Published,
    CorrectionBegun,
    Ended,
    Withdrawn,
    Discarded,
    LookedAtAgain,
    MadeProactive,
    Amended,
    Repealed,
    ValidityRestored,
    Filed,
}

/// <summary>A remark of a reviewer at a place of the text.</summary>
public sealed class DocumentRemark
{
    public long Id { get; init; }

    public long DocumentId { get; init; }

    public int ContentVersion { get; init; }

    /// <summary>The words that it stands at; empty for the whole.</summary>
    public string Quote { get; init; } = "";

    public required string Text { get; init; }

    public required string ByName { get; init; }

    public Guid? By { get; init; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset? SettledAt { get; set; }

    public string? SettledByName { get; set; }
}

/// <summary>A file of a document: an attachment, a picture in its text, or the original from which it was read.</summary>
public sealed class DocumentFile
{
    public long Id { get; init; }

    public long DocumentId { get; init; }

    public Guid BlobId { get; set; }

    public DocumentFilePurpose Purpose { get; init; }

    public required string Name { get; set; }

    public DateTimeOffset AddedAt { get; init; }

    public required string AddedByName { get; init; }

    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Whether it belongs to what was published; set when a version is published, and by nothing else.</summary>
    public bool IsPublic { get; set; }
}

public enum DocumentFilePurpose
{
    /// <summary>附件.</summary>
    Attachment,

    /// <summary>A picture in the text.</summary>
    Picture,

    /// <summary>原件, from which the text was read; not published.</summary>
    Original,
}

/// <summary>What the public reads: the version that was published, and nothing of what is being written.</summary>
public sealed class Publication
{
    public long DocumentId { get; init; }

    public int AgencyId { get; init; }

    public int ContentVersion { get; set; }

    public required string IndexNumber { get; init; }

    /// <summary>登记编号 of a normative document.</summary>
    public string? RegisterNumber { get; set; }

    public required string Title { get; set; }

    public DocumentKind Kind { get; set; }

    public CatalogCategory? Category { get; set; }

    public int? CatalogItemId { get; set; }

    public string Number { get; set; } = "";

    public DateOnly? MadeOn { get; set; }

    public string Issuer { get; set; } = "";

    public string Source { get; set; } = "";

    public string Topic { get; set; } = "";

    public string Keywords { get; set; } = "";

    public string Summary { get; set; } = "";

    public required string Body { get; set; }

    public DateOnly? EffectiveOn { get; set; }

    public DateOnly? ExpiresOn { get; set; }

    public DateOnly? AmendedOn { get; set; }

    public DateOnly? RepealedOn { get; set; }

    /// <summary>What amended or repealed it, in words.</summary>
    public string? ChangedBy { get; set; }

    public DateOnly? ShownUntil { get; set; }

    public long? InterpretsId { get; set; }

    public InterpretationForm? InterpretationForm { get; set; }

    public DateTimeOffset PublishedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>A line of the catalog: a field, what is published in it, by when and where (国办发〔2019〕54号).</summary>
public sealed class CatalogItem
{
    public int Id { get; init; }

    /// <summary>One of the fields of the standard catalog; empty for what articles 20 and 21 ask of every agency.</summary>
    public string Field { get; set; } = "";

    public CatalogCategory Category { get; set; }

    /// <summary>公开事项.</summary>
    public required string Name { get; set; }

    /// <summary>公开内容（要素）.</summary>
    public string Content { get; set; } = "";

    /// <summary>公开依据.</summary>
    public string Basis { get; set; } = "";

    public int LimitDays { get; set; } = 20;

    public bool LimitIsCalendarDays { get; set; }

    /// <summary>公开渠道和载体.</summary>
    public string Channels { get; set; } = "";

    /// <summary>公开对象.</summary>
    public string Audience { get; set; } = "";

    /// <summary>公开层级.</summary>
    public string Levels { get; set; } = "";

    public int SortOrder { get; set; }

    public DateOnly? ValidTo { get; set; }

    public PublicationPeriod Period => new(LimitDays, LimitIsCalendarDays);
}
