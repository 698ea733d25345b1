namespace Gongkai.Law.Requests;

/// <summary>How a request ended (条例第三十六条至第三十九条). Each falls in one row of table three.</summary>
public enum Outcome
{
    /// <summary>已主动公开, with the way to it.</summary>
    AlreadyPublic,

    /// <summary>予以公开.</summary>
    Granted,

    /// <summary>部分公开.</summary>
    PartlyGranted,

    /// <summary>不予公开: 国家秘密.</summary>
    StateSecret,

    /// <summary>不予公开: 法律、行政法规禁止公开.</summary>
    ProhibitedByLaw,

    /// <summary>不予公开: 危及国家安全、公共安全、经济安全、社会稳定.</summary>
    SecurityAndStability,

    /// <summary>不予公开: 商业秘密、个人隐私.</summary>
    ThirdPartyRights,

    /// <summary>不予公开: 人事管理、后勤管理、内部工作流程.</summary>
    InternalAffairs,

    /// <summary>不予公开: 讨论记录、过程稿、磋商信函、请示报告.</summary>
    ProcessInformation,

    /// <summary>不予公开: 行政执法案卷.</summary>
    EnforcementFile,

    /// <summary>行政查询事项: another law says how to get it.</summary>
    AdministrativeInquiry,

    /// <summary>信息不存在.</summary>
    NotHeld,

    /// <summary>不属于本机关负责公开.</summary>
    OtherAgency,

    /// <summary>需要加工、分析.</summary>
    NeedsCreation,

    /// <summary>补正后仍不明确.</summary>
    StillUnclear,

    /// <summary>信访、投诉、举报.</summary>
    Petition,

    /// <summary>重复申请.</summary>
    Repeated,

    /// <summary>要求提供公开出版物.</summary>
    Publication,

    /// <summary>无正当理由大量反复申请.</summary>
    Excessive,

    /// <summary>要求确认或者重新出具已获取的信息.</summary>
    Reissue,

    /// <summary>逾期不补正.</summary>
    ClarificationOverdue,

    /// <summary>逾期不缴费.</summary>
    FeeOverdue,

    /// <summary>申请人撤回、终止等.</summary>
    OtherwiseEnded,
}
