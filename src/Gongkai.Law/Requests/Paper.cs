namespace Gongkai.Law.Requests;

/// <summary>The standard papers of a request (文书), in the order in which a case meets them.</summary>
public enum Paper
{
    /// <summary>政府信息公开申请表.</summary>
    Application,

    /// <summary>登记回执.</summary>
    Receipt,

    /// <summary>补正告知书.</summary>
    ClarificationNotice,

    /// <summary>说明理由告知书.</summary>
    ReasonNotice,

    /// <summary>延长答复期限告知书.</summary>
    ExtensionNotice,

    /// <summary>征求第三方意见书.</summary>
    ThirdPartyConsultation,

    /// <summary>征求意见书 to an agency that made it too, or another.</summary>
    AgencyConsultation,

    /// <summary>正在征求意见告知书, to the applicant.</summary>
    ConsultationNotice,

    /// <summary>公开告知书.</summary>
    Granting,

    /// <summary>部分公开告知书.</summary>
    PartlyGranting,

    /// <summary>不予公开告知书.</summary>
    Withholding,

    /// <summary>第三方告知书: the decision to disclose in the public interest.</summary>
    ThirdPartyNotice,

    /// <summary>无法提供告知书.</summary>
    Unavailable,

    /// <summary>不予处理告知书.</summary>
    NotProcessing,

    /// <summary>不再处理告知书.</summary>
    Ending,

    /// <summary>收费通知.</summary>
    FeeNotice,

    /// <summary>行政查询事项告知书.</summary>
    InquiryPointing,

    /// <summary>更正告知书.</summary>
    Correction,

    /// <summary>送达回证.</summary>
    ProofOfService,

    /// <summary>审批单.</summary>
    ApprovalSheet,

    /// <summary>检索记录表.</summary>
    SearchRecord,

    /// <summary>归档目录.</summary>
    DossierList,
}
