using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Account;

[DuringDuties]
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class PasswordModel(ChangePassword changePassword) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    public bool IsForced => HttpContext.SignedInOrNull()!.MustChangePassword;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await changePassword.RunAsync(new ChangePassword.Command(Input.Current!, Input.Chosen!, User.SessionIdOrNull()), HttpContext.Actor(), cancellation);
        switch (result.Refusal)
        {
            case null:
                TempData.Done("密码已修改。");
                return LocalRedirect(LoginModel.Target(Url, Next ?? "/account"));
            case ChangePassword.Refusal.WrongPassword:
                ModelState.AddModelError("Input.Current", "现在的密码不对，请重新填写。");
                break;
            case ChangePassword.Refusal.Locked:
                ModelState.AddModelError("Input.Current", "错误次数太多，账号已锁定 15 分钟，请稍后再试。");
                break;
            case ChangePassword.Refusal.NotGoodEnough:
                ModelState.Add("Input.Chosen", result.Faults);
                break;
        }

        return Page();
    }

    public sealed record Form
    {
        [Required(ErrorMessage = "请填现在的密码。")]
        public string? Current { get; init; }

        [Required(ErrorMessage = "请填新密码。")]
        public string? Chosen { get; init; }

        [Compare(nameof(Chosen), ErrorMessage = "两次填的新密码不一样。")]
        public string? Again { get; init; }
    }
}
