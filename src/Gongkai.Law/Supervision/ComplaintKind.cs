namespace Gongkai.Law.Supervision;

/// <summary>What a complaint about disclosure work is about (条例第四十七条第二款、第五十一条).</summary>
public enum ComplaintKind
{
    /// <summary>未主动公开.</summary>
    NotPublished,

    /// <summary>公开不及时.</summary>
    PublishedLate,

    /// <summary>公开内容不准确.</summary>
    Inaccurate,

    /// <summary>申请逾期未答复.</summary>
    NotAnswered,

    /// <summary>答复不合法.</summary>
    UnlawfulAnswer,

    /// <summary>收费.</summary>
    Fee,

    /// <summary>服务态度等.</summary>
    Conduct,
}

/// <summary>What was found when a complaint was looked into.</summary>
public enum ComplaintFinding
{
    /// <summary>属实.</summary>
    Upheld,

    /// <summary>部分属实.</summary>
    PartlyUpheld,

    /// <summary>不属实.</summary>
    NotUpheld,

    /// <summary>不属于受理范围, with the way that is open.</summary>
    OutOfScope,
}

/// <summary>What the authority does about a complaint that was right (第四十七条).</summary>
public enum ComplaintMeasure
{
    /// <summary>督促整改.</summary>
    Correction,

    /// <summary>通报批评.</summary>
    Criticism,

    /// <summary>移送有权机关处理.</summary>
    Referral,
}

/// <summary>What can happen to a complaint.</summary>
public enum ComplaintStep
{
    /// <summary>收到.</summary>
    Received,

    /// <summary>交办.</summary>
    Assigned,

    /// <summary>请被投诉机关说明.</summary>
    AgencyAsked,

    /// <summary>被投诉机关说明.</summary>
    AgencyExplained,

    /// <summary>答复投诉人.</summary>
    Answered,

    /// <summary>投诉人撤回.</summary>
    Withdrawn,

    /// <summary>被投诉机关报告整改.</summary>
    Corrected,
}
