namespace Gongkai.Platform.Accounts;

/// <summary>What a person does at an agency. The three administrators are separated: none may do the work of another.</summary>
public enum Role
{
    /// <summary>信息员.</summary>
    Clerk,

    /// <summary>初审.</summary>
    FirstReviewer,

    /// <summary>复审.</summary>
    SecondReviewer,

    /// <summary>终审.</summary>
    FinalReviewer,

    /// <summary>保密审查员.</summary>
    SecrecyReviewer,

    /// <summary>负责人, who signs.</summary>
    Head,

    /// <summary>主管部门工作人员, for the agency and all below it.</summary>
    AuthorityOfficer,

    /// <summary>系统管理员: agencies, settings, jobs, backups.</summary>
    SystemAdministrator,

    /// <summary>安全管理员: accounts and posts.</summary>
    SecurityAdministrator,

    /// <summary>审计管理员: reads the audit trail.</summary>
    AuditAdministrator,
}
