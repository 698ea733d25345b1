using Gongkai.Platform.Filings.Public;
using Gongkai.Platform.Storage;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Reports;

public sealed class YearModel(PublicReportQueries reports) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    public new Page<ReportLine> Page { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellation) => Page = await reports.OfYearAsync(Year, Q?.Trim(), After, cancellation);

    public string Link(string? after)
    {
        var query = new QueryBuilder();
        if (!string.IsNullOrEmpty(Q))
        {
            query.Add("q", Q);
        }

        if (after is not null)
        {
            query.Add("after", after);
        }

        return FormattableString.Invariant($"/reports/{Year}") + query;
    }
}
