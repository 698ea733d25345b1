using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Accounts.Administration;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Account;

[AllowAnonymous]
[DuringDuties]
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class InvitationModel(AcceptInvitation accept) : PageModel
{
    public AcceptInvitation.Welcome? Welcome { get; private set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(string secret, CancellationToken cancellation) => Welcome = await accept.FindAsync(secret, cancellation);

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var result = await accept.RunAsync(new AcceptInvitation.Command(secret, Input.Chosen!, HttpContext.Connection.RemoteIpAddress?.ToString()), cancellation);
            if (result.Refusal is null)
            {
                return RedirectToPage("/Account/Login");
            }

            ModelState.Add("Input.Chosen", result.Faults);
        }

        Welcome = await accept.FindAsync(secret, cancellation);
        return Page();
    }

    public sealed record Form
    {
        [Required(ErrorMessage = "请填密码。")]
        public string? Chosen { get; init; }

        [Compare(nameof(Chosen), ErrorMessage = "两次填的密码不一样。")]
        public string? Again { get; init; }
    }
}
