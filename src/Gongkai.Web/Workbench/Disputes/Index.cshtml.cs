using Gongkai.Law.Disputes;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Disputes;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Disputes;

[Requires(Act.ViewRequests)]
public sealed class IndexModel(DisputeQueries disputes) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public DisputeKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? IsOpen { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public Page<DisputeRow> Rows { get; private set; } = new([], null);

    public bool MayOpen => Gate.MayAnywhere(HttpContext.Actor(), Act.HandleRequests);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || Kind is not null || IsOpen is not null;

    public Listing<DisputeRow> List => new(
        "disputes", "/work/disputes", DisputeColumns.All(Gate.ScopeOf(HttpContext.Actor(), Act.ViewRequests) is { Paths.Count: > 0 } or { Agencies.Count: > 1 }), Columns,
        ("text", Text?.Trim()), ("kind", Kind?.ToString()), ("isOpen", IsOpen is { } open ? open ? "true" : "false" : null));

    private DisputeFilter Filter => new() { Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(), Kind = Kind, IsOpen = IsOpen };

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await disputes.ListAsync(Filter, HttpContext.Actor(), After, cancellation);

    /// <summary>All that the list shows, over all its pages.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind ? List.File("复议诉讼", kind, await disputes.ExportAsync(Filter, HttpContext.Actor(), cancellation)) : NotFound();
}
