using Gongkai.Law.Fees;
using Gongkai.Law.Requests;
using Gongkai.Platform.Requests.Redacting;

namespace Gongkai.Platform.Requests;

/// <summary>Which requests a list shows.</summary>
public sealed record RequestFilter
{
    /// <summary>Open cases by their due day, or all by the day on which they were entered, newest first.</summary>
    public RequestOrder Order { get; init; }

    public int? AgencyId { get; init; }

    /// <summary>登记号, or letters of what is wanted.</summary>
    public string? Text { get; init; }

    public RequestStage? Stage { get; init; }

    public DeskStep? DeskStep { get; init; }

    public IntakeChannel? Channel { get; init; }

    public Outcome? Outcome { get; init; }

    /// <summary>The year of receipt.</summary>
    public int? Year { get; init; }

    /// <summary>Only those whose due day is not later.</summary>
    public DateOnly? DueUpTo { get; init; }

    public Guid? HandlerId { get; init; }
}

/// <summary>The order of a list.</summary>
public enum RequestOrder
{
    ByDueDay,
    Newest,
}

/// <summary>A line of a list. The applicant stands there by a label only.</summary>
public sealed record RequestRow
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required RequestKind Kind { get; init; }

    public required string ApplicantLabel { get; init; }

    public required ApplicantKind ApplicantKind { get; init; }

    public required string Wanted { get; init; }

    public required IntakeChannel Channel { get; init; }

    public required DateOnly ArrivedOn { get; init; }

    public required DateOnly? ReceivedOn { get; init; }

    public required RequestStage Stage { get; init; }

    public required Turn Turn { get; init; }

    public required DeskStep DeskStep { get; init; }

    public required ClockState? ClockState { get; init; }

    public required DateOnly? DueOn { get; init; }

    public required Outcome? Outcome { get; init; }

    public required DateOnly? ConcludedOn { get; init; }

    public required string? Unit { get; init; }

    public required string? HandlerName { get; init; }
}

/// <summary>A request as a person at the desk sees it.</summary>
public sealed record RequestSheet
{
    public required RequestRow Row { get; init; }

    public required string? DocumentNumber { get; init; }

    public required string? Features { get; init; }

    public required Carrier Carrier { get; init; }

    public required Supply Supply { get; init; }

    public required Guid? HandlerId { get; init; }

    public required long? ParentId { get; init; }

    /// <summary>Who asks; null where this person may not know.</summary>
    public required Applicant? Applicant { get; init; }

    /// <summary>What the law says of its periods today, with the calendar to explain them by.</summary>
    public required RequestTimeline Timeline { get; init; }

    public required Law.Calendar.WorkingCalendar Calendar { get; init; }

    public required IReadOnlyList<RequestAction> Actions { get; init; }

    public required IReadOnlyList<Review> PendingReviews { get; init; }

    public required IReadOnlyList<ItemView> Items { get; init; }

    public required IReadOnlyList<EventView> Events { get; init; }

    public required IReadOnlyList<StepView> Steps { get; init; }

    public required IReadOnlyList<PartyView> Parties { get; init; }

    public required IReadOnlyList<SearchView> Searches { get; init; }

    public required FeeView? Fee { get; init; }

    public required IReadOnlyList<PaperView> Papers { get; init; }

    public required IReadOnlyList<FileView> Files { get; init; }

    /// <summary>Other requests of this applicant to this agency in the month, and those for the same thing at any time: for fees, article 35 and article 36(6).</summary>
    public required IReadOnlyList<RelatedRequest> Related { get; init; }

    /// <summary>When it was anonymised; null where it was not.</summary>
    public required DateOnly? AnonymisedOn { get; init; }

    public required DateOnly? FilesDestroyedOn { get; init; }

    /// <summary>Until when it is kept beyond its time.</summary>
    public required DateOnly? KeptUntil { get; init; }

    /// <summary>The units that handle it, the one in charge first.</summary>
    public required IReadOnlyList<UnitView> Units { get; init; }

    /// <summary>What it was merged with and whence it was passed on.</summary>
    public required CaseMoves Moves { get; init; }

    /// <summary>The how-manieth request of the applicant in the month.</summary>
    public required int Ordinal { get; init; }
}

public sealed record ItemView(int Number, string Wanted, Outcome? Outcome, string? Reason, string? Supplied);

/// <summary>What happened, on which day, and when it was entered.</summary>
public sealed record EventView(
    long Id, RequestEvent Event, string? Note, DateTimeOffset RecordedAt, string RecordedByName, DateTimeOffset? RetractedAt, string? RetractedByName, string? RetractedBecause);

public sealed record StepView(RequestStepKind Step, DateTimeOffset At, string ActorName, string? Note);

public sealed record PartyView(int Number, bool IsAgency, string Name, bool? Agrees, string? Opinion);

public sealed record SearchView(DateOnly SearchedOn, string Systems, string Words, string Found, string RecordedByName);

public sealed record FeeView(FeeScale Scale, int Ordinal, int Pages, int Amount, DateOnly? PaidOn, string? ReceiptNumber, DateOnly? RefundedOn);

public sealed record PaperView(long Id, Paper Paper, string? Number, DateTimeOffset MadeAt, string MadeByName, ServiceWay? Way, DateOnly? SentOn, DateOnly? SignedOn, string? Proof);

public sealed record FileView(long Id, string Name, string ContentType, long Length, FilePurpose Purpose, DateTimeOffset AddedAt, string AddedByName)
{
    /// <summary>Which of the case's files it is, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Whether it is kept as the original of a file in which places are covered.</summary>
    public bool IsOriginal { get; init; }

    public long? MadeFrom { get; init; }

    public FileMaking? Making { get; init; }

    /// <summary>What is covered in it.</summary>
    public IReadOnlyList<MarkView> Marks { get; init; } = [];

    /// <summary>What was found hidden in it; null where it was not looked into.</summary>
    public ScreeningView? Screening { get; init; }
}

/// <summary>Into which case this one was closed, which were closed into it, and the agencies that passed it on.</summary>
public sealed record CaseMoves(NumberedCase? Into, IReadOnlyList<NumberedCase> Absorbed, IReadOnlyList<PassedFrom> PassedFrom);

public sealed record NumberedCase(long Id, string Number);

/// <summary>A request that an agency passed on, by the number that it had there.</summary>
public sealed record PassedOn(string Number, string FromName, string ToName, DateTimeOffset PassedAt, string PassedByName, string Reason);

public sealed record PassedFrom(string AgencyName, string Number);

public sealed record RelatedRequest(long Id, string Number, DateOnly ArrivedOn, string Wanted, RequestStage Stage, Outcome? Outcome, bool IsSameText);
