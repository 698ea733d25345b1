using Gongkai.Platform.Accounts;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Accounts;

[Requires(Act.ManageAccounts)]
public sealed class SecondFactorModel(SecondFactorPolicy policy) : PageModel
{
    public IReadOnlyList<Role> Required { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Required = await policy.RolesAsync(cancellation);
        return SecondFactorPolicy.MayChange(HttpContext.Actor()) ? Page() : Forbid();
    }

    public async Task<IActionResult> OnPostAsync(List<Role> roles, CancellationToken cancellation)
    {
        if (await policy.RunAsync(new SecondFactorPolicy.Command(roles), HttpContext.Actor(), cancellation) is SecondFactorPolicy.Refusal.NotAllowed)
        {
            return Forbid();
        }

        TempData.Done("二次验证要求已保存。");
        return RedirectToPage();
    }
}
