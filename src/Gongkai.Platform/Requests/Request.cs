using Gongkai.Law.Requests;

namespace Gongkai.Platform.Requests;

/// <summary>
/// A 政府信息公开申请 at one agency. What happened to it are its <see cref="RecordedEvent"/>s; the columns from <see cref="ReceivedOn"/> on
/// mirror what <c>Gongkai.Law</c> computes from them, to be queried, and are never written by hand.
/// </summary>
public sealed class Request
{
    public long Id { get; init; }

    public int AgencyId { get; set; }

    /// <summary>登记号, as <c>2026-0012</c>, running within the agency and the year of arrival.</summary>
    public required string Number { get; set; }

    public RequestKind Kind { get; init; }

    public IntakeChannel Channel { get; init; }

    /// <summary>The day on which it was handed in, signed for, found or sent.</summary>
    public DateOnly ArrivedOn { get; init; }

    public ApplicantKind ApplicantKind { get; set; }

    /// <summary>What lists call the applicant: <c>张**</c>, or the name of an organization.</summary>
    public required string ApplicantLabel { get; init; }

    /// <summary>Tells the requests of one applicant without saying who it is.</summary>
    public required byte[] ApplicantKey { get; init; }

    /// <summary>What is wanted, in the applicant's words.</summary>
    public required string Wanted { get; set; }

    /// <summary>文号, where the applicant knows it.</summary>
    public string? DocumentNumber { get; set; }

    public string? Features { get; set; }

    public Carrier Carrier { get; init; }

    public Supply Supply { get; init; }

    /// <summary>The unit inside the agency that handles it.</summary>
    public string? Unit { get; set; }

    public Guid? HandlerId { get; set; }

    public DeskStep DeskStep { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    public RequestStage Stage { get; set; }

    public Turn Turn { get; set; }

    public ClockState? ClockState { get; set; }

    public DateOnly? DueOn { get; set; }

    public Outcome? Outcome { get; set; }

    public DateOnly? ConcludedOn { get; set; }

    /// <summary>The outcome by which table three counts it; a case that is opened again is not counted twice.</summary>
    public Outcome? FirstOutcome { get; set; }

    public DateOnly? FirstConcludedOn { get; set; }

    /// <summary>The request of which it is a part, where one letter was split.</summary>
    public long? ParentId { get; init; }

    /// <summary>The earlier request into which it was closed.</summary>
    public long? MergedIntoId { get; set; }

    /// <summary>The form that it was sent with: the same form makes one case.</summary>
    public Guid FormKey { get; init; }

    /// <summary>The hash of the code with which the applicant follows it.</summary>
    public required byte[] QueryHash { get; set; }

    /// <summary>When the code was issued anew; the one of the form opens nothing since.</summary>
    public DateTimeOffset? CodeReissuedAt { get; set; }

    /// <summary>Until when it is kept beyond its time.</summary>
    public DateOnly? KeptUntil { get; set; }

    /// <summary>When the bytes of its files and papers were destroyed.</summary>
    public DateOnly? FilesDestroyedOn { get; set; }

    /// <summary>When all that told of the applicant was taken out of it; nothing more is done with it then.</summary>
    public DateOnly? AnonymisedOn { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public Guid? CreatedBy { get; init; }

    public uint Version { get; init; }
}

/// <summary>What is asked for.</summary>
public enum RequestKind
{
    /// <summary>公开政府信息 (条例第二十七条).</summary>
    Disclosure,

    /// <summary>更正与本人有关的记录 (条例第四十一条).</summary>
    Correction,
}

/// <summary>On what the applicant wants the information (条例第四十条).</summary>
public enum Carrier
{
    Paper,
    Electronic,
    Viewing,
}

/// <summary>How the applicant wants to get it.</summary>
public enum Supply
{
    Online,
    Email,
    Post,
    Collect,
    Fax,
}

/// <summary>How far the office is with a request by itself: apart from its legal stage, its turn and its outcome.</summary>
public enum DeskStep
{
    /// <summary>登记.</summary>
    Registered,

    /// <summary>承办.</summary>
    Assigned,

    /// <summary>拟答复.</summary>
    Drafted,

    /// <summary>合法性审核、保密审查.</summary>
    InReview,

    /// <summary>待签发.</summary>
    Reviewed,

    /// <summary>待送达.</summary>
    Signed,

    /// <summary>已送达.</summary>
    Served,

    /// <summary>已归档.</summary>
    Filed,
}
