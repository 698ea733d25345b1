using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>A file of a case, for those who may see it; always to be saved, never shown in the page.</summary>
[Requires(Act.ViewRequests)]
public sealed class DownloadModel(RequestFiles files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id, long file, CancellationToken cancellation)
    {
        if (await files.FindAsync(id, file, HttpContext.Actor(), cancellation) is not { } found)
        {
            return NotFound();
        }

        var content = new MemoryStream();
        await files.CopyToAsync(found, content, cancellation);
        content.Position = 0;
        return File(content, found.ContentType, found.Name);
    }
}
