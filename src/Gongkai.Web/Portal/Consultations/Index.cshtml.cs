using Gongkai.Platform.Organizations;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Storage;
using Gongkai.Web.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Consultations;

/// <summary>意见征集, open and closed.</summary>
[EnableRateLimiting(ApiEndpoints.RateLimit)]
public sealed class IndexModel(PublicConsultationQueries consultations, PublicAgencyQueries agencies) : PublicListPage(agencies)
{
    [BindProperty(SupportsGet = true)]
    public bool? Open { get; set; }

    public Page<PublicConsultationLine> Rows { get; private set; } = new([], null);

    public override bool IsFiltered => base.IsFiltered || Open is not null;

    protected override IEnumerable<(string Name, string? Value)> Filter => [("open", Open is { } open ? open ? "true" : "false" : null)];

    protected override async Task ShowAsync(CancellationToken cancellation) =>
        Rows = await consultations.ListAsync(new PublicConsultationFilter { AgencyId = Agency, IsOpen = Open, Text = Sought }, After, cancellation);
}
