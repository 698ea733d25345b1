using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Campaigns;

[Requires(Act.SuperviseFilings)]
public sealed class FindingsModel(CampaignQueries campaigns) : PageModel
{
    private static readonly Column<FindingRow>[] All =
    [
        new("severity", "轻重", row => row.Severity.Word()) { Kind = ColumnKind.Line, Width = 8 },
        new("agency", "单位", row => row.FullName) { IsName = true, Width = 30 },
        new("place", "位置", CampaignAddress.WordsOf) { Width = 40 },
        new("message", "问题", row => row.Message) { Width = 80 },
        new("title", "规则", row => TitleOf(row.Rule)) { IsUsual = false, Width = 40 },
        new("rule", "规则编号", row => row.Rule) { IsUsual = false, Kind = ColumnKind.Line, Width = 26 },
    ];

    public CampaignLine Campaign { get; private set; } = null!;

    public Page<FindingRow> Rows { get; private set; } = new([], null);

    public IReadOnlyList<RuleCount> Rules { get; private set; } = [];

    public int Count { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Rule { get; set; }

    [BindProperty(SupportsGet = true)]
    public Severity? Severity { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public bool IsFiltered => !string.IsNullOrEmpty(Rule) || Severity is not null || Agency is not null || !string.IsNullOrWhiteSpace(Name);

    /// <summary>Each rule once, whatever it is graded.</summary>
    public IEnumerable<RuleCount> RuleChoices => Rules.GroupBy(rule => rule.Rule).Select(group => group.First() with { Count = group.Sum(rule => rule.Count) });

    public Listing<FindingRow> List => new("findings", CampaignAddress.Home(Campaign) + "/findings", All, Columns, Pairs);

    private FindingFilter Filter => new(Rule, Severity, Agency, Name?.Trim());

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(id, HttpContext.Actor(), cancellation) is not { } board)
        {
            return NotFound();
        }

        Campaign = board.Campaign;
        Rules = await campaigns.RulesAsync(Campaign, cancellation);
        Rows = await campaigns.FindingsAsync(Campaign, Filter, After, cancellation);
        Count = await campaigns.CountFindingsAsync(Campaign, Filter, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(int id, string? format, CancellationToken cancellation)
    {
        if (ListDownload.FormatOf(format) is not { } kind || await campaigns.FindAsync(id, HttpContext.Actor(), cancellation) is not { } board)
        {
            return NotFound();
        }

        Campaign = board.Campaign;
        return List.File($"{Campaign.Year}年度差错", kind, await campaigns.AllFindingsAsync(Campaign, Filter, cancellation));
    }

    public static string TitleOf(string rule) => Gongkai.Reports.Checking.Rules.ById.TryGetValue(rule, out var known) ? known.Title : rule;

    public string AgencyLink(int agency) => List.Filtered([.. Pairs.Where(pair => pair.Name != "agency"), ("agency", agency.ToString(CultureInfo.InvariantCulture))]);

    private IEnumerable<(string Name, string? Value)> Pairs =>
        [("rule", Rule), ("severity", Severity?.ToString()), ("agency", Agency?.ToString(CultureInfo.InvariantCulture)), ("name", Name?.Trim())];
}
