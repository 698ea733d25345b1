using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests.Redacting;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Requests.Files;

/// <summary>How a page of a file looks, for those who handle the case; kept nowhere on its way.</summary>
[Requires(Act.HandleRequests)]
public sealed class PictureModel(RedactionQueries redactions) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id, long file, int number, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        return await redactions.PictureAsync(id, file, number, HttpContext.Actor(), cancellation) is { } picture ? File(picture, "image/jpeg") : NotFound();
    }
}
