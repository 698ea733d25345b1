using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing.Catalog;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Catalog;

/// <summary>The catalog, for whoever keeps it.</summary>
[Requires(Act.ManageCatalog)]
public sealed class IndexModel(CatalogQueries catalog) : PageModel
{
    public const string Home = "/work/catalog";

    private static readonly int[] Usual = [0, 1, 2, 5, 6];

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public CatalogCategory? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public CatalogShown Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public IReadOnlyList<CatalogRow> Rows { get; private set; } = [];

    public Listing<CatalogRow> List => new("catalog", Home, All, Columns, ("text", Text?.Trim()), ("category", Category?.ToString()), ("show", Show == default ? null : Show.ToString()));

    // The headings of what is taken in, so that what was given out can be taken in again.
    private static IReadOnlyList<Column<CatalogRow>> All { get; } =
    [
        .. CatalogTable.Headings.Select((heading, index) => new Column<CatalogRow>($"c{index}", heading, row => CatalogTable.Row(row.Item)[index])
        {
            IsName = index == 2, IsUsual = Usual.Contains(index), Width = CatalogTable.Widths[index], Kind = index is 5 or 9 or 10 ? ColumnKind.Line : ColumnKind.Text,
        }),
        new("documents", "已发布", row => row.Documents.ToString("N0", null)) { Kind = ColumnKind.Number },
    ];

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await RowsAsync(cancellation);

    /// <summary>All that the list shows.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind ? List.File("主动公开目录", kind, await RowsAsync(cancellation)) : NotFound();

    private Task<IReadOnlyList<CatalogRow>> RowsAsync(CancellationToken cancellation) => catalog.ListAsync(new CatalogFilter(Text?.Trim(), Category, Show switch { CatalogShown.Standing => true, CatalogShown.Ended => false, CatalogShown.All => null }), HttpContext.Actor(), cancellation);
}

/// <summary>Which items of the catalog are listed.</summary>
public enum CatalogShown
{
    Standing,
    Ended,
    All,
}
