using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Organizations;

/// <summary>An empty list with its headings, to be filled in and taken in.</summary>
[Requires(Act.ManageAgencies)]
public sealed class TemplateModel : PageModel
{
    public IActionResult OnGet(string extension) => ListDownload.FormatOf(extension) is { } format
        ? ListDownload.Of("机关单位模板", format, output => AgencyExport.WriteTemplate(format, output))
        : NotFound();
}
