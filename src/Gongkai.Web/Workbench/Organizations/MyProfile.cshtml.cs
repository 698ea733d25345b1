using Gongkai.Platform.Accounts;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Organizations;

/// <summary>The public profile of the agency that one works in.</summary>
[Requires(Act.EditProfile)]
public sealed class MyProfileModel : PageModel
{
    public IActionResult OnGet() => Redirect($"{OrganizationForms.Home}/{HttpContext.Actor().AgencyId}/profile");
}
