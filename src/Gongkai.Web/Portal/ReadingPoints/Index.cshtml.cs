using Gongkai.Platform.Organizations;
using Gongkai.Platform.Participation.ReadingPoints;
using Gongkai.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.ReadingPoints;

/// <summary>政府信息查阅场所. Never kept in memory: whether one is open changes with the hour.</summary>
[EnableRateLimiting(ApiEndpoints.RateLimit)]
public sealed class IndexModel(ReadingPointQueries points, PublicAgencyQueries agencies) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    public IReadOnlyList<ReadingPointView> Rows { get; private set; } = [];

    public IReadOnlyList<PublicAgencyLine> Agencies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        Agencies = (await agencies.ListAsync(null, null, cancellation)).Items;
        Rows = await points.ListAsync(Agency, cancellation);
    }
}
