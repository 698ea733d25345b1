using Gongkai.Law.Publishing;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Gongkai.Web.Api;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Documents;

/// <summary>政策文件库 and every other list of documents, by its filter.</summary>
[EnableRateLimiting(ApiEndpoints.RateLimit)]
public sealed class IndexModel(PublicDocumentQueries documents, PublicAgencyQueries agencies, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public DocumentKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public CatalogCategory? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Item { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public DocumentStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Topic { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<PublicDocumentLine> Rows { get; private set; } = new([], null);

    public IReadOnlyList<PublicAgencyLine> Agencies { get; private set; } = [];

    public PublicAgency? Of { get; private set; }

    public DateOnly Today => time.Today();

    public bool IsFiltered => Agency is not null || Kind is not null || Category is not null || Item is not null || Year is not null || Status is not null || !string.IsNullOrEmpty(Topic);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Agency is { } id)
        {
            Of = await agencies.FindAsync(id, cancellation);
            if (Of is null)
            {
                return NotFound();
            }
        }

        Agencies = (await agencies.ListAsync(null, null, cancellation)).Items;
        Rows = await documents.ListAsync(
            new PublicDocumentFilter { AgencyId = Agency, Kinds = Kind is { } kind ? [kind] : null, Category = Category, CatalogItemId = Item, Year = Year, Status = Status, Topic = Topic }, After, cancellation);
        return Page();
    }

    public string Link(string? after)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[]
        {
            ("agency", Agency?.ToString(null, null)), ("kind", Kind?.ToString()), ("category", Category?.ToString()), ("item", Item?.ToString(null, null)), ("year", Year?.ToString(null, null)),
            ("status", Status?.ToString()), ("topic", Topic), ("after", after),
        })
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return $"/documents{query}";
    }
}
