using Gongkai.Platform.Accounts;
using Gongkai.Platform.Screening.Dictionary;
using Gongkai.Platform.Screening.Texts;
using Gongkai.Platform.Screening.Texts.Words;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Words;

/// <summary>The dictionary of the screening.</summary>
[Requires(Act.ManageScreeningWords)]
public sealed class IndexModel(ScreeningWordQueries words) : PageModel
{
    public const string Home = "/work/screening/words";

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public WordKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public ScreeningSeverity? Severity { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? IsOwn { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? IsDisabled { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public Page<StoredWord> Rows { get; private set; } = new([], null);

    public Listing<StoredWord> List => new("screeningWords", Home, All, Columns,
        ("text", Text?.Trim()), ("kind", Kind?.ToString()), ("severity", Severity?.ToString()), ("isOwn", Flag(IsOwn)), ("isDisabled", Flag(IsDisabled)));

    // The headings of what is taken in, so that what was given out can be taken in again.
    private static IReadOnlyList<Column<StoredWord>> All { get; } =
    [
        .. WordTable.Headings.Select((heading, index) => new Column<StoredWord>($"c{index}", heading, row => WordTable.Row(row.ToWord())[index])
        {
            IsName = index == 1, IsUsual = index is 0 or 1 or 2 or 3 or 4, Width = WordTable.Widths[index], Kind = index is 0 or 3 or 6 ? ColumnKind.Line : ColumnKind.Text,
        }),
        new("state", "状态", row => row.IsDisabled ? "停用" : "在用") { Kind = ColumnKind.Line },
        new("origin", "来源", row => row.IsBuiltIn ? "系统自带" : "本地增加") { Kind = ColumnKind.Line, IsUsual = false },
        new("changed", "最后修改", row => row.ChangedByName.Length == 0 ? "" : $"{row.ChangedAt.InBeijing():yyyy-MM-dd} {row.ChangedByName}") { IsUsual = false },
    ];

    private WordFilter Filter => new() { Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(), Kind = Kind, Severity = Severity, IsOwn = IsOwn, IsDisabled = IsDisabled };

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await words.ListAsync(Filter, HttpContext.Actor(), After, cancellation);

    /// <summary>All that the list shows, over all its pages.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind ? List.File("检查用词", kind, await words.ExportAsync(Filter, HttpContext.Actor(), cancellation)) : NotFound();

    private static string? Flag(bool? value) => value is { } set ? set ? "true" : "false" : null;
}
