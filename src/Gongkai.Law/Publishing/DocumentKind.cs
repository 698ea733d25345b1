namespace Gongkai.Law.Publishing;

/// <summary>体裁: what kind of document it is. Which reviews it goes through and which facts it needs follow from it.</summary>
public enum DocumentKind
{
    /// <summary>政务动态.</summary>
    News,

    /// <summary>通知公告.</summary>
    Notice,

    /// <summary>公示, with the last day on which it is shown.</summary>
    PublicNotice,

    /// <summary>政策文件.</summary>
    PolicyDocument,

    /// <summary>行政规范性文件 (国办发〔2018〕37号).</summary>
    NormativeDocument,

    /// <summary>规章, of those levels that may make them (《立法法》第九十一条、第九十三条).</summary>
    Rule,

    /// <summary>政策解读, bound to the document that it explains.</summary>
    Interpretation,

    /// <summary>规划计划 (条例第二十条第（三）项).</summary>
    Plan,

    /// <summary>统计信息 (第（四）项).</summary>
    Statistics,

    /// <summary>财政预决算 (第（七）项).</summary>
    Budget,

    /// <summary>人事信息 (第（十四）项).</summary>
    Personnel,

    /// <summary>政府采购 (第（九）项).</summary>
    Procurement,

    /// <summary>双公示: a licence or a penalty (第（五）、（六）项).</summary>
    DoublePublicity,

    /// <summary>村（居）务公开.</summary>
    VillageAffairs,

    /// <summary>会议公开.</summary>
    Meeting,

    /// <summary>建议提案办理.</summary>
    ProposalReply,

    /// <summary>政府信息公开指南 (条例第十二条).</summary>
    Guide,

    /// <summary>政府信息公开制度.</summary>
    Regime,

    /// <summary>政府公报 (第二十三条).</summary>
    Gazette,

    /// <summary>机构职能、领导信息 (第二十条第（二）项).</summary>
    Institution,
}
