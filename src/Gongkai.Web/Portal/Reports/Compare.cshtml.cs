using System.Globalization;
using Gongkai.Platform.Filings.Public;
using Gongkai.Reports.Comparing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Reports;

public sealed class CompareModel(PublicReportQueries reports) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    /// <summary>The other report, as <c>agency-year</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? With { get; set; }

    public PublishedReport? Left { get; private set; }

    public PublishedReport? Right { get; private set; }

    public IReadOnlyList<ReportLine> OwnYears { get; private set; } = [];

    public IReadOnlyList<ReportLine> Peers { get; private set; } = [];

    public IReadOnlyList<FigureComparison> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Left = await reports.FindAsync(Agency, Year, cancellation);
        if (Left is null)
        {
            return Agency == 0 ? Page() : NotFound();
        }

        OwnYears = [.. (await reports.OfAgencyAsync(Agency, cancellation)).Where(line => line.Year != Year)];
        Peers = [.. (await reports.OfYearAsync(Year, null, null, cancellation)).Items.Where(line => line.AgencyId != Agency)];
        With ??= OwnYears.Select(line => FormattableString.Invariant($"{line.AgencyId}-{line.Year}")).FirstOrDefault();
        if (With?.Split('-') is [var agency, var year]
            && int.TryParse(agency, NumberStyles.None, CultureInfo.InvariantCulture, out var otherAgency)
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var otherYear))
        {
            Right = await reports.FindAsync(otherAgency, otherYear, cancellation);
        }

        Rows = Right is null ? [] : [.. ReportComparison.Compare(Left.Report, Right.Report).Figures.Where(figure => !figure.IsSame)];
        return Page();
    }
}
