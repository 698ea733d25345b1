using Gongkai.Platform.Imports;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Lists;

/// <summary>A list to be taken in: what it would do, and the button that does it.</summary>
public abstract class ListImportPage<TPlan>(IListImport<TPlan> import) : PageModel
    where TPlan : ListPlan, new()
{
    /// <summary>As many lines are shown of each part.</summary>
    public const int MostShown = 200;

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public ImportPreview<TPlan> Preview { get; private set; } = new();

    public TPlan Plan => Preview.Plan;

    public bool CanApply => Preview.Refusal is null or ImportRefusal.ChangedMeanwhile && Plan is { Unreadable: null, HasFaults: false, ChangesNothing: false };

    /// <summary>What the person has to know before anything else.</summary>
    public string? Sentence => Plan.Unreadable ?? (Preview.Refusal is { } refusal and not ImportRefusal.HasErrors ? Explain(refusal) : Plan is { ChangesNothing: true, HasFaults: false } ? Words.Same : null);

    /// <summary>The list that is filled.</summary>
    public abstract string Home { get; }

    protected abstract ImportSentences Words { get; }

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
            return Redirect($"{Home}/import/{id}");
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

        TempData.Done(Done(Plan));
        return Redirect(Home);
    }

    /// <summary>What was done, in a sentence.</summary>
    protected abstract string Done(TPlan plan);

    private string Explain(ImportRefusal refusal) => refusal switch
    {
        ImportRefusal.NotFound => "这个文件已经过期，请重新上传。",
        ImportRefusal.NotAllowed => Words.NotAllowed,
        ImportRefusal.AlreadyApplied => "这个文件已经导入过了，不会再导入一次。",
        ImportRefusal.HasErrors => "表里还有错误，没有导入。",
        ImportRefusal.ChangedMeanwhile => Words.ChangedMeanwhile,
    };
}

/// <summary>What is said of one kind of list.</summary>
/// <param name="NotAllowed">To whom may not take it in.</param>
/// <param name="Same">Where it changes nothing.</param>
/// <param name="ChangedMeanwhile">Where others changed things since the preview.</param>
public sealed record ImportSentences(string NotAllowed, string Same, string ChangedMeanwhile);
