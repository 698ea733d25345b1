namespace Gongkai.Law.Requests;

/// <summary>
/// What can happen to a request that its periods depend on. Where two things happen on one day, they count in this order.
/// </summary>
public enum RequestEventKind
{
    /// <summary>The request came on a channel that needs confirmation.</summary>
    Arrived,

    /// <summary>收到: the day of receipt of a request for disclosure.</summary>
    Received,

    /// <summary>收到: the day of receipt of a request to correct a record about oneself (第四十一条).</summary>
    CorrectionReceived,

    /// <summary>复议决定、判决责令重新处理: the case is open again.</summary>
    Reopened,

    /// <summary>补正告知 (第三十条).</summary>
    ClarificationAsked,

    /// <summary>The corrected request was received.</summary>
    ClarificationSupplied,

    /// <summary>征求第三方意见 (第三十二条).</summary>
    ThirdPartyAsked,

    /// <summary>The third party answered.</summary>
    ThirdPartyReplied,

    /// <summary>征求共同制作机关或者其他机关意见 (第三十四条).</summary>
    AgencyAsked,

    /// <summary>The other agency answered.</summary>
    AgencyReplied,

    /// <summary>要求说明理由 (第三十五条).</summary>
    ReasonAsked,

    /// <summary>The applicant gave reasons.</summary>
    ReasonGiven,

    /// <summary>确定合理的延迟答复期限 (第三十五条).</summary>
    LaterDateSet,

    /// <summary>收费通知 (国办函〔2020〕109号第六条).</summary>
    FeeNoticed,

    /// <summary>The fee was paid in full.</summary>
    FeePaid,

    /// <summary>延长答复期限告知 (第三十三条第二款).</summary>
    ExtensionNotified,

    /// <summary>The third party was told of a decision to disclose (第三十二条).</summary>
    ThirdPartyInformed,

    /// <summary>The decision was served, or the case ended otherwise.</summary>
    Concluded,
}
