using Gongkai.Platform.Accounts.SignIns;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Account;

public sealed class KeptModel(KeptForms forms) : PageModel
{
    public LostFields? Form { get; private set; }

    public async Task OnGetAsync(Guid id, CancellationToken cancellation) => Form = await forms.FindAsync(id, HttpContext.Actor(), cancellation);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        await forms.DropAsync(id, HttpContext.Actor(), cancellation);
        return LocalRedirect("/work");
    }
}
