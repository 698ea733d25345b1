using Gongkai.Platform.Channels.Subscriptions;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Subscriptions;

/// <summary>Where a link in a letter leads: its address alone is the proof, and following it only shows what a button then does.</summary>
[EnableRateLimiting(RequestLimit.Policy)]
[IgnoreAntiforgeryToken]
public abstract class LetterPage(Subscribe subscribe) : PageModel
{
    public SubscriptionView? Found { get; private set; }

    public bool IsDone { get; private set; }

    protected Subscribe Subscribe => subscribe;

    public async Task OnGetAsync(string token, CancellationToken cancellation) => Found = await subscribe.FindAsync(token, cancellation);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation)
    {
        Found = await subscribe.FindAsync(token, cancellation);
        IsDone = await DoAsync(token, cancellation);
        return Page();
    }

    protected abstract Task<bool> DoAsync(string token, CancellationToken cancellation);
}
