using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Documents;

[Requires(Act.ViewDocuments)]
public sealed class IndexModel(DocumentQueries documents) : PageModel
{
    public const string Home = "/work/documents";

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public DocumentStage? Stage { get; set; }

    [BindProperty(SupportsGet = true)]
    public DocumentKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public DisclosureAttribute? Attribute { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Overdue { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public Page<DocumentRow> Rows { get; private set; } = new([], null);

    public bool MayWrite => Gate.MayAnywhere(HttpContext.Actor(), Act.WriteDocuments);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || Stage is not null || Kind is not null || Attribute is not null || Overdue || Mine;

    public Listing<DocumentRow> List => new(
        "documents", Home, DocumentColumns.All(Gate.ScopeOf(HttpContext.Actor(), Act.ViewDocuments) is { Paths.Count: > 0 } or { Agencies.Count: > 1 }), Columns,
        ("text", Text?.Trim()), ("stage", Stage?.ToString()), ("kind", Kind?.ToString()), ("attribute", Attribute?.ToString()), ("overdue", Overdue ? "true" : null), ("mine", Mine ? "true" : null));

    private DocumentFilter Filter => new() { Text = Text, Stage = Stage, Kind = Kind, Attribute = Attribute, IsOverdue = Overdue, WaitsForMe = Mine };

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await documents.ListAsync(Filter, HttpContext.Actor(), After, cancellation);

    /// <summary>All that the list shows, over all its pages.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind ? List.File("主动公开文件", kind, await documents.ExportAsync(Filter, HttpContext.Actor(), cancellation)) : NotFound();
}
