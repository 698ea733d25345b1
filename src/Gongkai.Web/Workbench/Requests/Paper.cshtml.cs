using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests.Papers;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>A paper of a case, for those who handle it.</summary>
[Requires(Act.ViewApplicants)]
public sealed class PaperModel(PaperQueries papers, Blobs blobs) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id, long paper, CancellationToken cancellation)
    {
        if (await papers.FindAsync(id, paper, HttpContext.Actor(), cancellation) is not { } found)
        {
            return NotFound();
        }

        var content = new MemoryStream();
        await blobs.CopyToAsync(found.Id, content, cancellation);
        content.Position = 0;
        return File(content, found.ContentType, found.Name);
    }
}
