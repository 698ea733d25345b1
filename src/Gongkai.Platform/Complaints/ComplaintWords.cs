using Gongkai.Law.Supervision;

namespace Gongkai.Platform.Complaints;

/// <summary>What people read of a complaint.</summary>
public static class ComplaintWords
{
    public static string Of(ComplaintKind kind) => kind switch
    {
        ComplaintKind.NotPublished => "应当主动公开而没有公开",
        ComplaintKind.PublishedLate => "公开不及时",
        ComplaintKind.Inaccurate => "公开的内容不准确",
        ComplaintKind.NotAnswered => "申请逾期没有答复",
        ComplaintKind.UnlawfulAnswer => "答复不合法",
        ComplaintKind.Fee => "收费",
        ComplaintKind.Conduct => "服务态度等",
    };

    public static string Of(ComplaintStep step) => step switch
    {
        ComplaintStep.Received => "收到",
        ComplaintStep.Assigned => "交办",
        ComplaintStep.AgencyAsked => "请被投诉机关说明",
        ComplaintStep.AgencyExplained => "被投诉机关说明",
        ComplaintStep.Answered => "答复投诉人",
        ComplaintStep.Withdrawn => "投诉人撤回",
        ComplaintStep.Corrected => "被投诉机关报告整改",
    };

    public static string Of(ComplaintFinding finding) => finding switch
    {
        ComplaintFinding.Upheld => "属实",
        ComplaintFinding.PartlyUpheld => "部分属实",
        ComplaintFinding.NotUpheld => "不属实",
        ComplaintFinding.OutOfScope => "不属于受理范围",
    };

    public static string Of(ComplaintMeasure measure) => measure switch
    {
        ComplaintMeasure.Correction => "督促整改",
        ComplaintMeasure.Criticism => "通报批评",
        ComplaintMeasure.Referral => "移送有权机关处理",
    };

    public static string Sentence(ComplaintRefusal refusal) => refusal switch
    {
        ComplaintRefusal.NotFound => "没有找到这件投诉，或者您没有查看的权限。",
        ComplaintRefusal.NotAllowed => "您的岗位不能做这一步，请联系本机关负责人。",
        ComplaintRefusal.TextMissing => "请把必填的内容写上。",
        ComplaintRefusal.TextTooLong => "内容太长，请控制在4000字以内。",
        ComplaintRefusal.DateInFuture => "日期不能晚于今天，请填写实际发生的日期。",
        ComplaintRefusal.DateOutOfRange => "日期早于收到投诉的日期，或者超出了日历的范围，请核对。",
        ComplaintRefusal.NoSuchAgency => "没有找到被投诉的机关，或者它不归您所在的机关监督。请按全称填写；向受理机关的上一级机关或者主管部门投诉（《条例》第五十一条）。",
        ComplaintRefusal.NoSuchRequest => "没有找到被投诉机关的这件申请，请核对登记号。",
        ComplaintRefusal.NoSuchReceiver => "请选择本机关办理投诉的在岗人员。",
        ComplaintRefusal.WrongState => "这件投诉已经办结，不能再做这一步；整改情况可以继续记录。",
        ComplaintRefusal.FindingMissing => "答复投诉人的，请选择查明的情况。",
        ComplaintRefusal.MeasureMissing => "查明属实的，要督促整改或者通报批评（《条例》第四十七条第二款），请选择处理措施。",
        ComplaintRefusal.TooMany => "这件申请还有没办结的投诉，请等答复以后再提。",
        ComplaintRefusal.NoSuchEvent => "没有找到这条记录，或者已经更正过；收到投诉的记录不能撤销。",
    };
}

/// <summary>Why something was not done with a complaint.</summary>
public enum ComplaintRefusal
{
    NotFound,
    NotAllowed,
    TextMissing,
    TextTooLong,
    DateInFuture,
    DateOutOfRange,
    NoSuchAgency,
    NoSuchRequest,
    NoSuchReceiver,
    WrongState,
    FindingMissing,
    MeasureMissing,
    TooMany,
    NoSuchEvent,
}
