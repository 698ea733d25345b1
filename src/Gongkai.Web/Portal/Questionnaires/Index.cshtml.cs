using Gongkai.Platform.Participation.Questionnaires;
using Gongkai.Platform.Storage;
using Gongkai.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Questionnaires;

/// <summary>网上调查, open and closed. Never kept in memory: what is open changes with the day.</summary>
[EnableRateLimiting(ApiEndpoints.RateLimit)]
public sealed class IndexModel(PublicQuestionnaireQueries questionnaires) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool? Open { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<PublicQuestionnaireLine> Rows { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        Rows = await questionnaires.ListAsync(Open, After, cancellation);
    }

    public string Link(string? after) => (Open, after) switch
    {
        (null, null) => "/questionnaires",
        (null, _) => $"/questionnaires?after={after}",
        ({ } open, null) => $"/questionnaires?open={(open ? "true" : "false")}",
        ({ } open, _) => $"/questionnaires?open={(open ? "true" : "false")}&after={after}",
    };
}
