using Gongkai.Platform.Filings.Public;
using Gongkai.Platform.Requests.Public;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal;

public sealed class DataModel(PublicReportQueries reports, PublicRequestQueries requests) : PageModel
{
    public IReadOnlyList<YearCount> Years { get; private set; } = [];

    public IReadOnlyList<int> RequestYears { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Years = await reports.YearsAsync(cancellation);
        RequestYears = await requests.YearsAsync(cancellation);
    }
}
