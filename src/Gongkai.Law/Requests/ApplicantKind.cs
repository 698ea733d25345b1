namespace Gongkai.Law.Requests;

/// <summary>The kind of an applicant, fixed when the request is registered: a column of table three of the annual report.</summary>
public enum ApplicantKind
{
    /// <summary>自然人; a lawyer who asks in his own name is one.</summary>
    Natural,

    /// <summary>商业企业.</summary>
    Commercial,

    /// <summary>科研机构.</summary>
    Research,

    /// <summary>社会公益组织.</summary>
    PublicWelfare,

    /// <summary>法律服务机构.</summary>
    LegalService,

    /// <summary>其他.</summary>
    Other,
}
