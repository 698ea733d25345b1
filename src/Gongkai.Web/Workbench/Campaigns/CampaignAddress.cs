using System.Globalization;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Reports;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Http.Extensions;

namespace Gongkai.Web.Workbench.Campaigns;

/// <summary>Where the pages of a campaign are, and the way to them.</summary>
internal static class CampaignAddress
{
    public static string Home(CampaignLine campaign) => FormattableString.Invariant($"/work/campaigns/{campaign.Id}");

    /// <summary>A page below the board.</summary>
    public static PageMeta Below(CampaignLine campaign, string title, params IEnumerable<Crumb> between) => new()
    {
        Title = title, Above = [new Crumb("报送总表", "/work/campaigns"), new Crumb($"{campaign.Year} 年度报送", Home(campaign)), .. between],
    };

    /// <summary>The place in a report that a finding is about.</summary>
    public static string PlaceOf(FindingRow finding) => FormattableString.Invariant($"/work/filings/{finding.FilingId}") + Anchor(finding);

    /// <summary>A cell in the words of the form; the section where it is about text.</summary>
    public static string WordsOf(FindingRow finding) =>
        FigureAddress.TryParse(finding.At.Split(' ')[0], CultureInfo.InvariantCulture, out var address) ? address.Figure.Description
        : finding.Section is { } section ? $"第{"一二三四五六"[Math.Clamp(section, 1, 6) - 1]}部分"
        : "整份报告";

    public static string Query(string path, params IEnumerable<(string Name, string? Value)> pairs) =>
        path + new QueryBuilder(pairs.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value!)));

    private static string Anchor(FindingRow finding) =>
        finding.At.Length > 0 ? "#" + finding.At.Split(' ')[0] : finding.Section is { } section ? FormattableString.Invariant($"#section-{section}") : "";
}
