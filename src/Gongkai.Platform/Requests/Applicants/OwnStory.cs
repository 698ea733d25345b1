using Gongkai.Law.Requests;

namespace Gongkai.Platform.Requests.Applicants;

/// <summary>What happened to a case in words for its applicant. Nobody is named in it but the applicant and the agency.</summary>
internal static class OwnStory
{
    public static IReadOnlyList<OwnStep> Of(RequestInHand hand, IReadOnlyList<DateTimeOffset> served, IReadOnlyList<DateTimeOffset> withdrawn) =>
    [
        .. hand.Events.Where(happened => happened.RetractedAt is null).OrderBy(happened => happened.HappenedOn).ThenBy(happened => happened.Kind)
            .Select(happened => new OwnStep(happened.HappenedOn, TextOf(happened, served, withdrawn, hand.Request.MergedIntoId is not null), NoteOf(happened, withdrawn))),
    ];

    private static string TextOf(RecordedEvent happened, IReadOnlyList<DateTimeOffset> served, IReadOnlyList<DateTimeOffset> withdrawn, bool isMerged) => happened.Kind switch
    {
        RequestEventKind.Arrived => "申请已送到受理机关，等待受理机关与您确认收到。",
        RequestEventKind.Received or RequestEventKind.CorrectionReceived => "受理机关收到申请。办理期限从这一天起算，当天不计入。",
        RequestEventKind.Reopened => "受理机关按照复议决定或者判决重新办理。",
        RequestEventKind.ClarificationAsked => $"受理机关请您补正，给您{happened.Days}个工作日。等待补正期间不计算答复期限。",
        RequestEventKind.ClarificationSupplied => "收到您的补正，答复期限从这一天起重新计算。",
        RequestEventKind.ThirdPartyAsked => "受理机关征求第三方的意见，所需时间不计入答复期限。",
        RequestEventKind.ThirdPartyReplied => "第三方提出了意见。",
        RequestEventKind.AgencyAsked => "受理机关征求其他机关的意见，所需时间不计入答复期限。",
        RequestEventKind.AgencyReplied => "其他机关提出了意见。",
        RequestEventKind.ReasonAsked => $"受理机关请您说明理由{(happened.DueOn is { } due ? $"，最迟{due:yyyy-MM-dd}" : "")}。",
        RequestEventKind.ReasonGiven => "收到您说明的理由。",
        RequestEventKind.LaterDateSet => $"受理机关确定了延迟答复的日期{(happened.DueOn is { } due ? $"：{due:yyyy-MM-dd}" : "")}。",
        RequestEventKind.FeeNoticed => "受理机关发出信息处理费的收费通知。等待缴费期间不计算答复期限。",
        RequestEventKind.FeePaid => "收到您缴纳的费用，办理期限从这一天起重新计算。",
        RequestEventKind.ExtensionNotified => $"受理机关告知延长答复期限{happened.Days}个工作日。",
        RequestEventKind.ThirdPartyInformed => "受理机关告知第三方将要公开。",
        RequestEventKind.Concluded when withdrawn.Contains(happened.RecordedAt) => "您撤回了申请，办理结束。",
        RequestEventKind.Concluded when served.Contains(happened.RecordedAt) => $"受理机关作出答复并送达：{(happened.Outcome is { } outcome ? OutcomeRule.Of(outcome).Label : "已办结")}。",
        RequestEventKind.Concluded => isMerged ? "与您较早的申请合并办理，在那件里一并答复，这一件办理结束。" : "办理结束。",
    };

    /// <summary>What the paper told the applicant, or what the applicant wrote. How a thing was done inside the agency is not told.</summary>
    private static string? NoteOf(RecordedEvent happened, IReadOnlyList<DateTimeOffset> withdrawn) => happened.Kind switch
    {
        RequestEventKind.ClarificationAsked or RequestEventKind.ClarificationSupplied or RequestEventKind.ReasonAsked or RequestEventKind.ReasonGiven
            or RequestEventKind.LaterDateSet or RequestEventKind.FeeNoticed or RequestEventKind.FeePaid or RequestEventKind.ExtensionNotified or RequestEventKind.Reopened => happened.Note,
        RequestEventKind.Concluded => withdrawn.Contains(happened.RecordedAt) ? happened.Note : null,
        RequestEventKind.Arrived or RequestEventKind.Received or RequestEventKind.CorrectionReceived or RequestEventKind.ThirdPartyAsked or RequestEventKind.ThirdPartyReplied
            or RequestEventKind.AgencyAsked or RequestEventKind.AgencyReplied or RequestEventKind.ThirdPartyInformed => null,
    };
}
