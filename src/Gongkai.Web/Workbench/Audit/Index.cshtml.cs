using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Audit;

[Requires(Platform.Accounts.Act.ReadAudit)]
public sealed class IndexModel(AuditQueries audit) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    /// <summary>Not named <c>action</c>, which routing keeps for itself.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Act { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public AuditFilter Filter => new() { AgencyId = Agency, Person = Person, Action = Act, Subject = Subject, From = From, To = To };

    public Page<AuditRow> Rows { get; private set; } = new([], null);

    public IReadOnlyList<AgencyChoice> Agencies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Agencies = await audit.AgenciesAsync(HttpContext.Actor(), cancellation);
        Rows = await audit.ListAsync(Filter, Before, HttpContext.Actor(), cancellation);
    }

    public string Link(string path, string? before)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in ((string, string?)[])
                 [
                     ("agency", Agency?.ToString(CultureInfo.InvariantCulture)), ("person", Person), ("act", Act), ("subject", Subject),
                     ("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("before", before),
                 ])
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return path + query;
    }

    public string SubjectLink(string subject) => "/work/audit" + new QueryBuilder { { "subject", subject } };
}
