using Gongkai.Platform.Filings.Public;
using Gongkai.Platform.Organizations;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal;

public sealed class IndexModel(PublicReportQueries reports, PublicAgencyQueries agencies) : PageModel
{
    public IReadOnlyList<ReportLine> Newest { get; private set; } = [];

    public IReadOnlyList<YearCount> Years { get; private set; } = [];

    public IReadOnlyList<AgencyGroup> Agencies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Newest = await reports.NewestAsync(10, cancellation);
        Years = await reports.YearsAsync(cancellation);
        var groups = new List<AgencyGroup>();
        foreach (var top in await agencies.BelowAsync(null, cancellation))
        {
            groups.Add(new AgencyGroup(top, await agencies.BelowAsync(top.Id, cancellation)));
        }

        Agencies = groups;
    }

    /// <summary>A government at the top of the tree and the agencies directly below it.</summary>
    public sealed record AgencyGroup(PublicAgencyLine Top, IReadOnlyList<PublicAgencyLine> Below);
}
