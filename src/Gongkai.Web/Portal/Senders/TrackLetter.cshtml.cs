using Gongkai.Platform.Participation.Letters;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Senders;

/// <summary>The own letter with its receipt, its way and its answer; opened with number and code.</summary>
[EnableRateLimiting(RequestLimit.Policy)]
public sealed class TrackLetterModel(OwnLetters letters, LetterCookie cookie) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Whether it was sent just now; false where it had been sent before.</summary>
    [BindProperty(SupportsGet = true)]
    public bool? Sent { get; set; }

    public OwnLetter? Own { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (cookie.Read(HttpContext) is { } key && await letters.FindAsync(key, cancellation) is { } own)
        {
            cookie.Write(HttpContext, key);
            Own = own;
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await letters.OpenAsync(Number ?? "", Code ?? "", cancellation) is { } key)
        {
            cookie.Write(HttpContext, key);
            return Redirect("/letters/track");
        }

        ModelState.AddModelError(nameof(Number), "没有查到。编号和查询码要与回执上的完全一致，请核对后再试。");
        return Page();
    }

    public IActionResult OnPostLeave()
    {
        cookie.Forget(HttpContext);
        return Redirect("/letters/track");
    }
}
