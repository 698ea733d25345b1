using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Papers;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>一案一档: all papers and files of a case, with their list.</summary>
[Requires(Act.ViewApplicants)]
public sealed class DossierModel(RequestQueries requests, PaperQueries papers) : RequestPage(requests)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var content = new MemoryStream();
        if (!await papers.WriteDossierAsync(Row.Id, HttpContext.Actor(), content, cancellation))
        {
            return NotFound();
        }

        content.Position = 0;
        return File(content, "application/zip", $"{Row.Number} 案卷.zip");
    }
}
