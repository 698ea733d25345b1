using Gongkai.Law.Requests;
using Gongkai.Platform.Requests;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>What the page of a step says at its head and after it is done, and at which field a refusal stands.</summary>
internal static class StepWords
{
    /// <summary>What the step does, in a sentence.</summary>
    public static string Lead(RequestAction action) => action switch
    {
        RequestAction.Confirm => "和申请人联系，双方确认收到申请的那一天，就是收到申请之日，答复期限从第二天起算（《条例》第三十一条）。",
        RequestAction.Assign => "把这件申请交给一个科室和一个人承办，需要的再请别的科室协办，各定一个回复的日期，都在法定期限之前。办理中途也可以换人、加科室。",
        RequestAction.RecordUnit => "承办、协办的科室回复以后在这里登记，写明什么意见。不再需要协办的，也在这里撤销。",
        RequestAction.RecordSearch => "记下查了哪里、用了什么词、查到什么。答复“信息不存在”必须有检索记录，行政复议、诉讼时要举证。",
        RequestAction.AskClarification => "申请内容不明确的，收到之日起七个工作日内一次性告知补正，所有要补的写在一起（《条例》第三十条）。答复期限从收到补正之日重新计算。",
        RequestAction.RecordClarification => "收到申请人的补正以后在这里登记。答复期限从这一天重新计算。",
        RequestAction.AskParty => "涉及第三方商业秘密、个人隐私，或者和其他机关共同制作的，书面征求意见。征求意见需要的时间不计入答复期限（《条例》第三十二条、第三十四条）。",
        RequestAction.RecordOpinion => "收到意见以后在这里登记，答复期限从下一个工作日起继续计算。",
        RequestAction.AskReason => "申请的数量、频次明显超过合理范围的，可以要求说明理由（《条例》第三十五条）。",
        RequestAction.RecordReason => "收到申请人说明的理由以后在这里登记。",
        RequestAction.SetLaterDate => "理由合理、但在规定的期限里答复不了的，确定合理的延迟答复期限并告知申请人（《条例》第三十五条）。",
        RequestAction.ProposeExtension => "请负责人同意延长。只能延长一次，最多二十个工作日，而且要在期限届满之前告知申请人（《条例》第三十三条第二款）。",
        RequestAction.Extend => "同意延长并告知申请人。只能延长一次，最多二十个工作日，告知要在期限届满之前（《条例》第三十三条第二款）。",
        RequestAction.NoticeFee => "按件和按量只能选一种（国办函〔2020〕109号）。申请人自收到通知次日起二十个工作日内缴费，缴清以后答复期限重新计算。",
        RequestAction.RecordPayment => "申请人缴清费用以后在这里登记，答复期限从这一天重新计算。",
        RequestAction.RefundFee => "按非税收入的规定退还以后在这里登记。",
        RequestAction.InformThirdParty => "第三方不同意，但不公开会对公共利益造成重大影响、决定公开的，把决定公开的内容和理由书面告知第三方（《条例》第三十二条）。",
        RequestAction.Draft => "逐项拟定答复。",
        RequestAction.SendToReview => "送合法性审核和保密审查；审核期间不能修改。",
        RequestAction.ApproveLegality => "对照下面的答复，审核依据和理由是否合法、充分。",
        RequestAction.ApproveSecrecy => "审查拟公开的内容是否涉及国家秘密、工作秘密。",
        RequestAction.SendBack => "退回承办人修改，写明要改什么。",
        RequestAction.Sign => "签发以后答复不能再改，接下来送达申请人。",
        RequestAction.Serve => "登记送达以后就办结了。邮寄和电子送达以寄出、发出之日为准，直接送达和委托送达以签收之日为准。",
        RequestAction.Withdraw => "申请人撤回申请的，登记以后办结，结果为“撤回、终止等”。",
        RequestAction.File => "一件一档归档。归档以后仍然可以查看，复议决定、判决要求重新处理的可以重新办理。",
        RequestAction.Reopen => "行政复议决定、判决责令重新处理的，从收到决定书之日起重新计算期限。",
        RequestAction.Retract => "录错的事不能删掉，在这里更正：这条记录不再作数，但留着，连同您写的原因。然后按实际情况重新录入。",
        RequestAction.Split => "一封信里要几样信息的，拆成几件，一事一申请，收到申请之日不变。一行一件，第一行留在这一件里。",
        RequestAction.Merge => "同一申请人对同一信息的两件申请，后收到的并入先收到的一并答复，告知申请人。合并的这一件按“其他处理”办结，两件都计入当年收到的申请；先收到的那件答复期限不变。已经答复过的，不能合并，应作不予重复处理的答复（《条例》第三十六条第（六）项）。",
        RequestAction.Pass => "申请书写明向同一政府的另一机关申请、送错了窗口的，在办理之前转给那个机关，来到和收到的日期不变，只在那里登记一次。向本机关提出的，谁收到、谁处理，不能转交。",
        RequestAction.PointElsewhere => "不属于本机关负责公开的，也要答复：告知申请人并说明理由；能确定是哪个机关的，告知名称和联系方式（《条例》第三十六条第（五）项）。这里按此拟定答复，再送审、签发、送达。",
        RequestAction.AddFile => "上传扫描件、查到的信息或者往来材料。每次一个文件，不超过 20 MB。",
        RequestAction.MakePaper => "按这件申请的事实生成 Word 文书，救济途径由程序写入。答复的告知书在签发时自动生成。",
        RequestAction.ReissueCode => "申请人遗失查询码的，当面核对身份以后补发。",
        RequestAction.Note => "给一起办这件申请的人留句话，申请人看不到。",
    };

    public static string Done(RequestAction action) => action switch
    {
        RequestAction.AskClarification or RequestAction.AskParty or RequestAction.AskReason or RequestAction.NoticeFee or RequestAction.InformThirdParty =>
            $"已{RequestWords.Of(action)}。要打印的文书，到“制作文书”里生成。",
        RequestAction.Extend => "已同意延长，延长答复期限告知书已经生成：在下面“文书”里打印，今天发给申请人。",
        RequestAction.MakePaper => "文书已经生成，在下面“文书”里下载。",
        RequestAction.PointElsewhere => "已经拟好答复，核对以后送审。",
        _ => $"{RequestWords.Of(action)}已完成。",
    };

    /// <summary>The field at which a refusal stands; the whole form where it is none of them.</summary>
    public static string FieldOf(RequestRefusal refusal, RequestAction action, StepForm form) => refusal switch
    {
        RequestRefusal.DateInFuture or RequestRefusal.DateBeforeArrival or RequestRefusal.LateExtension => Field(nameof(StepForm.On)),
        RequestRefusal.DateOutOfRange => Field(form.DueOn is null ? nameof(StepForm.On) : nameof(StepForm.DueOn)),
        RequestRefusal.DaysOutOfRange => Field(nameof(StepForm.Days)),
        RequestRefusal.TextMissing => Field(MissingText(action, form)),
        RequestRefusal.TextTooLong => Field(nameof(StepForm.Text)),
        RequestRefusal.LateClarification => Field(nameof(StepForm.EvenIfLate)),
        RequestRefusal.NoSuchParty => Field(nameof(StepForm.Party)),
        RequestRefusal.NothingToPay => Field(nameof(StepForm.Scale)),
        RequestRefusal.NoSuchReceiver => Field(nameof(StepForm.Handler)),
        RequestRefusal.NotServedYet => Field(nameof(StepForm.ServedOn)),
        RequestRefusal.NoSuchEvent or RequestRefusal.NotRetractable => Field(nameof(StepForm.Event)),
        RequestRefusal.MergeNotSame or RequestRefusal.MergeEnded or RequestRefusal.MergeLater => Field(nameof(StepForm.Into)),
        RequestRefusal.ReportByWrong => Field(nameof(StepForm.DueOn)),
        RequestRefusal.UnitTwice => "Input.Assisting[0].Name",
        RequestRefusal.NoSuchUnit => Field(nameof(StepForm.Unit)),
        RequestRefusal.NoSuchAgency or RequestRefusal.PassOutside => Field(nameof(StepForm.Name)),
        RequestRefusal.PassAddressedHere => Field(nameof(StepForm.IsAddressedThere)),
        RequestRefusal.FileRefused => Field(nameof(StepForm.File)),
        _ => "",
    };

    /// <summary>An event as a choice of what was entered wrongly.</summary>
    public static string Of(RequestEventKind kind) => kind switch
    {
        RequestEventKind.Arrived => "申请来到",
        RequestEventKind.Received or RequestEventKind.CorrectionReceived => "收到申请",
        RequestEventKind.Reopened => "重新办理",
        RequestEventKind.ClarificationAsked => "告知补正",
        RequestEventKind.ClarificationSupplied => "收到补正",
        RequestEventKind.ThirdPartyAsked => "征求第三方意见",
        RequestEventKind.ThirdPartyReplied => "收到第三方意见",
        RequestEventKind.AgencyAsked => "征求其他机关意见",
        RequestEventKind.AgencyReplied => "收到其他机关意见",
        RequestEventKind.ReasonAsked => "要求说明理由",
        RequestEventKind.ReasonGiven => "收到理由说明",
        RequestEventKind.LaterDateSet => "确定延迟答复期限",
        RequestEventKind.FeeNoticed => "收费通知",
        RequestEventKind.FeePaid => "缴费",
        RequestEventKind.ExtensionNotified => "延长答复期限",
        RequestEventKind.ThirdPartyInformed => "告知第三方",
        RequestEventKind.Concluded => "送达、办结",
    };

    private static string MissingText(RequestAction action, StepForm form) => action switch
    {
        RequestAction.RecordSearch when string.IsNullOrWhiteSpace(form.Systems) => nameof(StepForm.Systems),
        RequestAction.RecordSearch when string.IsNullOrWhiteSpace(form.Words) => nameof(StepForm.Words),
        RequestAction.AskParty => nameof(StepForm.Name),
        _ => nameof(StepForm.Text),
    };

    private static string Field(string name) => $"Input.{name}";
}
