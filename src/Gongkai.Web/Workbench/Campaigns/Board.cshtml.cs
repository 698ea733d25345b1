using System.Globalization;
using Gongkai.Law.Reporting;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Campaigns;

[Requires(Act.SuperviseFilings)]
public sealed class BoardModel(CampaignQueries campaigns, RefreshCampaign refresh) : PageModel
{
    private static readonly Column<BoardRow>[] All =
    [
        new("name", "单位", row => row.AgencyName) { IsName = true, Width = 30 },
        new("standing", "状态", row => row.IsLate ? row.Standing.Word() + "，逾期" : row.Standing.Word()),
        new("errors", "差错", row => Of(row.Errors)) { Kind = ColumnKind.Number, Width = 8 },
        new("warnings", "提醒", row => Of(row.Warnings)) { Kind = ColumnKind.Number, Width = 8 },
        new("unsettled", "待核", row => Of(row.Unsettled)) { Kind = ColumnKind.Number, Width = 8 },
        new("due", "截止", row => row.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) { Kind = ColumnKind.Line },
        new("submitted", "报送", row => Of(row.SubmittedAt)) { Kind = ColumnKind.Line, Width = 18 },
        new("published", "公开", row => Of(row.PublishedAt)) { Kind = ColumnKind.Line, IsUsual = false, Width = 18 },
        new("urged", "催办", row => row.TimesUrged == 0 ? "" : $"{row.TimesUrged} 次，{row.LastUrgedAt!.Value.InBeijing():MM-dd}") { Kind = ColumnKind.Line },
        new("counted", "计入汇总", row => row.IsCounted ? "是" : "否") { Kind = ColumnKind.Line, IsUsual = false, Width = 10 },
    ];

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

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public bool IsUnfiltered => Standing is null && !Late && !Errors;

    public Listing<BoardRow> List => new(
        "board", CampaignAddress.Home(Board.Campaign), All, Columns,
        ("standing", Standing?.ToString()), ("late", Late ? "true" : null), ("errors", Errors ? "true" : null), ("name", Name?.Trim()));

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

    public async Task<IActionResult> OnGetExportAsync(int id, string? format, CancellationToken cancellation)
    {
        if (ListDownload.FormatOf(format) is not { } kind || await campaigns.FindAsync(id, HttpContext.Actor(), cancellation) is not { } board)
        {
            return NotFound();
        }

        Board = board;
        return List.File($"{board.Campaign.Year}年度报送总表", kind, await campaigns.AllRowsAsync(board.Campaign, Filter, cancellation));
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

    private static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Of(DateTimeOffset? instant) => instant?.InBeijing().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "—";
}
