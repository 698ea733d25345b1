using Gongkai.Platform.Filings.Public;
using Gongkai.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Reports;

public sealed class ReportModel(PublicReportQueries reports) : PageModel
{
    public PublishedReport Published { get; private set; } = null!;

    /// <summary>The report that the page prints: the one that stands, or an earlier one that was asked for.</summary>
    public AnnualReport Shown { get; private set; } = null!;

    public int? OlderVersion { get; private set; }

    public string Title { get; private set; } = "";

    public IReadOnlyList<PublishedVersion> Versions { get; private set; } = [];

    public IReadOnlyList<FiguresOfYear> Series { get; private set; } = [];

    public IReadOnlyList<FindingLine> Findings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int year, int agencyId, int? version, CancellationToken cancellation)
    {
        if (await reports.FindAsync(agencyId, year, cancellation) is not { } published)
        {
            return NotFound();
        }

        Published = published;
        Shown = published.Report;
        if (version is { } number && number != published.Version)
        {
            if (await reports.FindVersionAsync(agencyId, year, number, cancellation) is not { } older)
            {
                return NotFound();
            }

            (Shown, OlderVersion) = (older, number);
        }

        Title = Shown.Title ?? $"{published.Line.AgencyName}{year}年政府信息公开工作年度报告";
        Versions = await reports.VersionsAsync(agencyId, year, cancellation);
        Series = await reports.SeriesAsync(agencyId, RequestsByYear.Addresses, cancellation);
        Findings =
        [
            .. new ReportChecker(CheckSettings.Default).Check(Shown, CheckContext.None)
                .Where(finding => finding.Severity == Severity.Error)
                .Select(finding => new FindingLine(finding.Severity, finding.Message) { Href = finding.At.Length > 0 ? $"#{finding.At[0]}" : null }),
        ];
        return Page();
    }
}
