using Gongkai.Law.Disputes;

namespace Gongkai.Platform.Disputes;

/// <summary>行政复议 or 行政诉讼 about disclosure, in which the agency answers. The columns from <see cref="BegunOn"/> on mirror its events.</summary>
public sealed class Dispute
{
    public long Id { get; init; }

    public int AgencyId { get; init; }

    /// <summary>The office's own number, as <c>争议2026-0003</c>.</summary>
    public required string Number { get; init; }

    public DisputeKind Kind { get; init; }

    /// <summary>The request that it is about; null for one about proactive disclosure.</summary>
    public long? RequestId { get; init; }

    /// <summary>The reconsideration after which the suit was brought.</summary>
    public long? EarlierId { get; init; }

    /// <summary>The review body or the court.</summary>
    public required string Body { get; init; }

    /// <summary>Its number there.</summary>
    public string? CaseNumber { get; set; }

    public required string ComplainantLabel { get; init; }

    public required string Subject { get; init; }

    public DateOnly? BegunOn { get; set; }

    public DisputeResult? Result { get; set; }

    public DateOnly? ResultOn { get; set; }

    /// <summary>The nearest last day that the agency itself has to keep.</summary>
    public DateOnly? NextDueOn { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedByName { get; init; }

    public uint Version { get; init; }
}

/// <summary>A step of a dispute: never changed; a wrong one is retracted and stays readable.</summary>
public sealed class RecordedDisputeEvent
{
    public long Id { get; init; }

    public long DisputeId { get; init; }

    public DisputeStep Step { get; init; }

    public DateOnly HappenedOn { get; init; }

    public DisputeResult? Result { get; init; }

    public string? Note { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public required string RecordedByName { get; init; }

    public DateTimeOffset? RetractedAt { get; set; }

    public string? RetractedByName { get; set; }

    public string? RetractedBecause { get; set; }

    public DisputeEvent Event => new(Step, HappenedOn, Result);
}
