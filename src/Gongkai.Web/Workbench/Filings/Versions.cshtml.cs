using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Filings;

/// <summary>The versions of a report, and what differs between two of them or between one and the draft.</summary>
[Requires(Act.ViewFilings)]
public sealed class VersionsModel(FilingQueries filings, FilingHistoryQueries history) : PageModel
{
    public FilingSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<FilingVersionView> Versions { get; private set; } = [];

    public VersionDifference? Difference { get; private set; }

    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    /// <summary>The later version; the draft as it stands where none is given.</summary>
    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    public bool IsTheSame => Difference is { Fields.Count: 0, Sections.Count: 0 };

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        if (await filings.FindAsync(id, actor, cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Versions = await history.VersionsAsync(id, actor, cancellation) ?? [];
        if (From is { } from)
        {
            Difference = await history.DifferenceAsync(id, from, To, actor, cancellation);
            if (Difference is null)
            {
                return NotFound();
            }
        }

        return Page();
    }
}
