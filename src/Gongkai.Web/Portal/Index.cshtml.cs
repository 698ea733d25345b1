using Gongkai.Platform.Filings.Public;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal;

public sealed class IndexModel(PublicReportQueries reports, PublicAgencyQueries agencies, PublicDocumentQueries documents, TimeProvider time) : PageModel
{
    public IReadOnlyList<ReportLine> Newest { get; private set; } = [];

    public IReadOnlyList<PublicDocumentLine> Documents { get; private set; } = [];

    public DateOnly Today => time.Today();

    public IReadOnlyList<YearCount> Years { get; private set; } = [];

    public IReadOnlyList<AgencyGroup> Agencies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Newest = await reports.NewestAsync(10, cancellation);
        Documents = await documents.NewestAsync(new PublicDocumentFilter(), 10, cancellation);
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
