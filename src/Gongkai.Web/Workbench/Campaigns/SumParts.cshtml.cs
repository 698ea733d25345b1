using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Reports;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Campaigns;

/// <summary>What each agency adds to one cell of the sum, the largest first.</summary>
[Requires(Act.SuperviseFilings)]
public sealed class SumPartsModel(CampaignQueries campaigns, CampaignSum campaignSum) : PageModel
{
    public CampaignLine Campaign { get; private set; } = null!;

    public FigureAddress Address { get; private set; }

    public SummedCell Cell { get; private set; } = null!;

    public IReadOnlyList<CellPart> Parts { get; private set; } = [];

    /// <summary>Where what the authority itself keeps is shown one by one; null before it has begun its report.</summary>
    public string? OwnHref { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, string address, CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        if (!FigureAddress.TryParse(address, CultureInfo.InvariantCulture, out var found)
            || await campaigns.FindAsync(id, actor, cancellation) is not { } board
            || await campaignSum.RunAsync(id, actor, cancellation) is not { } sum)
        {
            return NotFound();
        }

        Campaign = board.Campaign;
        Address = found;
        Cell = sum.Cells[found.Index];
        Parts = [.. CampaignSum.PartsOf(sum, found).OrderByDescending(part => part.Value)];
        OwnHref = sum.TypedFilingId is { } typed ? FormattableString.Invariant($"/work/filings/{typed}/behind/{found}") : null;
        return Page();
    }
}
