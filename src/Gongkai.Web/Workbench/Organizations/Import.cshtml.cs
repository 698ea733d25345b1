using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Organizations;

[Requires(Act.ManageAgencies)]
[RequestSizeLimit(AgencyImport.MostBytes + 1_000_000)]
public sealed class ImportModel(AgencyImport import) : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), "请选择 Excel 或 CSV 文件。");
            return Page();
        }

        using var content = new MemoryStream();
        await Upload.CopyToAsync(content, cancellation);
        var preview = await import.PreviewAsync(new AgencyImport.Upload(Path.GetFileName(Upload.FileName), content.ToArray()), HttpContext.Actor(), cancellation);
        if (preview.Id is { } id)
        {
            return Redirect($"{OrganizationForms.Home}/import/{id}");
        }

        ModelState.AddModelError(nameof(Upload), preview.Unreadable ?? ImportPreviewModel.Explain(preview.Refusal!.Value));
        return Page();
    }
}
