using Gongkai.Platform.Search;
using Gongkai.Platform.Storage;
using Gongkai.Web.Api;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal;

[EnableRateLimiting(ApiEndpoints.RateLimit)]
public sealed class SearchModel(SearchQueries search) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public SearchWords Words { get; private set; } = SearchWords.Of(null);

    public IReadOnlyList<FoundAgency> Agencies { get; private set; } = [];

    public Page<FoundReport> Reports { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        Words = SearchWords.Of(Q);
        Agencies = After is null ? await search.AgenciesAsync(Words, cancellation) : [];
        Reports = await search.ReportsAsync(Words, After, cancellation);
    }

    public string Link(string? after)
    {
        var query = new QueryBuilder { { "q", Q ?? "" } };
        if (after is not null)
        {
            query.Add("after", after);
        }

        return $"/search{query}";
    }
}
