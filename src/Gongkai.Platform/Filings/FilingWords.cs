using Gongkai.Platform.Filings.Ledger;

namespace Gongkai.Platform.Filings;

/// <summary>The words of filings for people.</summary>
public static class FilingWords
{
    public static string Of(LedgerPart part) => part switch
    {
        LedgerPart.Requests => "依申请公开、复议诉讼",
        LedgerPart.Documents => "规章、行政规范性文件",
        LedgerPart.Licences => "行政许可",
        LedgerPart.Penalties => "行政处罚",
        LedgerPart.Coercion => "行政强制",
        LedgerPart.Charges => "行政事业性收费",
    };

    public static string Of(FilingState state) => state switch
    {
        FilingState.Draft => "编写中",
        FilingState.InReview => "内部审核中",
        FilingState.Signed => "已签发",
        FilingState.Submitted => "已报送",
        FilingState.Returned => "已退回",
        FilingState.Accepted => "已接收",
        FilingState.Published => "已公开",
    };

    public static string Of(FilingStep step) => step switch
    {
        FilingStep.Begun => "开始编写",
        FilingStep.Uploaded => "从文件读入",
        FilingStep.SentToReview => "送审",
        FilingStep.Approved => "审核通过",
        FilingStep.SentBack => "退回修改",
        FilingStep.Signed => "签发",
        FilingStep.Submitted => "报送",
        FilingStep.Returned => "退回",
        FilingStep.Withdrawn => "撤回报送",
        FilingStep.Accepted => "接收",
        FilingStep.Published => "发布",
        FilingStep.CorrectionBegun => "开始更正",
        FilingStep.Urged => "催报",
    };

    public static string Of(FilingAction action) => action switch
    {
        FilingAction.Edit => "编写",
        FilingAction.SendToReview => "送审",
        FilingAction.Approve => "审核通过",
        FilingAction.SendBack => "退回修改",
        FilingAction.Sign => "签发",
        FilingAction.Submit => "报送",
        FilingAction.Withdraw => "撤回报送",
        FilingAction.Accept => "接收",
        FilingAction.Return => "退回",
        FilingAction.Publish => "发布",
        FilingAction.BeginCorrection => "更正",
        FilingAction.Explain => "说明",
        FilingAction.Remark => "批注",
        FilingAction.SettleRemark => "标为已处理",
    };

    public static string Sentence(FilingRefusal refusal, FilingState state) => refusal switch
    {
        FilingRefusal.NotFound => "没有找到这份年报，可能地址有误，或不在您的工作范围内。",
        FilingRefusal.NotAllowed => "您的岗位不能做这一步；需要时请联系本单位的安全管理员核对岗位。",
        FilingRefusal.WrongState => $"年报现在是“{Of(state)}”，不能做这一步。请刷新页面，看看最新进展。",
        FilingRefusal.OwnWork => "这份年报是您送审的，须由另一人审核。",
        FilingRefusal.NotYourTurn => "您这一级已经审核过，或前一级还没有审核，请稍后再看。",
        FilingRefusal.ReviewsPending => "还有审核没有完成，完成后才能签发。",
        FilingRefusal.NoAuthority => "本机关在系统中没有上级主管部门，签发后可直接发布，不用报送。",
        FilingRefusal.Hindered => "还有问题没有解决，请按下面的清单逐项处理。",
        FilingRefusal.TextMissing => "请写明理由或内容。",
        FilingRefusal.AlreadyBegun => "这一年度的年报已经开始编写，请打开它继续。",
        FilingRefusal.YearOutOfRange => "年度不对：只能编写2008年以来、截至今年的年报。",
        FilingRefusal.NoLastYear => "系统里没有上一年度的年报，请从空白表开始，或上传文件。",
        FilingRefusal.Unreadable => "文件没有读出来。",
        FilingRefusal.Unconfirmed => "请先确认下面的事项。",
        FilingRefusal.NoSuchMend => "数字已经变动，这种改法不再适用；请看最新的改法。",
        FilingRefusal.NoSuchFinding => "这个问题已经不在了，数字或文字可能刚改过，请看最新的问题。",
        FilingRefusal.NoSuchRemark => "没有找到这条批注，可能已经处理。",
        FilingRefusal.NoSuchPlace => "报告里没有这个位置，请在单元格或部分旁边写批注。",
        FilingRefusal.NoLedger => "本机关在系统里没有登记过这一年的办件，没有台账数字可填。请先登记办件，或者直接填写。",
    };
}
