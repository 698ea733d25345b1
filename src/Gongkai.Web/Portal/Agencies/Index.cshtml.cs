using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Agencies;

public sealed class IndexModel(PublicAgencyQueries agencies) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public new Page<PublicAgencyLine> Page { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellation) => Page = await agencies.ListAsync(Q?.Trim(), After, cancellation);

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

        return $"/agencies{query}";
    }
}
