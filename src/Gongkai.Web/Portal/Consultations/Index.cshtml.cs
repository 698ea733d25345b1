using Gongkai.Platform.Organizations;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Storage;
using Gongkai.Web.Api;
using Gongkai.Web.Portal.Applicants;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Consultations;

/// <summary>意见征集, open and closed. Never kept in memory: what is open changes with the day.</summary>
[EnableRateLimiting(ApiEndpoints.RateLimit)]
public sealed class IndexModel(PublicConsultationQueries consultations, PublicAgencyQueries agencies) : PageModel
{
    private const int LongestText = 60;

    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Open { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<PublicConsultationLine> Rows { get; private set; } = new([], null);

    public IReadOnlyList<PublicAgencyLine> Agencies { get; private set; } = [];

    public bool IsFiltered => Agency is not null || Open is not null || !string.IsNullOrEmpty(Text);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        var text = RequestInput.Text(Text);
        Text = text[..Math.Min(text.Length, LongestText)];
        Agencies = (await agencies.ListAsync(null, null, cancellation)).Items;
        Rows = await consultations.ListAsync(new PublicConsultationFilter { AgencyId = Agency, IsOpen = Open, Text = Text.Length == 0 ? null : Text }, After, cancellation);
    }

    public string Link(string? after)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("agency", Agency?.ToString(null, null)), ("open", Open is { } open ? open ? "true" : "false" : null), ("text", Text), ("after", after) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return $"/consultations{query}";
    }
}
