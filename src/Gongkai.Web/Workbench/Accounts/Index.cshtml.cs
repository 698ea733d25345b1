using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Accounts;

[Requires(Act.ManageAccounts)]
public sealed class IndexModel(AccountQueries accounts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Actor Actor => HttpContext.Actor();

    public Page<AccountRow> Rows { get; private set; } = new([], null);

    public IReadOnlyList<AgencyChoice> Agencies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Agencies = await accounts.AgenciesAsync(Actor, cancellation);
        Rows = await accounts.ListAsync(new AccountFilter(Search, Role, Agency), After, Actor, cancellation);
    }

    public string Link(string? after)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in ((string, string?)[])[("search", Search), ("role", Role?.ToString()), ("agency", Agency?.ToString(CultureInfo.InvariantCulture)), ("after", after)])
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return "/work/accounts" + query;
    }
}
