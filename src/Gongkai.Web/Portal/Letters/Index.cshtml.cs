using Gongkai.Platform.Organizations;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Platform.Storage;
using Gongkai.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Letters;

/// <summary>公开答复, and how many letters came and were answered this year.</summary>
[EnableRateLimiting(ApiEndpoints.RateLimit)]
public sealed class IndexModel(PublicLetterQueries letters, PublicAgencyQueries agencies, TimeProvider time) : PublicListPage(agencies)
{
    [BindProperty(SupportsGet = true)]
    public LetterKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public Page<PublicLetterLine> Rows { get; private set; } = new([], null);

    public LetterFigures Figures { get; private set; } = null!;

    public override bool IsFiltered => base.IsFiltered || Kind is not null || Year is not null;

    protected override IEnumerable<(string Name, string? Value)> Filter => [("kind", Kind?.ToString()), ("year", Year?.ToString(null, null))];

    protected override async Task ShowAsync(CancellationToken cancellation)
    {
        Rows = await letters.ListAsync(new PublicLetterFilter { AgencyId = Agency, Kind = Kind, Year = Year is >= 2000 and <= 9999 ? Year : null, Text = Sought }, After, cancellation);
        Figures = await letters.FiguresAsync(Year is >= 2000 and <= 2200 ? Year.Value : time.Today().Year, Agency, cancellation);
    }
}
