using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Filings;

[Requires(Act.ViewFilings)]
public sealed class IndexModel(FilingQueries filings) : PageModel
{
    private static readonly Column<FilingRow>[] All =
    [
        new("name", "报告", row => $"{row.AgencyName} {row.Year} 年度报告") { IsName = true, Width = 44 },
        new("agency", "机关", row => row.AgencyName) { IsUsual = false, Width = 36 },
        new("year", "年度", row => Count(row.Year)) { IsUsual = false, Kind = ColumnKind.Line, Width = 8 },
        new("state", "状态", row => FilingWords.Of(row.State)) { Width = 12 },
        new("errors", "差错", row => Count(row.Errors)) { Kind = ColumnKind.Number, Width = 8 },
        new("warnings", "提醒", row => Count(row.Warnings)) { Kind = ColumnKind.Number, Width = 8 },
        new("unsettled", "待核", row => Count(row.Unsettled)) { Kind = ColumnKind.Number, Width = 8 },
        new("saved", "最近保存", row => Time(row.SavedAt)) { Kind = ColumnKind.Line, Width = 18 },
        new("submitted", "报送", row => Time(row.SubmittedAt)) { Kind = ColumnKind.Line, Width = 18 },
        new("published", "发布", row => Time(row.PublishedAt)) { Kind = ColumnKind.Line, Width = 18 },
    ];

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

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public bool IsFiltered => Year is not null || State is not null || !string.IsNullOrWhiteSpace(Agency);

    public bool MayBegin => Gate.MayAnywhere(HttpContext.Actor(), Act.EditFilings);

    public Listing<FilingRow> List => new("filings", "/work/filings", All, Columns, ("year", Year?.ToString(CultureInfo.InvariantCulture)), ("state", State?.ToString()), ("agency", Agency?.Trim()));

    private FilingFilter Filter => new(Year, State, string.IsNullOrWhiteSpace(Agency) ? null : Agency.Trim());

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Years = await filings.YearsAsync(HttpContext.Actor(), cancellation);
        Rows = await filings.ListAsync(Filter, HttpContext.Actor(), After, cancellation);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind ? List.File("年度报告", kind, await filings.ExportAsync(Filter, HttpContext.Actor(), cancellation)) : NotFound();

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset? time) => time?.InBeijing().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "—";
}
