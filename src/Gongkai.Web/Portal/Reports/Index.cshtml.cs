using Gongkai.Platform.Filings.Public;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Reports;

public sealed class IndexModel(PublicReportQueries reports) : PageModel
{
    public IReadOnlyList<YearCount> Years { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Years = await reports.YearsAsync(cancellation);
}
