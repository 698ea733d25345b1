using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Campaigns;

[Requires(Act.SuperviseFilings)]
public sealed class CompareModel(AgencyComparison comparison) : PageModel
{
    public ComparedAgency Compared { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, int agency, CancellationToken cancellation)
    {
        if (await comparison.RunAsync(id, agency, HttpContext.Actor(), cancellation) is not { } compared)
        {
            return NotFound();
        }

        Compared = compared;
        return Page();
    }
}
