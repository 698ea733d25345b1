namespace Gongkai.Platform.Filings;

/// <summary>The annual report of one agency for one year on its way from the first draft to the public.</summary>
public sealed class Filing
{
    public int Id { get; init; }

    public int AgencyId { get; init; }

    /// <summary>The report year.</summary>
    public int Year { get; init; }

    public FilingState State { get; set; }

    /// <summary>The report as it is being written, as <c>gongkai.report/1</c>.</summary>
    public required string Content { get; set; }

    /// <summary>Goes up with each saved change; a writer says which revision the change was made on.</summary>
    public int Revision { get; set; }

    /// <summary>Field by field, the revision that last changed it and who did, as JSON: so that two people on one report lose nothing.</summary>
    public string FieldRevisions { get; set; } = "{}";

    /// <summary>The figures of the form in their order (<c>NationalForm.Figures</c>); null where a cell is no number.</summary>
    public decimal?[] Figures { get; set; } = [];

    public int Errors { get; set; }

    public int Warnings { get; set; }

    /// <summary>How many cells of the form are not settled: unreadable, or missing from the source.</summary>
    public int Unsettled { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset SavedAt { get; set; }

    public Guid? SavedBy { get; set; }

    public DateTimeOffset? SignedAt { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>When it first stood before the public: the server's time, never entered.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>The version that the public reads.</summary>
    public int? PublishedVersion { get; set; }

    /// <summary>The uploaded file that it was read from.</summary>
    public Guid? SourceBlobId { get; set; }

    /// <summary>An uploaded file that waits for its person's word before it takes the place of the draft.</summary>
    public Guid? PendingBlobId { get; set; }

    public uint Version { get; init; }
}

/// <summary>Where a filing stands. A correction after publication goes the same way again, while the public goes on reading <see cref="Filing.PublishedVersion"/>.</summary>
public enum FilingState
{
    Draft,
    InReview,
    Signed,
    Submitted,
    Returned,
    Accepted,
    Published,
}

/// <summary>A report as it stood at a step of its way; never changed.</summary>
public sealed class FilingVersion
{
    public int FilingId { get; init; }

    public int Number { get; init; }

    public required string Content { get; init; }

    public decimal?[] Figures { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public Guid? CreatedBy { get; init; }

    public required string CreatedByName { get; init; }

    /// <summary>What the version was kept for, in a word for people; for a correction, its reason.</summary>
    public required string Reason { get; init; }

    public DateTimeOffset? PublishedAt { get; set; }
}

/// <summary>A step of a filing, in the order of time.</summary>
public sealed class FilingEvent
{
    public long Id { get; init; }

    public int FilingId { get; init; }

    public FilingStep Step { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid? AccountId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>The review that was given, for an approval.</summary>
    public Accounts.Role? Role { get; init; }

    public string? Note { get; init; }

    public int? VersionNumber { get; init; }
}

/// <summary>What happened to a filing.</summary>
public enum FilingStep
{
    Begun,
    Uploaded,
    SentToReview,
    Approved,
    SentBack,
    Signed,
    Submitted,
    Returned,
    Withdrawn,
    Accepted,
    Published,
    CorrectionBegun,
    Urged,
}

/// <summary>A finding of the last check of a filing's draft, kept as a row so that an authority can list them all by rule.</summary>
public sealed class FilingFinding
{
    public int FilingId { get; init; }

    public int Number { get; init; }

    public required string Rule { get; init; }

    public Reports.Severity Severity { get; init; }

    /// <summary>The addresses of the cells, separated by spaces.</summary>
    public string At { get; init; } = "";

    public int? Section { get; init; }

    public required string Message { get; init; }
}

/// <summary>What an authority or a reviewer says about a cell, a section or the whole of a report.</summary>
public sealed class Remark
{
    public int Id { get; init; }

    public int FilingId { get; init; }

    /// <summary>The address of a figure, <c>section.3</c>, or empty for the whole.</summary>
    public string At { get; init; } = "";

    public required string Text { get; init; }

    public DateTimeOffset WrittenAt { get; init; }

    public Guid? WrittenBy { get; init; }

    public required string WriterName { get; init; }

    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>Whether it is still a draft of the authority, which the agency sees when its report is returned or accepted.</summary>
    public bool IsHeld { get; init; }
}

/// <summary>A word of explanation for a warning: it stands for the rule at these cells as long as what they hold does not change.</summary>
public sealed class Explanation
{
    public int Id { get; init; }

    public int FilingId { get; init; }

    public required string Rule { get; init; }

    /// <summary>The addresses of the cells, separated by spaces.</summary>
    public string At { get; init; } = "";

    /// <summary>The message that was explained: another message is another warning.</summary>
    public required string Message { get; init; }

    public required string Text { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    public required string WriterName { get; set; }
}
