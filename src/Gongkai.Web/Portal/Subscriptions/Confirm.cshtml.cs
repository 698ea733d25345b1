using Gongkai.Platform.Channels.Subscriptions;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Subscriptions;

/// <summary>Where the letter leads that asks to confirm an address. A machine that only follows the link confirms nothing.</summary>
[EnableRateLimiting(RequestLimit.Policy)]
[IgnoreAntiforgeryToken]
public sealed class ConfirmModel(Subscribe subscribe) : PageModel
{
    public SubscriptionView? Found { get; private set; }

    public bool IsDone { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancellation) => Found = await subscribe.FindAsync(token, cancellation);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation)
    {
        Found = await subscribe.FindAsync(token, cancellation);
        IsDone = await subscribe.ConfirmAsync(token, cancellation);
        return Page();
    }
}
