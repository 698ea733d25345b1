using Gongkai.Platform.Accounts;
using Gongkai.Platform.Accounts.SignIns;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Account;

public sealed class SwitchAgencyModel(SwitchAgency switchAgency) : PageModel
{
    public IEnumerable<HeldPost> Agencies => HttpContext.Actor().Posts.DistinctBy(post => post.AgencyId);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(int agency, string? returnUrl, CancellationToken cancellation)
    {
        if (await switchAgency.RunAsync(new SwitchAgency.Command(User.SessionIdOrNull()!.Value, agency), HttpContext.Actor(), cancellation) is SwitchAgency.Refusal.NoPostThere)
        {
            TempData.Wrong("您在那个机关没有岗位，没有切换。");
        }

        return LocalRedirect(LoginModel.Target(Url, returnUrl));
    }
}
