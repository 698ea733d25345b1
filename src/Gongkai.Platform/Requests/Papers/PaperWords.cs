using Gongkai.Law.Requests;

namespace Gongkai.Platform.Requests.Papers;

/// <summary>What the papers are called, and which fields their templates may hold.</summary>
public static class PaperWords
{
    /// <summary>The field in which the remedy stands; the program fills it, and a paper with a remedy cannot do without it.</summary>
    public const string Remedy = "救济途径";

    /// <summary>Every field that a template may hold, with what stands in it.</summary>
    public static IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        ["机关"] = "受理机关的全称",
        ["文号"] = "文书的文号；没有文号的文书为空",
        ["申请人"] = "申请人姓名或者名称",
        ["申请人类型"] = "自然人或者组织的种类",
        ["证件"] = "证件名称和号码，号码中间隐去",
        ["联系方式"] = "电话、地址、电子邮箱",
        ["代理人"] = "代理人姓名；没有的为“无”",
        ["登记号"] = "申请的登记号",
        ["提交方式"] = "当面、邮寄、网上等",
        ["收到日期"] = "收到申请之日",
        ["申请内容"] = "申请人所写的内容",
        ["获取形式"] = "介质和获取方式",
        ["办理经过"] = "补正、征求意见、延期等经过",
        ["答复期限"] = "答复期限的最后一日",
        ["补正内容"] = "需要补正的各项",
        ["补正天数"] = "补正期限的工作日数",
        ["理由要求"] = "要求说明理由的内容和期限",
        ["延长天数"] = "延长的工作日数",
        ["延长理由"] = "延长的理由",
        ["征求对象"] = "第三方或者其他机关的名称",
        ["告知第三方"] = "告知第三方的内容和理由",
        ["处理决定"] = "逐项的处理结果、依据和理由",
        ["收费计算"] = "收费标准和计算过程",
        ["金额"] = "应缴金额（元）",
        [Remedy] = "由程序按文书种类自动写入，不能改写",
        ["检索记录"] = "检索的时间、系统、关键词和结果",
        ["审批意见"] = "各环节的意见、姓名和时间",
        ["送达情况"] = "送达方式、日期和凭据",
        ["归档清单"] = "案卷中的各项材料",
        ["联系电话"] = "受理机关的电话",
        ["联系地址"] = "受理机关的地址",
        ["日期"] = "制作文书的日期",
    };

    /// <summary>The name of a paper.</summary>
    public static string Of(Paper paper) => paper switch
    {
        Paper.Application => "政府信息公开申请表",
        Paper.Receipt => "政府信息公开申请登记回执",
        Paper.ClarificationNotice => "政府信息公开申请补正告知书",
        Paper.ReasonNotice => "政府信息公开申请说明理由告知书",
        Paper.ExtensionNotice => "政府信息公开延长答复期限告知书",
        Paper.ThirdPartyConsultation => "政府信息公开征求第三方意见书",
        Paper.AgencyConsultation => "政府信息公开征求意见书",
        Paper.ConsultationNotice => "政府信息公开征求意见情况告知书",
        Paper.Granting => "政府信息公开告知书",
        Paper.PartlyGranting => "政府信息部分公开告知书",
        Paper.Withholding => "政府信息不予公开告知书",
        Paper.ThirdPartyNotice => "政府信息公开第三方告知书",
        Paper.Unavailable => "政府信息无法提供告知书",
        Paper.NotProcessing => "政府信息公开申请不予处理告知书",
        Paper.Ending => "政府信息公开申请不再处理告知书",
        Paper.FeeNotice => "政府信息公开信息处理费收费通知书",
        Paper.InquiryPointing => "行政查询事项告知书",
        Paper.Correction => "政府信息更正告知书",
        Paper.ProofOfService => "送达回证",
        Paper.ApprovalSheet => "政府信息公开答复审批单",
        Paper.SearchRecord => "政府信息检索记录表",
        Paper.DossierList => "归档目录",
    };

    /// <summary>Whether the paper goes out under a number.</summary>
    public static bool HasNumber(Paper paper) => paper is not (Paper.Application or Paper.Receipt or Paper.ProofOfService or Paper.ApprovalSheet or Paper.SearchRecord or Paper.DossierList);
}
