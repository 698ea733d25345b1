using Gongkai.Platform.Filings.Public;
using Gongkai.Platform.Organizations;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal;

public sealed class IndexModel(PublicReportQueries reports, PublicAgencyQueries agencies) : PageModel
{
    public IReadOnlyList<ReportLine> Newest { get; private set; } = [];

    public IReadOnlyList<YearCount> Years { get; private set; } = [];

    public IReadOnlyList<PublicAgencyLine> Top { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Newest = await reports.NewestAsync(10, cancellation);
        Years = await reports.YearsAsync(cancellation);
        Top = await agencies.BelowAsync(null, cancellation);
    }
}
