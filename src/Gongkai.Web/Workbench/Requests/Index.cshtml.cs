using Gongkai.Platform.Accounts;
using Gongkai.Platform.Calendars;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>The requests within reach: the open ones by their day, or all by when they came.</summary>
[Requires(Act.ViewRequests)]
public sealed class IndexModel(RequestQueries requests, Calendars calendars, TimeProvider time) : PageModel
{
    private readonly Dictionary<long, (Light Light, string Words)> looks = [];

    public Page<RequestRow> Rows { get; private set; } = new([], null);

    [BindProperty(SupportsGet = true)]
    public ListAddress Address { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public DateOnly Today => time.Today();

    public bool MayRegister => Gate.MayAnywhere(HttpContext.Actor(), Act.HandleRequests);

    public bool MaySign => Gate.MayAnywhere(HttpContext.Actor(), Act.SignRequests);

    public bool MayHandOver => Gate.MayAnywhere(HttpContext.Actor(), Act.ViewApplicants);

    /// <summary>Whether cases of several agencies can stand in the list.</summary>
    public bool IsWide => Gate.ScopeOf(HttpContext.Actor(), Act.ViewRequests) is { Paths.Count: > 0 } or { Agencies.Count: > 1 };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        Rows = await requests.ListAsync(Address.ToFilter(actor.AccountId, Today), actor, After, cancellation);
        foreach (var row in Rows.Items)
        {
            looks[row.Id] = RequestLooks.Of(row, await calendars.OfAsync(row.AgencyId, cancellation), Today);
        }
    }

    public (Light Light, string Words) LookOf(RequestRow row) => looks[row.Id];
}
