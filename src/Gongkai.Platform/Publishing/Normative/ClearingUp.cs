namespace Gongkai.Platform.Publishing.Normative;

/// <summary>规范性文件清理: one decision over many documents, and what became of each.</summary>
public sealed class ClearingUp
{
    public long Id { get; init; }

    public int AgencyId { get; init; }

    public required string Name { get; init; }

    /// <summary>The deciding document.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>The day from which it holds.</summary>
    public DateOnly DecidedOn { get; init; }

    public Guid FormKey { get; init; }

    /// <summary>Of the draft by which its result is published, so that it is begun once.</summary>
    public Guid DraftKey { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedByName { get; init; }
}

/// <summary>A document that was looked at in a clearing-up.</summary>
public sealed class ClearingUpItem
{
    public long ClearingUpId { get; init; }

    public long DocumentId { get; init; }

    public ClearingUpOutcome Outcome { get; init; }

    /// <summary>Why it was not marked, in a sentence; null where it was.</summary>
    public string? Problem { get; init; }
}

public enum ClearingUpOutcome
{
    /// <summary>继续有效.</summary>
    Continued,

    /// <summary>修改.</summary>
    Amended,

    /// <summary>废止.</summary>
    Repealed,
}

/// <summary>The Chinese words of a clearing-up.</summary>
public static class ClearingUpWords
{
    public static string Of(ClearingUpOutcome outcome) => outcome switch
    {
        ClearingUpOutcome.Continued => "继续有效",
        ClearingUpOutcome.Amended => "修改",
        ClearingUpOutcome.Repealed => "废止",
    };

    public static string Sentence(ClearUp.Refusal refusal) => refusal switch
    {
        ClearUp.Refusal.NotAllowed => "您的岗位不能清理这个机关的规范性文件。",
        ClearUp.Refusal.NameMissing => "请写清理的名称，最多 100 个字。",
        ClearUp.Refusal.DecisionMissing => "请写依据的文件，最多 300 个字。",
        ClearUp.Refusal.DayWrong => "请填决定的日期。",
        ClearUp.Refusal.NothingChosen => "请至少选择一份文件的清理结果。",
        ClearUp.Refusal.NoSuchDocument => "有文件不是本机关已经发布的规范性文件，请刷新页面再选。",
    };
}
