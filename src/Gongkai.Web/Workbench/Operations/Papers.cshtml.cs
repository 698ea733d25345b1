using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests.Papers;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Operations;

[Requires(Act.Operate)]
[RequestSizeLimit(Largest + (64 * 1024))]
public sealed class PapersModel(ChangeTemplate change) : PageModel
{
    private const int Largest = 5 * 1024 * 1024;

    public IReadOnlyDictionary<Paper, PaperTemplate> Own { get; private set; } = new Dictionary<Paper, PaperTemplate>();

    /// <summary>What is wrong with the file that was just sent.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    public Paper? Wrong { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => Own = await change.OwnAsync(cancellation);

    public async Task<IActionResult> OnGetFileAsync(Paper paper, CancellationToken cancellation) => Enum.IsDefined(paper)
        ? File(await change.ReadAsync(paper, cancellation), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"{PaperWords.Of(paper)}模板.docx")
        : NotFound();

    public async Task<IActionResult> OnPostAsync(Paper paper, IFormFile? file, CancellationToken cancellation)
    {
        if (!Enum.IsDefined(paper))
        {
            return NotFound();
        }

        if (file is null || file.Length == 0)
        {
            (Wrong, Faults) = (paper, ["请选择一个 Word 文件（.docx）。"]);
        }
        else
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellation);
            (Wrong, Faults) = (paper, await change.RunAsync(paper, content.ToArray(), Path.GetFileName(file.FileName), HttpContext.Actor(), cancellation));
        }

        if (Faults.Count == 0)
        {
            TempData.Done($"“{PaperWords.Of(paper)}”的模板已经更换，以后制作的文书都用它。");
            return RedirectToPage();
        }

        Own = await change.OwnAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostResetAsync(Paper paper, CancellationToken cancellation)
    {
        if (await change.ResetAsync(paper, HttpContext.Actor(), cancellation))
        {
            TempData.Done($"“{PaperWords.Of(paper)}”已恢复自带的模板。");
        }

        return RedirectToPage();
    }
}
