using Gongkai.Platform.Accounts;
using Gongkai.Platform.Ledgers;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Ledgers;

/// <summary>A table of acts: what it would add, and the button that does it.</summary>
[Requires(Act.KeepLedgers)]
[RequestSizeLimit(LedgerImport.MostBytes + 1_000_000)]
public sealed class ImportModel(LedgerImport import) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public LedgerImport.Preview Preview { get; private set; } = new();

    public string AgencyName => HttpContext.Actor().Posts.FirstOrDefault(post => post.AgencyId == HttpContext.Actor().AgencyId)?.AgencyName ?? "";

    /// <summary>What the person has to know before anything else.</summary>
    public string? Sentence => Preview.Plan.Unreadable
        ?? (Preview.Refusal is { } refusal and not ImportRefusal.HasErrors ? Explain(refusal) : Preview.Plan is { Added.Count: 0, Faults.Count: 0 } ? "表里的记录台账里都有了，不用导入。" : null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Id is { } id)
        {
            Preview = await import.AgainAsync(id, HttpContext.Actor(), cancellation);
            return Preview.Refusal is ImportRefusal.NotFound or ImportRefusal.NotAllowed ? NotFound() : Page();
        }

        return Page();
    }

    /// <summary>An empty table with the columns.</summary>
    public IActionResult OnGetTemplate() => ListDownload.Of("台账模板", ListFormat.Xlsx, [.. ActTable.Widths], [ActTable.Headings]);

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

        TempData.Done($"已经导入：新增 {Preview.Plan.Added.Count} 件，原来就有 {Preview.Plan.Known.Count} 件。");
        return Redirect(IndexModel.Home);
    }

    private static string Explain(ImportRefusal refusal) => refusal switch
    {
        ImportRefusal.NotFound => "这个文件已经过期，请重新上传。",
        ImportRefusal.NotAllowed => "您的岗位不能登记这个机关的台账；在右上角换到您任信息员的机关再试。",
        ImportRefusal.AlreadyApplied => "这个文件已经导入过了，不会再导入一次。",
        ImportRefusal.HasErrors => "表里还有错误，没有导入。",
        ImportRefusal.TreeChanged => "您核对以后台账又有变化，下面是现在会新增的内容，请再核对一次。",
    };
}
