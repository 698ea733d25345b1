using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Organizations;

/// <summary>What an uploaded list would do to the tree, and the button that does it.</summary>
[Requires(Act.ManageAgencies)]
public sealed class ImportPreviewModel(AgencyImport import) : PageModel
{
    public const int MostShown = 200;

    public AgencyImport.Preview Preview { get; private set; } = new();

    public bool CanApply => Preview.Refusal is null or ImportRefusal.TreeChanged && Preview.Unreadable is null && Preview.Plan.Errors.Count == 0 && !Preview.Plan.ChangesNothing;

    /// <summary>What the person has to know before anything else.</summary>
    public string? Sentence => Preview.Unreadable
        ?? (Preview.Refusal is { } refusal and not ImportRefusal.HasErrors ? Explain(refusal)
            : Preview.Plan is { ChangesNothing: true, Errors.Count: 0 } ? "表里的内容和现有的完全一样，不用导入。"
            : null);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnGetErrorsAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        IEnumerable<IReadOnlyList<string>> rows = Preview.Plan.Errors.Select(error =>
            (string[])[error.Row.ToString(CultureInfo.InvariantCulture), error.Field is { } field ? AgencyWords.Of(field) : "", error.Message]);
        return ListDownload.Of("导入错误", ListFormat.Xlsx, [8, 20, 80], rows.Prepend(["行", "栏目", "问题和改法"]));
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string hash, CancellationToken cancellation)
    {
        Preview = await import.ApplyAsync(new AgencyImport.Command(id, hash ?? ""), HttpContext.Actor(), cancellation);
        if (Preview.Refusal is ImportRefusal.NotFound or ImportRefusal.NotAllowed)
        {
            return NotFound();
        }

        if (Preview.Refusal is not null || Preview.Unreadable is not null)
        {
            return Page();
        }

        TempData.Done($"已经导入：新增 {Preview.Plan.Added.Count} 个，改动 {Preview.Plan.Changed.Count} 个。");
        return Redirect(OrganizationForms.Home);
    }

    public static string Explain(ImportRefusal refusal) => refusal switch
    {
        ImportRefusal.NotFound => "这个文件已经过期，请重新上传。",
        ImportRefusal.NotAllowed => "您不能导入机关单位，请联系系统管理员。",
        ImportRefusal.AlreadyApplied => "这个文件已经导入过了，不会再导入一次。",
        ImportRefusal.HasErrors => "表里还有错误，没有导入。",
        ImportRefusal.TreeChanged => "您核对以后机关单位又有变化，下面是现在会改动的内容，请再核对一次。",
    };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        Preview = await import.AgainAsync(id, HttpContext.Actor(), cancellation);
        return Preview.Refusal is not (ImportRefusal.NotFound or ImportRefusal.NotAllowed);
    }
}
