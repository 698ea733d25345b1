using Gongkai.Platform.Messages;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Requests;

/// <summary>
/// Writes to an applicant who gave an address when the case moves. A letter goes over open wires: it says which case, how far it is and where to look, and nothing else.
/// </summary>
public sealed class ApplicantNotices(GongkaiDb db, ApplicantSeal seal, Outbox outbox, SmtpOptions smtp)
{
    /// <summary>Writes in the transaction that is open, where the step is one that the applicant is told of.</summary>
    internal async Task TellAsync(Request request, RequestStepKind step, CancellationToken cancellation)
    {
        if (!smtp.IsSetUp || smtp.SiteAddress.Length == 0 || TextOf(step) is not { } happened
            || await db.RequestApplicants.FindAsync([request.Id], cancellation) is not { } kept || seal.Open(kept.Sealed).Email.Length == 0)
        {
            return;
        }

        await outbox.PostToApplicantAsync(
            request.Id,
            $"政府信息公开申请 {request.Number}",
            $"您的政府信息公开申请 {request.Number}：{happened}\n现在的阶段：{RequestWords.Of(request.Stage)}。\n\n请用登记号和查询码查看：\n{smtp.SiteAddress.TrimEnd('/')}/request/track\n\n这封邮件由系统自动发出，请不要回复。",
            cancellation);
    }

    private static string? TextOf(RequestStepKind step) => step switch
    {
        RequestStepKind.Registered => "已经登记。",
        RequestStepKind.Confirmed => "受理机关已确认收到，答复期限开始计算。",
        RequestStepKind.ClarificationAsked => "受理机关请您补正，请尽快查看。",
        RequestStepKind.ClarificationSupplied => "已经收到补正，答复期限重新计算。",
        RequestStepKind.PartyAsked => "受理机关正在征求意见，所需时间不计入答复期限。",
        RequestStepKind.ReasonAsked => "受理机关请您说明理由，请尽快查看。",
        RequestStepKind.LaterDateSet => "受理机关确定了延迟答复的日期。",
        RequestStepKind.Extended => "答复期限已经延长。",
        RequestStepKind.FeeNoticed => "受理机关发出收费通知，请尽快查看。",
        RequestStepKind.FeePaid => "已经收到缴费，办理期限重新计算。",
        RequestStepKind.Served => "受理机关已经答复。",
        RequestStepKind.Withdrawn => "申请已经撤回。",
        RequestStepKind.Reopened => "受理机关重新办理。",
        RequestStepKind.Merged => "已与您较早的申请合并办理。",
        RequestStepKind.Passed => "已转到申请书写明的机关，登记号以本邮件为准。",
        RequestStepKind.CodeReissued => "查询码已经补发，原来的查询码作废。不是您本人办理的，请立即联系受理机关。",
        _ => null,
    };
}
