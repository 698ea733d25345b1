namespace Gongkai.Platform.Operations;

/// <summary>What stands in the head and at the foot of every public page, as the operator sets it (国办发〔2017〕47号). Kept as the setting <c>site</c>.</summary>
public sealed record SiteSettings
{
    public const string Setting = "site";

    public string SiteName { get; init; } = "";

    public string SiteDomain { get; init; } = "";

    /// <summary>网站标识码: ten digits.</summary>
    public string SiteIdCode { get; init; } = "";

    public string Icp { get; init; } = "";

    /// <summary>公安备案号.</summary>
    public string PublicSecurityFiling { get; init; } = "";

    public string Organizer { get; init; } = "";

    public string Operator { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Mail { get; init; } = "";

    public string Address { get; init; } = "";
}
