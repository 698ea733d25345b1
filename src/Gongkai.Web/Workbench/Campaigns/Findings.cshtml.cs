using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Campaigns;

[Requires(Act.SuperviseFilings)]
public sealed class FindingsModel(CampaignQueries campaigns) : PageModel
{
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

    public bool IsFiltered => !string.IsNullOrEmpty(Rule) || Severity is not null || Agency is not null || !string.IsNullOrWhiteSpace(Name);

    /// <summary>Each rule once, whatever it is graded.</summary>
    public IEnumerable<RuleCount> RuleChoices => Rules.GroupBy(rule => rule.Rule).Select(group => group.First() with { Count = group.Sum(rule => rule.Count) });

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

    public async Task<IActionResult> OnGetExportAsync(int id, string format, CancellationToken cancellation)
    {
        if (ListDownload.FormatOf(format ?? "") is not { } kind || await campaigns.FindAsync(id, HttpContext.Actor(), cancellation) is not { } board)
        {
            return NotFound();
        }

        var findings = await campaigns.AllFindingsAsync(board.Campaign, Filter, cancellation);
        IEnumerable<IReadOnlyList<string>> rows = findings.Select(row => (string[])[row.FullName, row.Severity.Word(), CampaignAddress.WordsOf(row), row.Message, TitleOf(row.Rule), row.Rule]);
        return ListDownload.Of($"{board.Campaign.Year}年度差错", kind, [30, 8, 40, 80, 40, 26], rows.Prepend(["单位", "轻重", "位置", "问题", "规则", "规则编号"]));
    }

    public static string TitleOf(string rule) => Gongkai.Reports.Checking.Rules.ById.TryGetValue(rule, out var known) ? known.Title : rule;

    public string Link(string? after) => CampaignAddress.Query(CampaignAddress.Home(Campaign) + "/findings", [.. Pairs, ("after", after)]);

    public string AgencyLink(int agency) => CampaignAddress.Query(CampaignAddress.Home(Campaign) + "/findings", [.. Pairs.Where(pair => pair.Name != "agency"), ("agency", agency.ToString(CultureInfo.InvariantCulture))]);

    public string ExportLink(string format) => CampaignAddress.Query(CampaignAddress.Home(Campaign) + "/findings", [.. Pairs, ("handler", "export"), ("format", format)]);

    private IEnumerable<(string Name, string? Value)> Pairs =>
        [("rule", Rule), ("severity", Severity?.ToString()), ("agency", Agency?.ToString(CultureInfo.InvariantCulture)), ("name", Name)];
}
