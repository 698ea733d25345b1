using Gongkai.Law.Requests;

namespace Gongkai.Platform.Requests;

/// <summary>What people read of a request.</summary>
public static class RequestWords
{
    public static string Of(RequestStage stage) => stage switch
    {
        RequestStage.AwaitingConfirmation => "待确认收到",
        RequestStage.Handling => "办理中",
        RequestStage.AwaitingClarification => "等待补正",
        RequestStage.Consulting => "征求意见中",
        RequestStage.AwaitingReason => "等待说明理由",
        RequestStage.AwaitingPayment => "等待缴费",
        RequestStage.Concluded => "已办结",
    };

    public static string Of(Turn turn) => turn switch
    {
        Turn.Agency => "受理机关",
        Turn.Applicant => "申请人",
        Turn.ThirdParty => "第三方",
        Turn.OtherAgency => "其他机关",
        Turn.Nobody => "无",
    };

    public static string Of(DeskStep step) => step switch
    {
        DeskStep.Registered => "待分办",
        DeskStep.Assigned => "承办中",
        DeskStep.Drafted => "已拟答复",
        DeskStep.InReview => "审核中",
        DeskStep.Reviewed => "待签发",
        DeskStep.Signed => "待送达",
        DeskStep.Served => "已送达",
        DeskStep.Filed => "已归档",
    };

    public static string Of(ClockState state) => state switch
    {
        ClockState.Running => "计算中",
        ClockState.Paused => "暂停计算",
        ClockState.Waiting => "等待申请人",
        ClockState.Met => "按期",
        ClockState.Late => "逾期办结",
        ClockState.Overdue => "已逾期",
        ClockState.Ended => "已结束",
    };

    public static string Of(ClockId clock) => clock switch
    {
        ClockId.Confirmation => "确认收到申请",
        ClockId.OnTheSpot => "当场答复",
        ClockId.ClarificationNotice => "告知补正",
        ClockId.Clarification => "申请人补正",
        ClockId.Answer => "答复",
        ClockId.ThirdPartyOpinion => "第三方提出意见",
        ClockId.AgencyOpinion => "其他机关提出意见",
        ClockId.Reason => "申请人说明理由",
        ClockId.Payment => "申请人缴费",
        ClockId.Correction => "更正",
        ClockId.Objection => "第三方提出异议",
        ClockId.Complaint => "答复投诉",
        ClockId.Publication => "主动公开",
    };

    /// <summary>The article that a period comes from.</summary>
    public static string SourceOf(ClockId clock) => clock switch
    {
        ClockId.Confirmation => "《条例》第三十一条",
        ClockId.OnTheSpot => "《条例》第三十三条第一款",
        ClockId.ClarificationNotice or ClockId.Clarification => "《条例》第三十条",
        ClockId.Answer => "《条例》第三十三条第二款",
        ClockId.ThirdPartyOpinion or ClockId.Objection => "《条例》第三十二条",
        ClockId.AgencyOpinion => "《条例》第三十四条",
        ClockId.Reason => "《条例》第三十五条",
        ClockId.Payment => "国办函〔2020〕109号第六条",
        ClockId.Correction => "《条例》第四十一条",
        ClockId.Complaint => "《条例》第四十七条、第五十一条没有规定天数，按本地规定",
        ClockId.Publication => "《条例》第二十六条；目录另有规定的按目录",
    };

    public static string Of(Breach breach) => breach switch
    {
        Breach.LateClarificationNotice => "补正告知超过七个工作日，答复期限不因此中断（《条例》第三十条）",
        Breach.SecondClarificationNotice => "补正只能一次性告知，第二次告知不影响答复期限（《条例》第三十条）",
        Breach.LateExtension => "延长告知晚于答复期限届满，不产生延长效力（《条例》第三十三条）",
        Breach.SecondExtension => "答复期限已经延长过一次（《条例》第三十三条）",
        Breach.LateFeeNotice => "收费通知晚于答复期限届满（国办函〔2020〕109号第六条）",
        Breach.LateLaterDate => "确定延迟答复期限时原期限已经届满（《条例》第三十五条）",
        Breach.LateAnswer => "答复超过法定期限（《条例》第三十三条）",
    };

    public static string Of(RequestKind kind) => kind switch
    {
        RequestKind.Disclosure => "信息公开",
        RequestKind.Correction => "信息更正",
    };

    public static string Of(IntakeChannel channel) => channel switch
    {
        IntakeChannel.Counter => "当面提交",
        IntakeChannel.SignedPost => "邮寄（签收）",
        IntakeChannel.PlainPost => "平常信函",
        IntakeChannel.Online => "网上提交",
        IntakeChannel.Fax => "传真",
        IntakeChannel.Email => "电子邮件",
        IntakeChannel.Oral => "口头申请",
    };

    public static string Of(ApplicantKind kind) => kind switch
    {
        ApplicantKind.Natural => "自然人",
        ApplicantKind.Commercial => "商业企业",
        ApplicantKind.Research => "科研机构",
        ApplicantKind.PublicWelfare => "社会公益组织",
        ApplicantKind.LegalService => "法律服务机构",
        ApplicantKind.Other => "其他组织",
    };

    public static string Of(Carrier carrier) => carrier switch
    {
        Carrier.Paper => "纸质",
        Carrier.Electronic => "电子文档",
        Carrier.Viewing => "现场查阅、抄录",
    };

    public static string Of(Supply supply) => supply switch
    {
        Supply.Online => "网上查看",
        Supply.Email => "电子邮件",
        Supply.Post => "邮寄",
        Supply.Collect => "自行领取",
        Supply.Fax => "传真",
    };

    public static string Of(ServiceWay way) => way switch
    {
        ServiceWay.Direct => "直接送达",
        ServiceWay.ThroughAgency => "委托送达",
        ServiceWay.Post => "邮寄送达",
        ServiceWay.Electronic => "电子送达",
    };

    public static string Of(FilePurpose purpose) => purpose switch
    {
        FilePurpose.Application => "申请材料",
        FilePurpose.Correspondence => "往来材料",
        FilePurpose.Working => "查找到的信息",
        FilePurpose.Supplied => "随答复提供",
    };

    public static string Of(FileMaking making) => making switch
    {
        FileMaking.Converted => "转成 PDF",
        FileMaking.Redacted => "遮盖",
        FileMaking.Cleaned => "清理",
    };

    public static string Of(RequestStepKind step) => step switch
    {
        RequestStepKind.Registered => "登记申请",
        RequestStepKind.Confirmed => "确认收到",
        RequestStepKind.Assigned => "交办",
        RequestStepKind.SearchRecorded => "记录检索",
        RequestStepKind.ClarificationAsked => "告知补正",
        RequestStepKind.ClarificationSupplied => "收到补正",
        RequestStepKind.PartyAsked => "征求意见",
        RequestStepKind.PartyReplied => "收到意见",
        RequestStepKind.ReasonAsked => "要求说明理由",
        RequestStepKind.ReasonGiven => "收到理由说明",
        RequestStepKind.LaterDateSet => "确定延迟答复期限",
        RequestStepKind.ExtensionProposed => "提请延期",
        RequestStepKind.Extended => "延长答复期限",
        RequestStepKind.FeeNoticed => "发出收费通知",
        RequestStepKind.FeePaid => "收到缴费",
        RequestStepKind.FeeRefunded => "退还费用",
        RequestStepKind.ThirdPartyInformed => "告知第三方",
        RequestStepKind.Drafted => "拟定答复",
        RequestStepKind.SentToReview => "送审",
        RequestStepKind.LegalityApproved => "合法性审核通过",
        RequestStepKind.SecrecyApproved => "保密审查通过",
        RequestStepKind.SentBack => "退回修改",
        RequestStepKind.Signed => "签发",
        RequestStepKind.PaperMade => "制作文书",
        RequestStepKind.Served => "送达",
        RequestStepKind.Withdrawn => "申请人撤回",
        RequestStepKind.Filed => "归档",
        RequestStepKind.Reopened => "重新办理",
        RequestStepKind.Retracted => "更正误录",
        RequestStepKind.Split => "拆分申请",
        RequestStepKind.Merged => "合并办理",
        RequestStepKind.Absorbed => "并入另一件申请",
        RequestStepKind.Parted => "撤销合并",
        RequestStepKind.Passed => "转交",
        RequestStepKind.UnitReported => "登记科室意见",
        RequestStepKind.CodeReissued => "补发查询码",
        RequestStepKind.RetentionProposed => "提出到期处理",
        RequestStepKind.RetentionRejected => "不同意到期处理",
        RequestStepKind.RetentionConfirmed => "确认到期处理",
        RequestStepKind.HandedOver => "移交",
        RequestStepKind.FileAdded => "添加材料",
        RequestStepKind.FileConverted => "材料转成 PDF",
        RequestStepKind.FileRedacted => "遮盖材料",
        RequestStepKind.FileCleaned => "清理材料",
        RequestStepKind.FileExplained => "说明材料里隐藏的内容",
        RequestStepKind.FileSupplied => "选定随答复提供",
        RequestStepKind.FileHeldBack => "不再随答复提供",
        RequestStepKind.Noted => "备注",
    };

    public static string Of(RequestEventKind kind) => kind switch
    {
        RequestEventKind.Arrived => "申请送到",
        RequestEventKind.Received => "收到申请",
        RequestEventKind.CorrectionReceived => "收到更正申请",
        RequestEventKind.Reopened => Of(RequestStepKind.Reopened),
        RequestEventKind.ClarificationAsked => Of(RequestStepKind.ClarificationAsked),
        RequestEventKind.ClarificationSupplied => Of(RequestStepKind.ClarificationSupplied),
        RequestEventKind.ThirdPartyAsked => "征求第三方意见",
        RequestEventKind.ThirdPartyReplied => "收到第三方意见",
        RequestEventKind.AgencyAsked => "征求其他机关意见",
        RequestEventKind.AgencyReplied => "收到其他机关意见",
        RequestEventKind.ReasonAsked => Of(RequestStepKind.ReasonAsked),
        RequestEventKind.ReasonGiven => Of(RequestStepKind.ReasonGiven),
        RequestEventKind.LaterDateSet => Of(RequestStepKind.LaterDateSet),
        RequestEventKind.FeeNoticed => Of(RequestStepKind.FeeNoticed),
        RequestEventKind.FeePaid => Of(RequestStepKind.FeePaid),
        RequestEventKind.ExtensionNotified => Of(RequestStepKind.Extended),
        RequestEventKind.ThirdPartyInformed => Of(RequestStepKind.ThirdPartyInformed),
        RequestEventKind.Concluded => "办结",
    };

    public static string Of(RequestAction action) => action switch
    {
        RequestAction.Confirm => "确认收到",
        RequestAction.Assign => "交办",
        RequestAction.RecordSearch => "记录检索",
        RequestAction.AskClarification => "告知补正",
        RequestAction.RecordClarification => "登记补正",
        RequestAction.AskParty => "征求意见",
        RequestAction.RecordOpinion => "登记意见",
        RequestAction.AskReason => "要求说明理由",
        RequestAction.RecordReason => "登记理由",
        RequestAction.SetLaterDate => "确定延迟答复期限",
        RequestAction.ProposeExtension => "提请延期",
        RequestAction.Extend => "延长答复期限",
        RequestAction.NoticeFee => "收费",
        RequestAction.RecordPayment => "登记缴费",
        RequestAction.RefundFee => "登记退费",
        RequestAction.InformThirdParty => "告知第三方",
        RequestAction.Draft => "拟定答复",
        RequestAction.SendToReview => "送审",
        RequestAction.ApproveLegality => "合法性审核通过",
        RequestAction.ApproveSecrecy => "保密审查通过",
        RequestAction.SendBack => "退回修改",
        RequestAction.Sign => "签发",
        RequestAction.Serve => "登记送达",
        RequestAction.Withdraw => "登记撤回",
        RequestAction.File => "归档",
        RequestAction.Reopen => "重新办理",
        RequestAction.Retract => "更正误录",
        RequestAction.Split => "拆分申请",
        RequestAction.Merge => "合并办理",
        RequestAction.Pass => "转交",
        RequestAction.RecordUnit => "登记科室意见",
        RequestAction.ReissueCode => "补发查询码",
        RequestAction.PointElsewhere => "告知向谁申请",
        RequestAction.AddFile => "添加材料",
        RequestAction.MakePaper => "制作文书",
        RequestAction.Note => "备注",
    };

    public static string Sentence(RequestRefusal refusal, DateOnly? limit = null) => refusal switch
    {
        RequestRefusal.NotFound => "没有找到这件申请，或者您没有查看的权限。",
        RequestRefusal.NotAllowed => "您的岗位不能做这一步，请联系本机关负责人。",
        RequestRefusal.WrongState => "这件申请的办理进度已经变化，现在不能做这一步。请刷新页面看看。",
        RequestRefusal.OwnWork => "自己送审的答复不能由自己审核，请交给另一位审核人。",
        RequestRefusal.TextMissing => "请把必填的内容写上。",
        RequestRefusal.TextTooLong => "内容太长，请删减后再保存。",
        RequestRefusal.DateInFuture => "日期不能晚于今天，请填写实际发生的日期。",
        RequestRefusal.DateBeforeArrival => "日期不能早于收到申请的日期，请核对。",
        RequestRefusal.DateOutOfRange => "日期超出了日历的范围，请核对年份。",
        RequestRefusal.SecondClarification => "补正应当一次性告知，这件申请已经告知过，不能再次要求补正（《条例》第三十条）。",
        RequestRefusal.LateClarification => $"告知补正的期限{(limit is { } day ? $"到{day:yyyy-MM-dd}" : "")}已满七个工作日。现在告知不会中断答复期限；确需告知的，请勾选“仍要告知”（《条例》第三十条）。",
        RequestRefusal.LateExtension => $"答复期限已于{limit:yyyy-MM-dd}届满，不能再延长（《条例》第三十三条第二款）。请尽快答复。",
        RequestRefusal.SecondExtension => "答复期限已经延长过，不能再次延长（《条例》第三十三条第二款）。",
        RequestRefusal.DaysOutOfRange => "天数不符合规定：延长最多20个工作日，补正期限为1至60个工作日。",
        RequestRefusal.NoSuchParty => "没有这个征求意见的对象，或者已经登记过意见。",
        RequestRefusal.ItemsUndecided => "每一项都要选择处理结果并写明理由，请补全后再送审。",
        RequestRefusal.PeriodStillRuns => $"申请人的期限到{limit:yyyy-MM-dd}才届满，现在还不能不再处理。",
        RequestRefusal.SearchMissing => "答复“信息不存在”之前，请先记录检索情况（查了哪些系统、用了什么关键词、结果如何）。",
        RequestRefusal.NotServedYet => "直接送达或委托送达的，请填写签收日期。",
        RequestRefusal.NothingToPay => "按规定这件申请不收费：未超过免费的件数或页数。",
        RequestRefusal.NoSuchEvent => "没有找到这条记录，或者已经更正过。",
        RequestRefusal.NotRetractable => "登记申请的记录不能撤销。登记有误的，请改正登记内容。",
        RequestRefusal.NoSuchReceiver => "请选择本机关的在岗人员。",
        RequestRefusal.MergeNotSame => "只有同一申请人向本机关提出、还没有答复的同类申请才能合并，而且只能并入较早收到的一件；来信都没有证件号码的，电话也要相同。",
        RequestRefusal.MergeEnded => "较早的一件已经办结，不能再并入。已经答复过的，请拟定答复，告知申请人不予重复处理（《条例》第三十六条第（六）项）。",
        RequestRefusal.MergeLater => $"并入以后答复会更晚，或者较早的一件在等申请人：这一件要在{limit:yyyy-MM-dd}以前答复（《条例》第三十三条第二款），不能合并。",
        RequestRefusal.ReportByWrong => $"要科室回复的日期不能早于今天，{(limit is { } last ? $"而且要在法定期限{last:yyyy-MM-dd}之前。" : "请核对。")}",
        RequestRefusal.UnitTwice => "同一个科室写了两次，或者协办的科室超过20个，请核对。",
        RequestRefusal.NoSuchUnit => "没有这个科室，或者已经登记过它的意见；承办科室不能撤销。",
        RequestRefusal.IdentityNotSeen => "补发查询码要当面核对申请人的身份证明。请核对原件，选择证件并勾选。",
        RequestRefusal.IdentityDiffers => "证件号码的后四位与申请时填写的不一致，不能补发。请核对是不是申请人本人或者代理人。",
        RequestRefusal.NoSuchAgency => "没有找到这个机关，或者它不受理申请。请按全称填写。",
        RequestRefusal.PassOutside => "对方不在同一人民政府之下，不能转交。请拟定答复，告知申请人应向哪个机关申请（《条例》第三十六条第（五）项）。",
        RequestRefusal.PassAddressedHere => "申请书是向本机关提出的，由本机关答复，不能转给别的机关。不属于本机关公开的，请用“告知向谁申请”（《条例》第三十六条第（五）项）。",
        RequestRefusal.PassStarted => "本机关已经开始办理，谁收到、谁处理，不能再转交。不属于本机关公开的，请用“告知向谁申请”（《条例》第三十六条第（五）项）。",
        RequestRefusal.FileRefused => "这个文件不能收：只收不超过20 MB的 PDF、Word、Excel、图片和文本文件，而且要通过病毒检查。",
        RequestRefusal.FileUnreadable => "这个文件打不开，请重新导出以后再上传。",
        RequestRefusal.NothingMarked => "还没有标出要遮盖的地方，请先画框或者查找要遮盖的词。",
        RequestRefusal.MarksChanged => "刚才有人改动了遮盖的地方，文件没有生成。请刷新页面看看，再生成一次。",
        RequestRefusal.NotCleanable => "这个文件不能自动清理。请用 Word、Excel 或 WPS 打开，按下面的提示手工处理以后重新上传。",
        RequestRefusal.OriginalStays => "这是遮盖以前的原件，只留存，不对外提供。请选遮盖后的文件。",
        RequestRefusal.FilesUnexplained => "随答复提供的文件里有隐藏的内容（批注、修订、隐藏的行列、文件属性等），还没有清理或者说明。请在“材料”里逐份处理，再登记送达。",
    };
}
