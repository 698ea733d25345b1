using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Publishing.Reviewing;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Catalog;

/// <summary>Which way the documents of an agency go through review, kind by kind.</summary>
[Requires(Act.ManageCatalog)]
public sealed class ReviewsModel(ReviewWays ways, AgencyQueries agencies) : PageModel
{
    public const string Home = "/work/catalog/reviews";

    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    [BindProperty]
    public Dictionary<DocumentKind, ReviewWay?> Ways { get; set; } = [];

    public IReadOnlyList<ReviewWayRow> Rows { get; private set; } = [];

    public IReadOnlyList<AgencyRow> Agencies { get; private set; } = [];

    public string AgencyName { get; private set; } = "";

    private int AgencyId => Agency ?? HttpContext.Actor().AgencyId;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await ways.ListAsync(AgencyId, HttpContext.Actor(), cancellation) is not { } rows)
        {
            return NotFound();
        }

        Rows = rows;
        Agencies = (await agencies.ListAsync(Gate.ScopeOf(HttpContext.Actor(), Act.ManageCatalog), new AgencyFilter(), null, 2_000, cancellation)).Items;
        AgencyName = Agencies.FirstOrDefault(agency => agency.Id == AgencyId)?.Name ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ways.SetAsync(AgencyId, Ways, HttpContext.Actor(), cancellation))
        {
            return NotFound();
        }

        TempData.Done("审核流程已保存，以后的每一步都按新的走。");
        return Redirect($"{Home}?agency={AgencyId}");
    }
}
