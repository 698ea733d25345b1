using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Lists;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Filings;

[Requires(Act.ViewFilings)]
public sealed class IndexModel(FilingQueries filings) : PageModel
{
    private static readonly int[] Widths = [36, 8, 12, 8, 8, 8, 18, 18, 18];
    private static readonly string[] Titles = ["机关", "年度", "状态", "差错", "提醒", "待核", "最近保存", "报送", "发布"];

    public Page<FilingRow> Rows { get; private set; } = new([], null);

    public IReadOnlyList<int> Years { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public FilingState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public bool IsFiltered => Year is not null || State is not null || !string.IsNullOrWhiteSpace(Agency);

    public bool MayBegin => Gate.MayAnywhere(HttpContext.Actor(), Act.EditFilings);

    private FilingFilter Filter => new(Year, State, string.IsNullOrWhiteSpace(Agency) ? null : Agency.Trim());

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Years = await filings.YearsAsync(HttpContext.Actor(), cancellation);
        Rows = await filings.ListAsync(Filter, HttpContext.Actor(), After, cancellation);
    }

    /// <summary>All that the list shows, over all its pages.</summary>
    public async Task<IActionResult> OnGetExportAsync(bool xlsx, CancellationToken cancellation)
    {
        var rows = (await filings.ExportAsync(Filter, HttpContext.Actor(), cancellation)).Select(Line).Prepend(Titles);
        var output = new MemoryStream();
        if (xlsx)
        {
            ListWriter.WriteXlsx(Widths, rows, output);
        }
        else
        {
            ListWriter.WriteCsv(rows, output);
        }

        output.Position = 0;
        return xlsx
            ? File(output, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "年度报告.xlsx")
            : File(output, "text/csv; charset=utf-8", "年度报告.csv");
    }

    public string Link(string? after, string? handler = null, bool xlsx = false)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in ((string, string?)[])
                 [
                     ("handler", handler), ("xlsx", xlsx ? "true" : null), ("year", Year?.ToString(CultureInfo.InvariantCulture)),
                     ("state", State?.ToString()), ("agency", Agency), ("after", after),
                 ])
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return "/work/filings" + query;
    }

    private static string[] Line(FilingRow row) =>
    [
        row.AgencyName, row.Year.ToString(CultureInfo.InvariantCulture), FilingWords.Of(row.State), Count(row.Errors), Count(row.Warnings), Count(row.Unsettled),
        Time(row.SavedAt), row.SubmittedAt is { } submitted ? Time(submitted) : "", row.PublishedAt is { } published ? Time(published) : "",
    ];

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.InBeijing().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
