using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Ledgers;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Ledgers;

/// <summary>The ledgers of licences, penalties, coercion and charges within reach, and their sums by year.</summary>
[Requires(Act.ViewLedgers)]
public sealed class IndexModel(LedgerQueries ledgers) : PageModel
{
    public const string Home = "/work/ledgers";

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public ActKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool IsUnpublished { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public Page<ActRow> Rows { get; private set; } = new([], null);

    public IReadOnlyList<ActYear> Years { get; private set; } = [];

    public bool MayKeep => Gate.MayAnywhere(HttpContext.Actor(), Act.KeepLedgers);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || Kind is not null || Year is not null || IsUnpublished;

    public Listing<ActRow> List => new("ledgers", Home, All, Columns,
        ("text", Text?.Trim()), ("kind", Kind?.ToString()), ("year", Year?.ToString(CultureInfo.InvariantCulture)), ("isUnpublished", IsUnpublished ? "true" : null));

    private static IReadOnlyList<Column<ActRow>> All { get; } =
    [
        new("kind", "类别", row => LedgerWords.Of(row.Kind)) { Kind = ColumnKind.Line, Width = 16 },
        new("item", "文号和事项", row => row.Number.Length == 0 ? row.Item : $"{row.Number} {row.Item}") { IsName = true, Width = 40 },
        new("counterpart", "相对人", row => row.CounterpartLabel) { Width = 24 },
        new("decided", "日期", row => LedgerWords.Days(row.FromOn, row.DecidedOn)) { Kind = ColumnKind.Line },
        new("amount", "金额（万元）", row => LedgerWords.Amount(row.Amount)) { Kind = ColumnKind.Number },
        new("standing", "情况", row => row.Standing) { Width = 20 },
        new("agency", "机关", row => row.AgencyName) { IsUsual = false, Width = 24 },
        new("needsPublicity", "依法应当公示", row => row.NeedsPublicity ? "是" : "否") { IsUsual = false },
        new("publicized", "公示日期", row => row.PublicizedOn is { } on ? FormattableString.Invariant($"{on:yyyy-MM-dd}") : "") { IsUsual = false, Kind = ColumnKind.Line },
        new("source", "来源", row => row.SourceName.Length == 0 ? LedgerWords.Of(row.Source) : $"{LedgerWords.Of(row.Source)}：{row.SourceName}") { IsUsual = false, Width = 24 },
        new("entered", "录入", row => $"{row.EnteredByName} {row.EnteredAt.InBeijing():yyyy-MM-dd}") { IsUsual = false, Width = 20 },
    ];

    private ActFilter Filter => new() { Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(), Kind = Kind, Year = Year, IsUnpublished = IsUnpublished };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Rows = await ledgers.ListAsync(Filter, HttpContext.Actor(), After, cancellation);
        Years = await ledgers.YearsAsync(HttpContext.Actor(), cancellation);
    }

    /// <summary>All that the list shows, over all its pages.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind ? List.File("许可处罚强制收费台账", kind, await ledgers.ExportAsync(Filter, HttpContext.Actor(), cancellation)) : NotFound();
}
