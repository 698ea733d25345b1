using Gongkai.Law.Reporting;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Campaigns;

[Requires(Act.SuperviseFilings)]
public sealed class BoardModel(CampaignQueries campaigns, RefreshCampaign refresh) : PageModel
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

    /// <summary>Looks at the tree again: who must file may have changed since the campaign was opened.</summary>
    public async Task<IActionResult> OnPostRefreshAsync(int id, CancellationToken cancellation)
    {
        if (await refresh.RunAsync(new RefreshCampaign.Command(id), HttpContext.Actor(), cancellation) is not { } result)
        {
            return NotFound();
        }

        TempData.Done(result.Before == result.After ? $"名单已按机关单位更新，仍是 {result.After} 个单位。" : $"名单已按机关单位更新：原来 {result.Before} 个，现在 {result.After} 个单位。");
        return Redirect(FormattableString.Invariant($"/work/campaigns/{id}"));
    }

    /// <summary>Ends the year's filing: nobody is reminded any more; or takes it up again.</summary>
    public async Task<IActionResult> OnPostCloseAsync(int id, bool reopen, [FromServices] CloseCampaign close, CancellationToken cancellation)
    {
        if (!await close.RunAsync(new CloseCampaign.Command(id, reopen), HttpContext.Actor(), cancellation))
        {
            return NotFound();
        }

        TempData.Done(reopen ? "已经重新开启，会继续提醒还没有报送的单位。" : "这一年度的报送已经结束，不再提醒各单位，报告照常可以查看。");
        return Redirect(FormattableString.Invariant($"/work/campaigns/{id}"));
    }

    /// <summary>The rows of one standing; with a key, the next page of what is shown.</summary>
    public string Link(Standing? standing, string? after = null) => CampaignAddress.Query(
        CampaignAddress.Home(Board.Campaign),
        ("standing", standing?.ToString()), ("after", after), ("late", after is not null && Late ? "true" : null), ("errors", after is not null && Errors ? "true" : null), ("name", after is not null ? Name : null));

    /// <summary>The first page of what is shown.</summary>
    public string FirstPage => CampaignAddress.Query(
        CampaignAddress.Home(Board.Campaign), ("standing", Standing?.ToString()), ("late", Late ? "true" : null), ("errors", Errors ? "true" : null), ("name", Name));
}
