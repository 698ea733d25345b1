using System.Globalization;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Normative;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Normative;

/// <summary>The register of 规章 and 规范性文件 as it stands on a day.</summary>
[Requires(Act.ViewDocuments)]
public sealed class IndexModel(NormativeQueries documents, TimeProvider time) : PageModel
{
    public const string Home = "/work/documents/normative";

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    /// <summary>The day that is asked about; today where none is given.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public DocumentStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public Page<NormativeRow> Rows { get; private set; } = new([], null);

    public IReadOnlyList<NormativeRow> Expiring { get; private set; } = [];

    public IReadOnlyList<ClearingUpRow> Clearings { get; private set; } = [];

    public int InForce { get; private set; }

    public DateOnly Day => On is { Year: >= 1949 and <= 2200 } day ? day : time.Today();

    public bool MayClear => Gate.MayAnywhere(HttpContext.Actor(), Act.PublishDocuments);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || Status is not null || On is not null;

    public Listing<NormativeRow> List => new("normative", Home, All(Day), Columns,
        ("text", Text?.Trim()), ("on", On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("status", Status?.ToString()));

    private NormativeFilter Filter => new() { On = Day, Status = Status, Text = Text };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        Rows = await documents.ListAsync(Filter, actor, After, cancellation);
        InForce = await documents.InForceAsync(Filter, actor, cancellation);
        Expiring = await documents.ExpiringAsync(Filter, actor, cancellation);
        Clearings = await documents.ClearingsAsync(actor, cancellation);
    }

    /// <summary>All that the list shows, over all its pages.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind
            ? List.File(FormattableString.Invariant($"规范性文件{Day:yyyyMMdd}"), kind, await documents.ExportAsync(Filter, HttpContext.Actor(), cancellation))
            : NotFound();

    private static IReadOnlyList<Column<NormativeRow>> All(DateOnly day) =>
    [
        new("number", "文号", row => row.Number) { Kind = ColumnKind.Line, Width = 24 },
        new("title", "标题", row => row.Title) { IsName = true, Width = 48 },
        new("made", "成文", row => Of(row.MadeOn)) { Kind = ColumnKind.Line },
        new("effective", "施行", row => Of(row.EffectiveOn)) { Kind = ColumnKind.Line },
        new("expires", "有效期至", row => Of(row.ExpiresOn)) { Kind = ColumnKind.Line },
        new("status", "有效性", row => DocumentWords.Of(row.On(day))) { Kind = ColumnKind.Line },
        new("agency", "机关", row => row.AgencyName) { IsUsual = false, Width = 24 },
        new("kind", "体裁", row => DocumentWords.Of(row.Kind)) { IsUsual = false, Width = 18 },
        new("amended", "修改", row => Of(row.AmendedOn)) { IsUsual = false, Kind = ColumnKind.Line },
        new("repealed", "废止", row => Of(row.RepealedOn)) { IsUsual = false, Kind = ColumnKind.Line },
        new("changedBy", "修改、废止的依据", row => row.ChangedBy ?? "") { IsUsual = false, Width = 32 },
    ];

    private static string Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
