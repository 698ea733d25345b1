namespace Gongkai.Platform.Publishing;

/// <summary>What the installation chose where the rules leave it to the place. Kept as the setting <c>publishing-rules</c>.</summary>
public sealed record PublishingRules
{
    public const string Setting = "publishing-rules";

    /// <summary>How 索引号 are written.</summary>
    public string IndexNumber { get; init; } = "{机关}/{年}-{序号:5}";

    /// <summary>How the 登记编号 of normative documents are written; they run through the year of a government.</summary>
    public string RegisterNumber { get; init; } = "{机关}-GF-{年}-{序号:4}";

    /// <summary>Working days from publication to 备案.</summary>
    public int FilingDays { get; init; } = 15;
}
