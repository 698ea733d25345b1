using Gongkai.Platform.Organizations;
using Gongkai.Platform.Requests.Public;
using Gongkai.Platform.Storage;
using Gongkai.Web.Api;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Requests;

[EnableRateLimiting(ApiEndpoints.RateLimit)]
public sealed class IndexModel(PublicRequestQueries requests, PublicAgencyQueries agencies) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public OutcomeGroup? Outcome { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public int FiguresYear { get; private set; }

    public IReadOnlyList<PublicRequestFigures> Figures { get; private set; } = [];

    public Page<PublicRequest> Ledger { get; private set; } = new([], null);

    /// <summary>The name of the agency that the page is about; null for all.</summary>
    public string? AgencyName { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        if (Agency is { } id)
        {
            if (await agencies.FindAsync(id, cancellation) is not { } agency)
            {
                return NotFound();
            }

            AgencyName = agency.Line.Name;
        }

        Years = await requests.YearsAsync(cancellation);
        FiguresYear = Year is >= 2000 and <= 9999 ? Year.Value : Years.Count > 0 ? Years[0] : 0;
        Figures = FiguresYear == 0 ? [] : await requests.FiguresAsync(FiguresYear, Agency, cancellation);
        Ledger = await requests.ListAsync(new PublicRequestFilter { AgencyId = Agency, Year = Year, Group = Outcome }, After, cancellation);
        return Page();
    }

    public string Link(string? after)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in ((string, string?)[])[("agency", Agency?.ToString(null, null)), ("year", Year?.ToString(null, null)), ("outcome", Outcome?.ToString()), ("after", after)])
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        return $"/requests{query}";
    }
}
