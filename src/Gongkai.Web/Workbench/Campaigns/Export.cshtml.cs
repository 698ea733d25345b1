using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Campaigns;

/// <summary>The board as a file: exactly the rows that its filter leaves.</summary>
[Requires(Act.SuperviseFilings)]
public sealed class ExportModel(CampaignQueries campaigns) : PageModel
{
    private static readonly string[] Headings = ["单位", "状态", "是否逾期", "差错", "提醒", "待核", "截止日期", "报送时间", "公开时间", "催办次数", "最近催办", "计入汇总"];

    public async Task<IActionResult> OnGetAsync(int id, string extension, Standing? standing, bool late, bool errors, string? name, CancellationToken cancellation)
    {
        if (ListDownload.FormatOf(extension) is not { } format || await campaigns.FindAsync(id, HttpContext.Actor(), cancellation) is not { } board)
        {
            return NotFound();
        }

        var rows = await campaigns.AllRowsAsync(board.Campaign, new BoardFilter(standing, late, errors, name?.Trim()), cancellation);
        return ListDownload.Of($"{board.Campaign.Year}年度报送总表", format, [30, 10, 10, 8, 8, 8, 12, 18, 18, 10, 18, 10], rows.Select(Cells).Prepend(Headings));
    }

    private static IReadOnlyList<string> Cells(BoardRow row) =>
    [
        row.AgencyName, row.Standing.Word(), row.IsLate ? "是" : "否", Of(row.Errors), Of(row.Warnings), Of(row.Unsettled), row.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Of(row.SubmittedAt), Of(row.PublishedAt), Of(row.TimesUrged), Of(row.LastUrgedAt), row.IsCounted ? "是" : "否",
    ];

    private static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Of(DateTimeOffset? instant) => instant?.InBeijing().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
}
