using Gongkai.Law.Publishing;

namespace Gongkai.Platform.Participation.Consultations;

/// <summary>意见征集: an agency asks the public for its opinion of a draft. Once it is open its text stays as it is.</summary>
public sealed class Consultation : BegunText
{
    public required ConsultationText Text { get; set; }

    /// <summary>Columns of <see cref="Text"/> by which lists ask; rewritten with it.</summary>
    public required string Name { get; set; }

    public DateOnly FirstDay { get; set; }

    public DateOnly LastDay { get; set; }

    /// <summary>The document of which it is the draft; null where it is none that is kept here.</summary>
    public long? DocumentId { get; set; }

    internal override string Noun => "consultation";

    internal override string Place => FormattableString.Invariant($"consultations/{Id}");

    internal override string Title => $"征求意见《{Name}》";
}

/// <summary>All that is written of a consultation.</summary>
public sealed record ConsultationText
{
    public string Title { get; init; } = "";

    /// <summary>起草说明.</summary>
    public string Note { get; init; } = "";

    /// <summary>The draft as cleaned HTML.</summary>
    public string Body { get; init; } = "";

    public ConsultationBasis Basis { get; init; }

    public DateOnly FirstDay { get; init; }

    public DateOnly LastDay { get; init; }

    /// <summary>Why the public is asked for fewer days than the law says.</summary>
    public string WhyShort { get; init; } = "";

    /// <summary>How else opinions can be sent: telephone, mail, address.</summary>
    public string Contact { get; init; } = "";

    public long? DocumentId { get; init; }
}

/// <summary>A file that goes with a draft.</summary>
public sealed class ConsultationFile
{
    public long Id { get; init; }

    public long ConsultationId { get; init; }

    public Guid BlobId { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    public required string AddedByName { get; init; }
}

/// <summary>What somebody thinks of a draft. Only the agency reads it.</summary>
public sealed class ConsultationComment
{
    public long Id { get; init; }

    public long ConsultationId { get; init; }

    /// <summary>Its number among those of the consultation, as the receipt says it.</summary>
    public int Number { get; init; }

    /// <summary>The article or part that it is about; empty for the whole.</summary>
    public required string About { get; init; }

    public required string Content { get; init; }

    /// <summary>匿名, or the first letter of the name.</summary>
    public required string SenderLabel { get; init; }

    /// <summary>Who sends it, sealed; null for one that gives no name and no way to be reached.</summary>
    public byte[]? Sealed { get; init; }

    public Guid FormKey { get; init; }

    public DateTimeOffset SentAt { get; init; }

    public CommentVerdict? Verdict { get; set; }

    /// <summary>Why it was not or only partly adopted.</summary>
    public string VerdictReason { get; set; } = "";

    public string? JudgedByName { get; set; }

    public DateTimeOffset? JudgedAt { get; set; }
}

/// <summary>What becomes of an opinion.</summary>
public enum CommentVerdict
{
    /// <summary>采纳.</summary>
    Adopted,

    /// <summary>部分采纳.</summary>
    PartlyAdopted,

    /// <summary>不采纳.</summary>
    NotAdopted,

    /// <summary>与草案无关: neither counted as adopted nor as turned down.</summary>
    OffTopic,
}

/// <summary>采纳情况: what came of a consultation, told to the public.</summary>
public sealed class ConsultationFeedback : ReleasedText
{
    public long ConsultationId { get; init; }

    /// <summary>The name of the consultation.</summary>
    public required string Name { get; set; }

    /// <summary>The main opinions and the answers to them, as cleaned HTML.</summary>
    public string Body { get; set; } = "";

    /// <summary>Counted when it is released.</summary>
    public int Received { get; set; }

    public int Adopted { get; set; }

    public int PartlyAdopted { get; set; }

    public int NotAdopted { get; set; }

    internal override string Noun => "feedback";

    internal override string Place => FormattableString.Invariant($"consultations/{ConsultationId}/feedback");

    internal override string Title => $"《{Name}》意见采纳情况";

    internal override bool MayBeginAgain => true;
}
