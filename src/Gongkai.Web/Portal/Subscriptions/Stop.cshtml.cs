using Gongkai.Platform.Channels.Subscriptions;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Subscriptions;

/// <summary>Where the links in letters lead that end a subscription; mail programs post here by themselves (RFC 8058), so that the address alone is the proof.</summary>
[EnableRateLimiting(RequestLimit.Policy)]
[IgnoreAntiforgeryToken]
public sealed class StopModel(Subscribe subscribe) : PageModel
{
    public SubscriptionView? Found { get; private set; }

    public bool IsDone { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancellation) => Found = await subscribe.FindAsync(token, cancellation);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation)
    {
        Found = await subscribe.FindAsync(token, cancellation);
        await subscribe.StopAsync(token, cancellation);
        IsDone = true;
        return Page();
    }
}
