using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Accounts.SignIns;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Account;

[AllowAnonymous]
[DuringDuties]
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class LoginModel(SignIn signIn) : PageModel
{
    public const string TicketCookie = "gongkai-second";
    private const string Home = "/work";

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Lost { get; set; }

    public bool IsKept => Next?.StartsWith("/account/kept/", StringComparison.Ordinal) ?? false;

    public IActionResult OnGet() => HttpContext.SignedInOrNull() is null ? Page() : LocalRedirect(Target(Url, Next));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var command = new SignIn.Command(Input.UserName!, Input.Password!, HttpContext.Connection.RemoteIpAddress?.ToString(), Request.Headers.UserAgent);
        var result = await signIn.RunAsync(command, cancellation);
        if (result.Refusal is { } refusal)
        {
            ModelState.AddModelError("Input.UserName", SignInWords.Of(refusal, result.LockedUntil));
            return Page();
        }

        if (result.SecondFactorTicket is { } ticket)
        {
            Response.Cookies.Append(TicketCookie, ticket, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = Request.IsHttps, Path = "/account", MaxAge = TimeSpan.FromMinutes(10) });
            return RedirectToPage("/Account/SecondFactor", new { Next });
        }

        await SessionCookie.SignInAsync(HttpContext, result.SessionId!.Value);
        return result.MustChangePassword ? RedirectToPage("/Account/Password", new { Next }) : LocalRedirect(Target(Url, Next));
    }

    /// <summary>Where a person goes after signing in: never to another site.</summary>
    public static string Target(IUrlHelper url, string? next) => next is not null && url.IsLocalUrl(next) ? next : Home;

    public sealed record Form
    {
        [Required(ErrorMessage = "请填用户名。")]
        public string? UserName { get; init; }

        [Required(ErrorMessage = "请填密码。")]
        public string? Password { get; init; }
    }
}
