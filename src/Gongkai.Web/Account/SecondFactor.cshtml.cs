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
public sealed class SecondFactorModel(SecondFactor secondFactor) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "请填验证码。")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Recovery { get; set; }

    public IActionResult OnGet() => Request.Cookies.ContainsKey(LoginModel.TicketCookie) ? Page() : RedirectToPage("/Account/Login", new { Next });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var ticket = Request.Cookies[LoginModel.TicketCookie] ?? "";
        var command = new SecondFactor.Command(ticket, Code!, Recovery, HttpContext.Connection.RemoteIpAddress?.ToString(), Request.Headers.UserAgent);
        var result = await secondFactor.RunAsync(command, cancellation);
        if (result.Refusal is { } refusal)
        {
            ModelState.AddModelError(nameof(Code), SignInWords.Of(refusal, result.LockedUntil));
            return Page();
        }

        Response.Cookies.Delete(LoginModel.TicketCookie, new CookieOptions { Path = "/account" });
        await SessionCookie.SignInAsync(HttpContext, result.SessionId!.Value);
        return LocalRedirect(LoginModel.Target(Url, Next));
    }
}
