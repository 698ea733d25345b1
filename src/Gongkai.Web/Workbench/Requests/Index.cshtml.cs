using Gongkai.Platform.Accounts;
using Gongkai.Platform.Calendars;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>The requests within reach: the open ones by their day, or all by when they came.</summary>
[Requires(Act.ViewRequests)]
public sealed class IndexModel(RequestQueries requests, Calendars calendars, TimeProvider time) : PageModel
{
    public Page<ListedRequest> Rows { get; private set; } = new([], null);

    [BindProperty(SupportsGet = true)]
    public ListAddress Address { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public bool MayRegister => Gate.MayAnywhere(HttpContext.Actor(), Act.HandleRequests);

    public bool MaySign => Gate.MayAnywhere(HttpContext.Actor(), Act.SignRequests);

    public bool MayHandOver => Gate.MayAnywhere(HttpContext.Actor(), Act.ViewApplicants);

    public Listing<ListedRequest> List => new("requests", RequestAddress.Home, RequestColumns.All(IsWide), Columns, Address.Pairs);

    private bool IsWide => Gate.ScopeOf(HttpContext.Actor(), Act.ViewRequests) is { Paths.Count: > 0 } or { Agencies.Count: > 1 };

    private RequestFilter Filter => Address.ToFilter(HttpContext.Actor().AccountId, time.Today());

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var found = await requests.ListAsync(Filter, HttpContext.Actor(), After, cancellation);
        Rows = new Page<ListedRequest>(await ListedAsync(found.Items, cancellation), found.Next);
    }

    /// <summary>All that the list shows, over all its pages.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind
            ? List.File("依申请公开", kind, await ListedAsync(await requests.ExportAsync(Filter, HttpContext.Actor(), cancellation), cancellation))
            : NotFound();

    private async Task<List<ListedRequest>> ListedAsync(IReadOnlyList<RequestRow> rows, CancellationToken cancellation)
    {
        var listed = new List<ListedRequest>(rows.Count);
        foreach (var row in rows)
        {
            var (light, words) = RequestLooks.Of(row, await calendars.OfAsync(row.AgencyId, cancellation), time.Today());
            listed.Add(new ListedRequest(row, light, words));
        }

        return listed;
    }
}
