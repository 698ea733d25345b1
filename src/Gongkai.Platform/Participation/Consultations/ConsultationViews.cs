using Gongkai.Platform.Publishing;

namespace Gongkai.Platform.Participation.Consultations;

/// <summary>What the procedure of a document has to know of its consultation.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="Title">Its title.</param>
/// <param name="FirstDay">Its first day.</param>
/// <param name="LastDay">Its last day.</param>
/// <param name="Counts">How many opinions came.</param>
/// <param name="FeedbackAt">When its feedback was released; null where it was not.</param>
public sealed record ConsultationOfDocument(long ConsultationId, string Title, DateOnly FirstDay, DateOnly LastDay, CommentCounts Counts, DateTimeOffset? FeedbackAt);

/// <summary>Which consultations a list shows; null leaves it open.</summary>
public sealed record ConsultationFilter
{
    public ReleaseStage? Stage { get; init; }

    public int? Year { get; init; }

    /// <summary>Letters of the title or of the agency.</summary>
    public string? Text { get; init; }
}

/// <summary>A line of the list.</summary>
public sealed record ConsultationRow
{
    public required long Id { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required string Name { get; init; }

    public required ReleaseStage Stage { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    public required DateOnly FeedbackDueOn { get; init; }

    public required ReleaseStage? FeedbackStage { get; init; }

    public required int Comments { get; init; }

    public required int Unjudged { get; init; }

    public required string ChangedByName { get; init; }
}

/// <summary>A consultation as those at work see it.</summary>
public sealed record ConsultationSheet
{
    public required ConsultationRow Row { get; init; }

    public required Consultation Consultation { get; init; }

    public required IReadOnlyList<ReleaseAction> Actions { get; init; }

    public required IReadOnlyList<ConsultationFileView> Files { get; init; }

    public required string? DocumentTitle { get; init; }

    /// <summary>What the screening finds, as long as it is not released.</summary>
    public required IReadOnlyList<DocumentHit> Hits { get; init; }

    public required CommentCounts Counts { get; init; }

    public required ConsultationFeedback? Feedback { get; init; }

    public required IReadOnlyList<ReleaseAction> FeedbackActions { get; init; }

    public required IReadOnlyList<DocumentHit> FeedbackHits { get; init; }

    public required bool MayWrite { get; init; }

    public required bool MayProlong { get; init; }

    /// <summary>Whether its last day has gone by, so that feedback can be written.</summary>
    public required bool IsOver { get; init; }
}

public sealed record ConsultationFileView(long Id, string Name);

/// <summary>Which opinions a list shows.</summary>
public sealed record CommentFilter
{
    /// <summary>Letters of the opinion or of the article.</summary>
    public string? Text { get; init; }

    public CommentVerdict? Verdict { get; init; }

    /// <summary>Only those of which nobody has said yet what becomes of them.</summary>
    public bool IsUnjudged { get; init; }
}

/// <summary>An opinion as the desk reads it.</summary>
public sealed record CommentRow
{
    public required long Id { get; init; }

    public required int Number { get; init; }

    public required string About { get; init; }

    public required string Content { get; init; }

    public required string SenderLabel { get; init; }

    /// <summary>Name and way to be reached; empty where none was given or this person may not know.</summary>
    public string Sender { get; init; } = "";

    public required DateTimeOffset SentAt { get; init; }

    public required CommentVerdict? Verdict { get; init; }

    public required string VerdictReason { get; init; }

    public required string? JudgedByName { get; init; }
}
