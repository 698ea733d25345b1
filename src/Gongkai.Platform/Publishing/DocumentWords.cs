using Gongkai.Law.Publishing;

namespace Gongkai.Platform.Publishing;

/// <summary>The Chinese words of documents, wherever people read them.</summary>
public static class DocumentWords
{
    public static string Of(DisclosureAttribute attribute) => attribute switch
    {
        DisclosureAttribute.Proactive => "主动公开",
        DisclosureAttribute.OnRequest => "依申请公开",
        DisclosureAttribute.Withheld => "不予公开",
    };

    public static string Of(DocumentKind kind) => kind switch
    {
        DocumentKind.News => "政务动态",
        DocumentKind.Notice => "通知公告",
        DocumentKind.PublicNotice => "公示",
        DocumentKind.PolicyDocument => "政策文件",
        DocumentKind.NormativeDocument => "行政规范性文件",
        DocumentKind.Rule => "规章",
        DocumentKind.Interpretation => "政策解读",
        DocumentKind.Plan => "规划计划",
        DocumentKind.Statistics => "统计信息",
        DocumentKind.Budget => "财政预决算",
        DocumentKind.Personnel => "人事信息",
        DocumentKind.Procurement => "政府采购",
        DocumentKind.DoublePublicity => "许可和处罚公示",
        DocumentKind.VillageAffairs => "村（居）务公开",
        DocumentKind.Meeting => "会议公开",
        DocumentKind.ProposalReply => "建议提案办理",
        DocumentKind.Guide => "政府信息公开指南",
        DocumentKind.Regime => "政府信息公开制度",
        DocumentKind.Gazette => "政府公报",
        DocumentKind.Institution => "机构职能",
    };

    public static string Of(CatalogCategory category) => category switch
    {
        CatalogCategory.Regulations => "法规、规章和规范性文件",
        CatalogCategory.Institution => "机构职能和联系方式",
        CatalogCategory.Plans => "规划和政策",
        CatalogCategory.Statistics => "统计信息",
        CatalogCategory.Licences => "行政许可和服务事项",
        CatalogCategory.PenaltiesAndCoercion => "行政处罚和行政强制",
        CatalogCategory.Budgets => "财政预算、决算",
        CatalogCategory.Charges => "行政事业性收费",
        CatalogCategory.Procurement => "政府集中采购",
        CatalogCategory.MajorProjects => "重大建设项目",
        CatalogCategory.Livelihood => "教育、医疗、社保、就业和帮扶",
        CatalogCategory.Emergencies => "突发公共事件应对",
        CatalogCategory.Inspections => "监督检查",
        CatalogCategory.Recruitment => "公务员招考录用",
        CatalogCategory.Other => "其他主动公开内容",
        CatalogCategory.MunicipalServices => "市政建设和公共服务",
        CatalogCategory.Expropriation => "土地、房屋征收",
        CatalogCategory.PublicSecurityAndAid => "治安管理和社会救助",
        CatalogCategory.Countryside => "农业农村",
        CatalogCategory.VillageLabourAndAid => "筹资筹劳和社会救助",
    };

    public static string Of(DocumentStage stage) => stage switch
    {
        DocumentStage.Drafting => "拟稿",
        DocumentStage.InReview => "审核中",
        DocumentStage.Ready => "待发布",
        DocumentStage.Published => "已发布",
        DocumentStage.Kept => "不主动公开，已存",
        DocumentStage.Ended => "公示期满",
        DocumentStage.Withdrawn => "已撤回",
        DocumentStage.Discarded => "已作废",
    };

    public static string Of(ReviewStep step) => step switch
    {
        ReviewStep.First => "一审一校",
        ReviewStep.Second => "二审二校",
        ReviewStep.Secrecy => "保密审查",
        ReviewStep.Final => "三审三校",
    };

    public static string Of(DocumentStatus status) => status switch
    {
        DocumentStatus.NotYetInForce => "尚未施行",
        DocumentStatus.InForce => "有效",
        DocumentStatus.Amended => "已修改",
        DocumentStatus.Repealed => "废止",
        DocumentStatus.Expired => "失效",
    };

    public static string Of(ReviewWay way) => way switch
    {
        ReviewWay.Long => "三审三校和保密审查",
        ReviewWay.Short => "一审一校、保密审查、签发",
    };

    public static string Of(LegalityFinding finding) => finding switch
    {
        LegalityFinding.Lawful => "合法",
        LegalityFinding.LawfulAsChanged => "按意见修改后合法",
        LegalityFinding.Unlawful => "不合法，不得提交审议",
    };

    public static string Sentence(ProcedureFault fault) => fault switch
    {
        ProcedureFault.ConsultationMissing => "请登记公开征求意见的起止日期；依法不征求的，写明理由。",
        ProcedureFault.ConsultationStillOpen => "公开征求意见还没有结束，截止以后才能送审。",
        ProcedureFault.ConsultationTooShort => "涉及市场主体的，征求意见不少于 30 日（《优化营商环境条例》第六十二条）；确需缩短的，写明理由。",
        ProcedureFault.OpinionsMissing => "请填收到意见和采纳意见的条数，采纳的不会多于收到的；没有收到填 0。",
        ProcedureFault.CompetitionMissing => "涉及市场主体的，请登记公平竞争审查的日期和结论（《优化营商环境条例》第六十三条）。",
        ProcedureFault.LegalityMissing => "请登记合法性审核的机构、日期、结论和意见；没有经过合法性审核的不能发布（国办发〔2018〕115号）。",
        ProcedureFault.FoundUnlawful => "合法性审核认为不合法，不能送审；修改以后重新审核。",
        ProcedureFault.DeliberationMissing => "请登记集体审议的会议和日期。",
        ProcedureFault.DeliberatedBeforeLegality => "集体审议的日期早于合法性审核；应当先审核再审议，请核对日期。",
        ProcedureFault.MadeBeforeDeliberation => "成文日期早于集体审议的日期，请核对。",
    };

    public static string Of(InterpretationForm form) => form switch
    {
        InterpretationForm.Text => "文字",
        InterpretationForm.Picture => "图解",
        InterpretationForm.Video => "视频、动漫",
        InterpretationForm.QuestionsAndAnswers => "问答",
        InterpretationForm.PressConference => "新闻发布会、访谈",
        InterpretationForm.Expert => "专家解读",
    };

    public static string Of(DocumentStepKind step) => step switch
    {
        DocumentStepKind.Begun => "开始拟稿",
        DocumentStepKind.SentToReview => "送审",
        DocumentStepKind.TakenBack => "撤回修改",
        DocumentStepKind.Approved => "通过",
        DocumentStepKind.Returned => "退回",
        DocumentStepKind.Scheduled => "设定发布时间",
        DocumentStepKind.Unscheduled => "取消定时发布",
        DocumentStepKind.Published => "发布",
        DocumentStepKind.CorrectionBegun => "开始更正",
        DocumentStepKind.Ended => "公示期满，自动撤下",
        DocumentStepKind.Withdrawn => "撤回",
        DocumentStepKind.Discarded => "作废",
        DocumentStepKind.LookedAtAgain => "重新审查，继续不公开",
        DocumentStepKind.MadeProactive => "转为主动公开",
        DocumentStepKind.Amended => "标注修改",
        DocumentStepKind.Repealed => "标注废止",
        DocumentStepKind.ValidityRestored => "取消标注",
        DocumentStepKind.Filed => "备案",
    };

    public static string Of(DocumentAction action) => action switch
    {
        DocumentAction.Edit => "修改",
        DocumentAction.SendToReview => "送审",
        DocumentAction.TakeBack => "撤回修改",
        DocumentAction.Approve => "审核",
        DocumentAction.Return => "退回",
        DocumentAction.Publish => "发布",
        DocumentAction.Schedule => "定时发布",
        DocumentAction.Unschedule => "取消定时",
        DocumentAction.Correct => "更正",
        DocumentAction.ChangeValidity => "修改、废止",
        DocumentAction.RecordFiling => "登记备案",
        DocumentAction.Withdraw => "撤回",
        DocumentAction.Discard => "作废",
        DocumentAction.LookAgain => "重新审查",
        DocumentAction.MakeProactive => "转为主动公开",
    };

    public static string Sentence(DocumentRefusal refusal) => refusal switch
    {
        DocumentRefusal.NotFound => "没有这份文件，或者您无权查看。",
        DocumentRefusal.NotAllowed => "您的岗位不能做这一步。",
        DocumentRefusal.WrongState => "文件现在的状态不能做这一步，请刷新页面看看。",
        DocumentRefusal.OwnWork => "自己起草或修改过的文件不能由自己审核，请由其他人审核。",
        DocumentRefusal.AlreadyReviewed => "您已经审过这一稿的另一道，请由其他人审核这一道。",
        DocumentRefusal.Incomplete => "还缺几项，补上再送审。",
        DocumentRefusal.OpenRemarks => "还有批注没有处理，请退回拟稿人处理，或者由提出的人撤去。",
        DocumentRefusal.ChangedMeanwhile => "文件刚被别人改过，请看最新的内容再决定。",
        DocumentRefusal.ChangedSinceReview => "审核以后内容改过，要重新送审才能发布。",
        DocumentRefusal.TextMissing => "请写明理由。",
        DocumentRefusal.TextTooLong => "写得太长了，请缩短。",
        DocumentRefusal.ChecksMissing => "请逐项核对并勾选以后再通过。",
        DocumentRefusal.TimePassed => "发布时间要晚于现在。",
        DocumentRefusal.TimeTooFar => "发布时间最远可以定在一年以后。",
        DocumentRefusal.FileRefused => "这个文件不能添加：只收 Word、Excel、PDF、图片和文本，每个不超过 20 MB，而且要通过病毒检查。压缩包请解压以后逐个添加，里面的文件才能检查。",
        DocumentRefusal.TooManyFiles => "附件和图片太多了，请先删去不用的，或者合并成一份 PDF。",
        DocumentRefusal.DateOutOfRange => "日期不对，请检查。",
        DocumentRefusal.ScreeningHits => "机器校对发现严重问题，处理完才能继续。",
    };
}
