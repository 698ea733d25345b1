using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Organizations;

/// <summary>What the list or the open part of the tree shows, as a file that can be taken in again.</summary>
[Requires(Act.ManageAgencies)]
public sealed class ExportModel(AgencyQueries agencies, AgencyExport export, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ListAddress Address { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string extension, [FromQuery(Name = "in")] int? open, CancellationToken cancellation)
    {
        if (ListDownload.FormatOf(extension) is not { } format)
        {
            return NotFound();
        }

        var actor = HttpContext.Actor();
        var filter = Address.ToFilter(time.Today());
        if (open is { } id)
        {
            if (await agencies.FindAsync(id, actor, Act.ManageAgencies, cancellation) is not { } details)
            {
                return NotFound();
            }

            filter = filter with { Below = details.Path };
        }

        var output = new MemoryStream();
        await export.WriteAsync(Gate.ScopeOf(actor, Act.ManageAgencies), filter, format, output, cancellation);
        return ListDownload.Of(FormattableString.Invariant($"机关单位-{time.Today():yyyyMMdd}"), format, target => output.WriteTo(target));
    }
}
