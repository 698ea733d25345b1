using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Reports;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Filings;

/// <summary>A version of a report as it stood.</summary>
[Requires(Act.ViewFilings)]
public sealed class VersionModel(FilingHistoryQueries history) : PageModel
{
    public int Id { get; private set; }

    public AnnualReport Report { get; private set; } = null!;

    public FilingVersionView Version { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, int number, CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        if (await history.ReportAsync(id, number, actor, cancellation) is not { } report || await history.VersionsAsync(id, actor, cancellation) is not { } versions)
        {
            return NotFound();
        }

        (Id, Report, Version) = (id, report, versions.Single(version => version.Number == number));
        return Page();
    }
}
