namespace Gongkai.Platform.Organizations;

/// <summary>What kind of body a node is. Whether it takes requests and files a report follows from it by default.</summary>
public enum AgencyKind
{
    /// <summary>各级人民政府（省、市、县）.</summary>
    Government,

    /// <summary>政府工作部门.</summary>
    Department,

    /// <summary>乡、镇人民政府.</summary>
    Township,

    /// <summary>街道办事处.</summary>
    Subdistrict,

    /// <summary>开发区、园区管委会.</summary>
    DevelopmentZone,

    /// <summary>派出机构.</summary>
    Outpost,

    /// <summary>法律、法规授权组织.</summary>
    AuthorizedOrganization,

    /// <summary>垂直管理机构.</summary>
    VerticalOffice,

    /// <summary>事业单位.</summary>
    PublicInstitution,

    /// <summary>公共企事业单位.</summary>
    PublicEnterprise,

    /// <summary>村（居）民委员会.</summary>
    VillageCommittee,

    /// <summary>党委部门.</summary>
    PartyDepartment,
}
