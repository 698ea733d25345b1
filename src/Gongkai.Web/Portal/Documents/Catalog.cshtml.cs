using Gongkai.Law.Publishing;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Documents;

/// <summary>公开目录: the statutory categories and the standard fields, with how many documents each holds.</summary>
public sealed class CatalogModel(PublicDocumentQueries documents, PublicAgencyQueries agencies) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    public PublicAgency? Of { get; private set; }

    public IReadOnlyDictionary<CatalogCategory, int> Counts { get; private set; } = new Dictionary<CatalogCategory, int>();

    public IReadOnlyDictionary<int, int> ItemCounts { get; private set; } = new Dictionary<int, int>();

    public IReadOnlyList<IGrouping<string, CatalogItem>> Fields { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Agency is { } id && (Of = await agencies.FindAsync(id, cancellation)) is null)
        {
            return NotFound();
        }

        Counts = await documents.CountsAsync(Agency, cancellation);
        ItemCounts = await documents.ItemCountsAsync(Agency, cancellation);
        Fields = [.. (await documents.CatalogAsync(cancellation)).GroupBy(item => item.Field)];
        return Page();
    }

    public string Link(string filter) => Agency is { } id ? FormattableString.Invariant($"/documents?{filter}&agency={id}") : $"/documents?{filter}";
}
