using Gongkai.Law.Fees;
using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Requests;

/// <summary>Who asks, sealed; only those who handle the case open it.</summary>
public sealed class SealedApplicant
{
    public long RequestId { get; init; }

    public required byte[] Sealed { get; set; }
}

/// <summary>Something that happened to a request and on which its periods depend: on which day, and when and by whom it was entered. Never changed; a wrong one is retracted and stays readable.</summary>
public sealed class RecordedEvent
{
    public long Id { get; init; }

    public long RequestId { get; init; }

    public RequestEventKind Kind { get; init; }

    public DateOnly HappenedOn { get; init; }

    public DateOnly? ServedOn { get; init; }

    public DateOnly? DueOn { get; init; }

    public int? Days { get; init; }

    public int Party { get; init; }

    public Outcome? Outcome { get; init; }

    public string? Note { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public Guid? RecordedBy { get; init; }

    public required string RecordedByName { get; init; }

    public DateTimeOffset? RetractedAt { get; set; }

    public string? RetractedByName { get; set; }

    public string? RetractedBecause { get; set; }

    /// <summary>The event as the law sees it.</summary>
    public RequestEvent Event => RequestEvent.Restore(Kind, HappenedOn, ServedOn, DueOn, Days, Party, Outcome);
}

/// <summary>A step of the office: what a person did, apart from what the periods depend on.</summary>
public sealed class RequestStep
{
    public long Id { get; init; }

    public long RequestId { get; init; }

    public RequestStepKind Step { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid? AccountId { get; init; }

    public required string ActorName { get; init; }

    public Role? Role { get; init; }

    public string? Note { get; init; }
}

/// <summary>What a person at the desk can have done.</summary>
public enum RequestStepKind
{
    Registered,
    Confirmed,
    Assigned,
    SearchRecorded,
    ClarificationAsked,
    ClarificationSupplied,
    PartyAsked,
    PartyReplied,
    ReasonAsked,
    ReasonGiven,
    LaterDateSet,
    ExtensionProposed,
    Extended,
    FeeNoticed,
    FeePaid,
    FeeRefunded,
    ThirdPartyInformed,
    Drafted,
    SentToReview,
    LegalityApproved,
    SecrecyApproved,
    SentBack,
    Signed,
    PaperMade,
    Served,
    Withdrawn,
    Filed,
    Reopened,
    Retracted,
    Split,
    Merged,
    Absorbed,
    Parted,
    Passed,
    UnitReported,
    CodeReissued,
    RetentionProposed,
    RetentionRejected,
    RetentionConfirmed,
    HandedOver,
    FileAdded,
    FileConverted,
    FileRedacted,
    FileCleaned,
    FileExplained,
    FileSupplied,
    FileHeldBack,
    Noted,
}

/// <summary>One of the things that a request asks for, decided by itself (区分处理, 第三十七条).</summary>
public sealed class RequestItem
{
    public long RequestId { get; init; }

    public int Number { get; init; }

    public required string Wanted { get; set; }

    public Outcome? Outcome { get; set; }

    /// <summary>The facts and reasons that the paper gives.</summary>
    public string? Reason { get; set; }

    /// <summary>What is given, or where it is public.</summary>
    public string? Supplied { get; set; }
}

/// <summary>A third party or another agency that was asked.</summary>
public sealed class ConsultedParty
{
    public long RequestId { get; init; }

    public int Number { get; init; }

    public bool IsAgency { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether it agrees to disclosure; null while it has said nothing.</summary>
    public bool? Agrees { get; set; }

    public string? Opinion { get; set; }
}

/// <summary>检索记录: where, with what words, when and by whom was searched, and what was found. The agency has to prove it (法释〔2025〕8号).</summary>
public sealed class SearchRecord
{
    public long Id { get; init; }

    public long RequestId { get; init; }

    public DateOnly SearchedOn { get; init; }

    public required string Systems { get; init; }

    public required string Words { get; init; }

    public required string Found { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public required string RecordedByName { get; init; }
}

/// <summary>信息处理费 of one request, in yuan.</summary>
public sealed class RequestFee
{
    public long RequestId { get; init; }

    public FeeScale Scale { get; init; }

    /// <summary>The how-manieth request of the applicant in the month.</summary>
    public int Ordinal { get; init; }

    public int Pages { get; init; }

    public int Amount { get; init; }

    public DateOnly? PaidOn { get; set; }

    /// <summary>财政票据号.</summary>
    public string? ReceiptNumber { get; set; }

    public DateOnly? RefundedOn { get; set; }
}

/// <summary>A paper that was made for a request, and how it was served.</summary>
public sealed class RequestPaper
{
    public long Id { get; init; }

    public long RequestId { get; init; }

    public Paper Paper { get; init; }

    /// <summary>文号; null for a paper that has none.</summary>
    public string? Number { get; init; }

    public Guid BlobId { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public required string MadeByName { get; init; }

    public ServiceWay? Way { get; set; }

    public DateOnly? SentOn { get; set; }

    public DateOnly? SignedOn { get; set; }

    /// <summary>The number of the postal item, or who signed.</summary>
    public string? Proof { get; set; }
}

/// <summary>A file of the case.</summary>
public sealed class RequestFile
{
    public long Id { get; init; }

    public long RequestId { get; init; }

    public Guid BlobId { get; init; }

    public FilePurpose Purpose { get; set; }

    public DateTimeOffset AddedAt { get; init; }

    public required string AddedByName { get; init; }

    /// <summary>The file of the case that it was made from; null where it came from outside.</summary>
    public long? MadeFrom { get; init; }

    /// <summary>How it was made from that.</summary>
    public FileMaking? Making { get; init; }

    /// <summary>Whether a file was made from it in which places are covered: it is kept, and never goes to the applicant.</summary>
    public bool IsOriginal { get; set; }
}

/// <summary>How a file was made from another.</summary>
public enum FileMaking
{
    /// <summary>A text became a PDF.</summary>
    Converted,

    /// <summary>Places were covered.</summary>
    Redacted,

    /// <summary>What was hidden was taken out.</summary>
    Cleaned,
}

/// <summary>What a file is in the case.</summary>
public enum FilePurpose
{
    /// <summary>It came with the request: the letter as scanned, proof of identity.</summary>
    Application,

    /// <summary>It came with a clarification, reasons or an opinion.</summary>
    Correspondence,

    /// <summary>It was found and is being looked at; never served.</summary>
    Working,

    /// <summary>It goes to the applicant with the reply.</summary>
    Supplied,
}
