namespace Gongkai.Law.Requests;

/// <summary>A period in the life of a request.</summary>
public enum ClockId
{
    /// <summary>确认收到, on the channels that need it (第三十一条第（二）、（三）项).</summary>
    Confirmation,

    /// <summary>当场答复 (第三十三条第一款).</summary>
    OnTheSpot,

    /// <summary>补正告知 (第三十条).</summary>
    ClarificationNotice,

    /// <summary>申请人补正 (第三十条).</summary>
    Clarification,

    /// <summary>答复, with its extension (第三十三条第二款).</summary>
    Answer,

    /// <summary>第三方意见 (第三十二条).</summary>
    ThirdPartyOpinion,

    /// <summary>其他机关意见 (第三十四条).</summary>
    AgencyOpinion,

    /// <summary>说明理由 (第三十五条).</summary>
    Reason,

    /// <summary>缴纳信息处理费 (国办函〔2020〕109号第六条).</summary>
    Payment,

    /// <summary>更正 (第四十一条).</summary>
    Correction,

    /// <summary>第三方提出异议, before disclosure in the public interest (第三十二条).</summary>
    Objection,

    /// <summary>答复投诉、举报 (第四十七条、第五十一条); the days are those of the local rule.</summary>
    Complaint,

    /// <summary>主动公开 (第二十六条), or the limit of the catalog.</summary>
    Publication,
}
