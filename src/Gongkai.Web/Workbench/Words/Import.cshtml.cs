using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Platform.Screening.Dictionary;
using Gongkai.Platform.Screening.Texts.Words;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Words;

/// <summary>A list of words: what it would change, and the button that does it.</summary>
[Requires(Act.ManageScreeningWords)]
[RequestSizeLimit(ScreeningWordImport.MostBytes + 1_000_000)]
public sealed class ImportModel(ScreeningWordImport import) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public ScreeningWordImport.Preview Preview { get; private set; } = new();

    /// <summary>What the person has to know before anything else.</summary>
    public string? Sentence => Preview.Plan.Unreadable
        ?? (Preview.Refusal is { } refusal and not ImportRefusal.HasErrors ? Explain(refusal) : Preview.Plan is { ChangesNothing: true, Faults.Count: 0 } ? "表里的内容和词库完全一样，不用导入。" : null);

    public static string Line(ScreeningWord word) => string.Join('，', WordTable.Row(word).Where((cell, index) => index != 1 && cell.Length > 0));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Id is { } id)
        {
            Preview = await import.AgainAsync(id, HttpContext.Actor(), cancellation);
            return Preview.Refusal is ImportRefusal.NotFound or ImportRefusal.NotAllowed ? NotFound() : Page();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Id = null;
        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), "请选择 Excel 或 CSV 文件。");
            return Page();
        }

        using var content = new MemoryStream();
        await Upload.CopyToAsync(content, cancellation);
        var preview = await import.PreviewAsync(Path.GetFileName(Upload.FileName), content.ToArray(), HttpContext.Actor(), cancellation);
        if (preview.Id is { } id)
        {
            return Redirect($"{IndexModel.Home}/import/{id}");
        }

        ModelState.AddModelError(nameof(Upload), preview.Plan.Unreadable ?? Explain(preview.Refusal!.Value));
        return Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(string? hash, CancellationToken cancellation)
    {
        if (Id is not { } id)
        {
            return NotFound();
        }

        Preview = await import.ApplyAsync(id, hash ?? "", HttpContext.Actor(), cancellation);
        if (Preview.Refusal is ImportRefusal.NotFound or ImportRefusal.NotAllowed)
        {
            return NotFound();
        }

        if (Preview.Refusal is not null)
        {
            return Page();
        }

        TempData.Done($"已经导入：新增 {Preview.Plan.Added.Count} 个，改动 {Preview.Plan.Changed.Count} 个。");
        return Redirect(IndexModel.Home);
    }

    private static string Explain(ImportRefusal refusal) => refusal switch
    {
        ImportRefusal.NotFound => "这个文件已经过期，请重新上传。",
        ImportRefusal.NotAllowed => "您不能导入检查用词，请联系主管部门。",
        ImportRefusal.AlreadyApplied => "这个文件已经导入过了，不会再导入一次。",
        ImportRefusal.HasErrors => "表里还有错误，没有导入。",
        ImportRefusal.TreeChanged => "您核对以后词库又有变化，下面是现在会改动的内容，请再核对一次。",
    };
}
