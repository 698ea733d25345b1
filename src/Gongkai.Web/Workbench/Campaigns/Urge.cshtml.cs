using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Campaigns;

/// <summary>Whom an urging reaches and with what words, before it is sent.</summary>
[Requires(Act.SuperviseFilings)]
public sealed class UrgeModel(UrgeAgencies urge) : PageModel
{
    public UrgeAgencies.Preview Preview { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public int[] Agencies { get; set; } = [];

    public int WithoutPeople => Preview.Agencies.Count(agency => agency.People.Count == 0);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (await urge.PreviewAsync(new UrgeAgencies.Command(id, All ? null : Agencies), HttpContext.Actor(), cancellation) is not { } preview)
        {
            return NotFound();
        }

        Preview = preview;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        var result = await urge.RunAsync(new UrgeAgencies.Command(id, Agencies), HttpContext.Actor(), cancellation);
        switch (result.Refusal)
        {
            case null:
                TempData.Done($"已催办 {result.Urged} 个单位。");
                break;
            case UrgeAgencies.Refusal.NotAllowed:
                return NotFound();
            case UrgeAgencies.Refusal.NobodyChosen:
                TempData.Wrong("还没有选择单位：在表格左边勾选要催办的单位，或者点“催办全部未报的单位”。");
                break;
            case UrgeAgencies.Refusal.NobodyOwes:
                TempData.Tell("选中的单位都已经报送，不需要催办。");
                break;
        }

        return Redirect(FormattableString.Invariant($"/work/campaigns/{id}"));
    }
}
