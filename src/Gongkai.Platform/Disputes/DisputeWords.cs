using Gongkai.Law.Disputes;

namespace Gongkai.Platform.Disputes;

/// <summary>What people read of a dispute.</summary>
public static class DisputeWords
{
    public static string Of(DisputeKind kind) => kind switch
    {
        DisputeKind.Reconsideration => "行政复议",
        DisputeKind.LitigationDirect => "未经复议直接起诉",
        DisputeKind.LitigationAfterReconsideration => "复议后起诉",
    };

    public static string Of(DisputeResult result) => result switch
    {
        DisputeResult.Upheld => "维持",
        DisputeResult.ClaimDismissed => "驳回请求",
        DisputeResult.Altered => "变更",
        DisputeResult.Revoked => "撤销或部分撤销",
        DisputeResult.DeclaredUnlawful => "确认违法",
        DisputeResult.PerformanceOrdered => "责令履行",
        DisputeResult.DeclaredVoid => "确认无效",
        DisputeResult.NotAccepted => "不予受理、不予立案",
        DisputeResult.ApplicationDismissed => "驳回申请、驳回起诉",
        DisputeResult.Withdrawn => "撤回、终止",
        DisputeResult.Settled => "调解、和解",
    };

    public static string Of(DisputeBucket bucket) => bucket switch
    {
        DisputeBucket.Upheld => "结果维持",
        DisputeBucket.Corrected => "结果纠正",
        DisputeBucket.OtherResult => "其他结果",
        DisputeBucket.Pending => "尚未审结",
    };

    public static string Of(DisputeStep step) => step switch
    {
        DisputeStep.Applied => "申请人申请复议",
        DisputeStep.Accepted => "复议机关受理（普通程序）",
        DisputeStep.AcceptedSummarily => "复议机关受理（简易程序）",
        DisputeStep.CopyReceived => "收到复议申请书副本",
        DisputeStep.Answered => "提交书面答复和证据",
        DisputeStep.Prolonged => "复议期限延长",
        DisputeStep.Decided => "收到复议决定",
        DisputeStep.OpinionReceived => "收到复议意见书",
        DisputeStep.CorrectionReported => "报告纠正情况",
        DisputeStep.ComplaintReceived => "收到起诉状副本",
        DisputeStep.DefenceGiven => "提交答辩状和证据",
        DisputeStep.Docketed => "法院立案（普通程序）",
        DisputeStep.DocketedSummarily => "法院立案（简易程序）",
        DisputeStep.JudgmentReceived => "收到一审判决",
        DisputeStep.RulingReceived => "收到一审裁定",
        DisputeStep.Appealed => "提起上诉",
        DisputeStep.AppealDocketed => "二审立案",
        DisputeStep.FinalJudgmentReceived => "收到二审裁判",
    };

    public static string Sentence(DisputeRefusal refusal) => refusal switch
    {
        DisputeRefusal.NotFound => "没有找到这件复议、诉讼案件，或者您没有查看的权限。",
        DisputeRefusal.NotAllowed => "您的岗位不能做这一步，请联系本机关负责人。",
        DisputeRefusal.TextMissing => "请把必填的内容写上。",
        DisputeRefusal.DateInFuture => "日期不能晚于今天，请填写实际发生的日期。",
        DisputeRefusal.DateOutOfRange => "日期超出了日历的范围，请核对年份。",
        DisputeRefusal.WrongStep => "这一步不属于这类案件，请核对案件类型。",
        DisputeRefusal.ResultMissing => "收到决定或者裁判的，请选择结果。",
        DisputeRefusal.NoSuchRequest => "没有找到所关联的申请。",
        DisputeRefusal.NoSuchEvent => "没有找到这条记录，或者已经更正过。",
    };
}

/// <summary>Why something was not done with a dispute.</summary>
public enum DisputeRefusal
{
    NotFound,
    NotAllowed,
    TextMissing,
    DateInFuture,
    DateOutOfRange,
    WrongStep,
    ResultMissing,
    NoSuchRequest,
    NoSuchEvent,
}
