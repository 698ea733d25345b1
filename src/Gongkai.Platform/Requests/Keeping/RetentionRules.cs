using Gongkai.Law.Requests;

namespace Gongkai.Platform.Requests.Keeping;

/// <summary>
/// For how many years after that of its end a closed case is kept whole, by class. The regulation names none; the usual periods of the files of an office
/// are 10 and 30 years. Kept as the setting <c>retention-rules</c>.
/// </summary>
public sealed record RetentionRules
{
    public const string Setting = "retention-rules";

    /// <summary>Answered.</summary>
    public int Answered { get; init; } = 10;

    /// <summary>不予公开 or 部分公开.</summary>
    public int Withheld { get; init; } = 10;

    /// <summary>Ended without a decision: withdrawn, not made clear, not paid.</summary>
    public int Ended { get; init; } = 10;

    /// <summary>About which there was reconsideration or a suit.</summary>
    public int Disputed { get; init; } = 30;

    internal int YearsOf(RetentionClass kind) => kind switch
    {
        RetentionClass.Answered => Answered,
        RetentionClass.Withheld => Withheld,
        RetentionClass.Ended => Ended,
        RetentionClass.Disputed => Disputed,
    };

    internal static readonly Outcome?[] WithheldOutcomes = [.. OutcomeRule.All.Where(rule => rule.IsWithheld || rule.Outcome == Outcome.PartlyGranted).Select(rule => (Outcome?)rule.Outcome)];

    internal static readonly Outcome?[] EndedOutcomes = [Outcome.ClarificationOverdue, Outcome.FeeOverdue, Outcome.OtherwiseEnded];

    internal static RetentionClass ClassOf(Outcome? outcome, bool isDisputed) =>
        isDisputed ? RetentionClass.Disputed : WithheldOutcomes.Contains(outcome) ? RetentionClass.Withheld : EndedOutcomes.Contains(outcome) ? RetentionClass.Ended : RetentionClass.Answered;
}

/// <summary>How long a case is kept.</summary>
public enum RetentionClass
{
    Answered,
    Withheld,
    Ended,
    Disputed,
}

/// <summary>What can be done with a case whose time is over.</summary>
public enum RetentionAction
{
    /// <summary>延长保管.</summary>
    KeepLonger,

    /// <summary>销毁材料: the bytes of its files and papers go, the record stays.</summary>
    DestroyFiles,

    /// <summary>匿名化: who asked, and whatever may tell it, goes with the files; what figures are counted from stays.</summary>
    Anonymise,
}

/// <summary>A proposal of one person that another confirms.</summary>
public sealed class RetentionProposal
{
    public long Id { get; init; }

    public long RequestId { get; init; }

    public RetentionAction Action { get; init; }

    /// <summary>Until when it is kept longer.</summary>
    public DateOnly? Until { get; init; }

    public required string Reason { get; init; }

    public DateTimeOffset ProposedAt { get; init; }

    public Guid ProposedBy { get; init; }

    public required string ProposedByName { get; init; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedByName { get; set; }

    public bool? IsConfirmed { get; set; }

    public string? DecidedBecause { get; set; }
}

/// <summary>Why something was not done about the keeping of a case.</summary>
public enum RetentionRefusal
{
    NotFound,
    NotAllowed,

    /// <summary>The time of the case is not over, or a dispute or complaint about it is open.</summary>
    NotDue,

    /// <summary>Another proposal waits.</summary>
    AlreadyProposed,

    ReasonMissing,

    UntilWrong,

    /// <summary>Nobody confirms what that person proposed.</summary>
    OwnProposal,
}

/// <summary>What people read of the keeping of cases.</summary>
public static class RetentionWords
{
    public static string Of(RetentionClass kind) => kind switch
    {
        RetentionClass.Answered => "已答复",
        RetentionClass.Withheld => "不予公开、部分公开",
        RetentionClass.Ended => "未作答复终止",
        RetentionClass.Disputed => "有复议、诉讼",
    };

    public static string Of(RetentionAction action) => action switch
    {
        RetentionAction.KeepLonger => "延长保管",
        RetentionAction.DestroyFiles => "销毁材料",
        RetentionAction.Anonymise => "匿名化并销毁材料",
    };

    public static string Sentence(RetentionRefusal refusal) => refusal switch
    {
        RetentionRefusal.NotFound => "没有找到这件申请，或者您没有查看的权限。",
        RetentionRefusal.NotAllowed => "您的岗位不能做这一步：由信息员提出，由负责人确认。",
        RetentionRefusal.NotDue => "这件申请的保管期限还没有满，或者还有没办结的复议、诉讼、投诉，不能处理。",
        RetentionRefusal.AlreadyProposed => "这件申请已经有人提出处理，正在等确认。",
        RetentionRefusal.ReasonMissing => "请写明理由。",
        RetentionRefusal.UntilWrong => "延长保管的，请填写今天以后的日期。",
        RetentionRefusal.OwnProposal => "自己提出的处理不能由自己确认，请交给另一位负责人。",
    };
}
