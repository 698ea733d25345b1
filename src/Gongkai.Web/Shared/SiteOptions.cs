namespace Gongkai.Web.Shared;

/// <summary>What the rules for government sites demand in the head and at the foot of every page (国办发〔2017〕47号, annex). Section "Site" of the settings.</summary>
public sealed record SiteOptions
{
    public string SiteName { get; init; } = "政府信息公开";

    public string SiteDomain { get; init; } = "";

    public string SiteIdCode { get; init; } = "";

    public string Icp { get; init; } = "";

    public string PublicSecurityFiling { get; init; } = "";

    public string PublicSecurityHref { get; init; } = "https://beian.mps.gov.cn/";

    public string Organizer { get; init; } = "";

    public string Operator { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Mail { get; init; } = "";

    public string Address { get; init; } = "";

    public string FaultReportHref { get; init; } = "";

    public string GovernmentMarkHref { get; init; } = "";

    public string GovernmentMarkImage { get; init; } = "";

    public bool Ipv6 { get; init; }

    public static SiteOptions Of(IConfiguration configuration) => configuration.GetSection("Site").Get<SiteOptions>() ?? new SiteOptions();
}
