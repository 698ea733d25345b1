using Gongkai.Law.Reporting;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Campaigns;

[Requires(Act.SuperviseFilings)]
public sealed class BoardModel(CampaignQueries campaigns, UrgeAgencies urge) : PageModel
{
    public CampaignBoard Board { get; private set; } = null!;

    public Page<BoardRow> Rows { get; private set; } = new([], null);

    public DateOnly StatutoryDue => FilingDeadline.LastDay(Board.Campaign.Year, Filer.Department);

    [BindProperty(SupportsGet = true)]
    public Standing? Standing { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Late { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Errors { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public bool IsUnfiltered => Standing is null && !Late && !Errors;

    public BoardFilter Filter => new(Standing, Late, Errors, Name?.Trim());

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(id, HttpContext.Actor(), cancellation) is not { } board)
        {
            return NotFound();
        }

        Board = board;
        Rows = await campaigns.RowsAsync(board.Campaign, Filter, After, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostUrgeAsync(int id, int[] agencies, bool all, CancellationToken cancellation)
    {
        var result = await urge.RunAsync(new UrgeAgencies.Command(id, all ? null : agencies), HttpContext.Actor(), cancellation);
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

        return Redirect($"/work/campaigns/{id}{Request.QueryString}");
    }

    public string Link(Standing? standing, string? after = null)
    {
        var query = new QueryBuilder();
        if (standing is { } only)
        {
            query.Add("standing", only.ToString());
        }

        if (after is not null)
        {
            query.Add("after", after);
            foreach (var (name, isSet) in new[] { ("late", Late), ("errors", Errors) })
            {
                if (isSet)
                {
                    query.Add(name, "true");
                }
            }

            if (!string.IsNullOrEmpty(Name))
            {
                query.Add("name", Name);
            }
        }

        return FormattableString.Invariant($"/work/campaigns/{Board.Campaign.Id}") + query;
    }
}
