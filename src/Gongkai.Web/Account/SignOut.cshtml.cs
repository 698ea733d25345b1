using Gongkai.Platform.Accounts.SignIns;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Account;

[DuringDuties]
public sealed class SignOutModel(SignOut signOut) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (User.SessionIdOrNull() is { } session)
        {
            await signOut.RunAsync(new SignOut.Command(session), HttpContext.Actor(), cancellation);
        }

        await HttpContext.SignOutAsync();
        return RedirectToPage("/Account/Login");
    }
}
