using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Participation.Letters;

/// <summary>政策咨询、意见建议、投诉: what somebody writes to an agency and gets an answer to. Complaints about disclosure work have a module of their own.</summary>
public sealed class Letter
{
    public long Id { get; init; }

    /// <summary>The agency that answers it.</summary>
    public int AgencyId { get; set; }

    /// <summary>The agency to which it was written, which gave it its number.</summary>
    public int FirstAgencyId { get; init; }

    /// <summary>As <c>信2026-0003</c>.</summary>
    public required string Number { get; init; }

    public LetterKind Kind { get; init; }

    public required string Subject { get; init; }

    public required string Content { get; init; }

    /// <summary>匿名, or the first letter of the name.</summary>
    public required string SenderLabel { get; init; }

    /// <summary>Who writes, sealed; null for one that gives no name and no way to be reached.</summary>
    public byte[]? Sealed { get; init; }

    /// <summary>Whether the sender agrees that question and answer are shown to all.</summary>
    public bool WantsPublic { get; init; }

    /// <summary>The public document that it is about.</summary>
    public long? DocumentId { get; init; }

    /// <summary>The hash of the code that opens it to its sender.</summary>
    public required byte[] QueryHash { get; init; }

    public Guid FormKey { get; init; }

    public DateTimeOffset SentAt { get; init; }

    /// <summary>The day from which its period runs: that on which it came or, where the local rule says so, that on which the agency that answers it got it.</summary>
    public DateOnly CountedFrom { get; set; }

    /// <summary>Whether the period began anew when it was handed on.</summary>
    public static bool BeganAnew(DateTimeOffset sentAt, DateOnly countedFrom) => countedFrom > DateOnly.FromDateTime(sentAt.InBeijing().DateTime);

    public DateOnly DueOn { get; set; }

    public int Transfers { get; set; }

    /// <summary>Who of the agency answers it; null while it is nobody's.</summary>
    public Guid? HandlerId { get; set; }

    public string? Answer { get; set; }

    /// <summary>The day of the first answer.</summary>
    public DateOnly? AnsweredOn { get; set; }
}

public enum LetterKind
{
    /// <summary>政策咨询.</summary>
    Question,

    /// <summary>意见建议.</summary>
    Suggestion,

    /// <summary>投诉.</summary>
    Complaint,
}

/// <summary>A step of a letter; never changed.</summary>
public sealed class LetterStep
{
    public long Id { get; init; }

    public long LetterId { get; init; }

    public LetterStepKind Step { get; init; }

    /// <summary>The agency that had it after the step.</summary>
    public int AgencyId { get; init; }

    public string? Note { get; init; }

    public DateTimeOffset At { get; init; }

    public required string ByName { get; init; }
}

public enum LetterStepKind
{
    /// <summary>收到.</summary>
    Received,

    /// <summary>转给另一个机关.</summary>
    Transferred,

    /// <summary>交给本机关的一个人办; its sender does not see it.</summary>
    Assigned,

    /// <summary>答复.</summary>
    Answered,

    /// <summary>更正或者补充答复.</summary>
    AnsweredAgain,
}

/// <summary>公开答复: a letter and its answer in the words in which all may read them.</summary>
public sealed class LetterPublication : ReleasedText
{
    public long LetterId { get; init; }

    public LetterKind Kind { get; init; }

    public required string Subject { get; set; }

    public required string Question { get; set; }

    public required string Answer { get; set; }

    /// <summary>The public document that it is about.</summary>
    public long? DocumentId { get; set; }

    /// <summary>The days of the letter, which the public reads with it.</summary>
    public DateOnly SentOn { get; init; }

    public DateOnly AnsweredOn { get; init; }

    internal override string Noun => "letterPublication";

    internal override string Place => FormattableString.Invariant($"letters/{LetterId}/publication");

    internal override string Title => $"公开答复“{Subject}”";

    internal override bool MayBeginAgain => true;
}
