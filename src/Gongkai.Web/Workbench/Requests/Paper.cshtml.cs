using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests.Papers;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Writing;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>A paper of a case, for those who handle it: as the Word file that it is, or printed.</summary>
[Requires(Act.ViewApplicants)]
public sealed class PaperModel(PaperQueries papers, Blobs blobs) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id, long paper, bool pdf, CancellationToken cancellation)
    {
        if (await papers.FindAsync(id, paper, HttpContext.Actor(), cancellation) is not { } found)
        {
            return NotFound();
        }

        var content = new MemoryStream();
        await blobs.CopyToAsync(found.Id, content, cancellation);
        content.Position = 0;
        return pdf ? Printed(content.ToArray(), found.Name, id) : File(content, found.ContentType, found.Name);
    }

    private IActionResult Printed(byte[] word, string name, long id)
    {
        var (printed, failure) = OfficialDocument.Print(word);
        if (printed is not null)
        {
            return File(printed, "application/pdf", Path.ChangeExtension(name, "pdf"));
        }

        TempData.Wrong($"{failure}也可以下载 Word 文件，在自己的电脑上打印。");
        return Redirect(RequestAddress.Of(id));
    }
}
