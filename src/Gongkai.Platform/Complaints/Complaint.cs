using Gongkai.Law.Supervision;

namespace Gongkai.Platform.Complaints;

/// <summary>投诉、举报 about the disclosure work of an agency, at the authority above it. The columns from <see cref="ReceivedOn"/> on mirror its events.</summary>
public sealed class Complaint
{
    public long Id { get; init; }

    /// <summary>The authority that looks into it.</summary>
    public int AgencyId { get; init; }

    /// <summary>The agency complained of.</summary>
    public int AgainstId { get; init; }

    /// <summary>As <c>投诉2026-0003</c>.</summary>
    public required string Number { get; init; }

    public ComplaintKind Kind { get; init; }

    public Gongkai.Law.Requests.IntakeChannel Channel { get; init; }

    /// <summary>The request that it is about; null for one about proactive disclosure.</summary>
    public long? RequestId { get; init; }

    public required string ComplainantLabel { get; init; }

    /// <summary>Who complains, sealed; null for one that gives no name.</summary>
    public byte[]? Sealed { get; set; }

    public required string Content { get; set; }

    public Guid? HandlerId { get; set; }

    public DateOnly ReceivedOn { get; set; }

    public ComplaintStep Step { get; set; }

    public bool IsClosed { get; set; }

    public DateOnly DueOn { get; set; }

    public DateOnly? ClosedOn { get; set; }

    public ComplaintFinding? Finding { get; set; }

    public ComplaintMeasure? Measure { get; set; }

    /// <summary>The form that it was sent with: the same form makes one complaint.</summary>
    public Guid FormKey { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedByName { get; init; }

    public uint Version { get; init; }
}

/// <summary>A step of a complaint: never changed; a wrong one is retracted and stays readable.</summary>
public sealed class RecordedComplaintEvent
{
    public long Id { get; init; }

    public long ComplaintId { get; init; }

    public ComplaintStep Step { get; init; }

    public DateOnly HappenedOn { get; init; }

    public ComplaintFinding? Finding { get; init; }

    public ComplaintMeasure? Measure { get; init; }

    public string? Note { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public required string RecordedByName { get; init; }

    public DateTimeOffset? RetractedAt { get; set; }

    public string? RetractedByName { get; set; }

    public string? RetractedBecause { get; set; }

    public ComplaintEvent Event => new(Step, HappenedOn, Finding, Measure);
}

/// <summary>The local rule for complaints; the regulation gives no days (第四十七条、第五十一条). Kept as the setting <c>complaint-rules</c>.</summary>
public sealed record ComplaintRules
{
    public const string Setting = "complaint-rules";

    /// <summary>Working days from the receipt to the answer.</summary>
    public int Days { get; init; } = 15;
}
