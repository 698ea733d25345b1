using Gongkai.Platform.Organizations;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Platform.Storage;
using Gongkai.Web.Api;
using Gongkai.Web.Portal.Applicants;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Letters;

/// <summary>公开答复, and how many letters came and were answered this year. Never kept in memory: the figures change with each letter.</summary>
[EnableRateLimiting(ApiEndpoints.RateLimit)]
public sealed class IndexModel(PublicLetterQueries letters, PublicAgencyQueries agencies, TimeProvider time) : PageModel
{
    private const int LongestText = 60;

    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public LetterKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<PublicLetterLine> Rows { get; private set; } = new([], null);

    public IReadOnlyList<PublicAgencyLine> Agencies { get; private set; } = [];

    public LetterFigures Figures { get; private set; } = null!;

    public bool IsFiltered => Agency is not null || Kind is not null || Year is not null || !string.IsNullOrEmpty(Text);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        var text = RequestInput.Text(Text);
        Text = text[..Math.Min(text.Length, LongestText)];
        Agencies = (await agencies.ListAsync(null, null, cancellation)).Items;
        Rows = await letters.ListAsync(new PublicLetterFilter { AgencyId = Agency, Kind = Kind, Year = Year is >= 2000 and <= 9999 ? Year : null, Text = Text.Length == 0 ? null : Text }, After, cancellation);
        Figures = await letters.FiguresAsync(Year is >= 2000 and <= 2200 ? Year.Value : time.Today().Year, Agency, cancellation);
    }

    public string Link(string? after)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("agency", Agency?.ToString(null, null)), ("kind", Kind?.ToString()), ("year", Year?.ToString(null, null)), ("text", Text), ("after", after) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return $"/letters{query}";
    }
}
