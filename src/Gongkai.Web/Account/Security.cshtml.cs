using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Account;

[DuringDuties]
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class SecurityModel(EnrolSecondFactor enrol, ChangeSecondFactor change) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public EnrolSecondFactor.Offer? Offer { get; private set; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public int CodesLeft { get; private set; }

    public bool IsRequired => HttpContext.SignedInOrNull()!.NeedsSecondFactor;

    public string SpacedKey => string.Join(' ', Offer!.Key.Chunk(4).Select(part => new string(part)));

    public HtmlString QrCode => QrDrawing.Of(Offer!.Address, "二维码，用手机验证器扫描");

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostEnrolAsync(CancellationToken cancellation)
    {
        var result = await enrol.RunAsync(new EnrolSecondFactor.Command(Code ?? ""), HttpContext.Actor(), cancellation);
        switch (result.Refusal)
        {
            case null:
                RecoveryCodes = result.RecoveryCodes;
                return Page();
            case EnrolSecondFactor.Refusal.WrongCode:
                ModelState.AddModelError(nameof(Code), "验证码不对。请确认手机的时间是准的，再填最新的 6 位数字。");
                break;
            case EnrolSecondFactor.Refusal.AlreadyThere:
                break;
        }

        await LoadAsync(cancellation);
        return Page();
    }

    public Task<IActionResult> OnPostCodesAsync(CancellationToken cancellation) => ChangeAsync(SecondFactorChange.NewCodes, cancellation);

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation) => ChangeAsync(SecondFactorChange.Remove, cancellation);

    private async Task<IActionResult> ChangeAsync(SecondFactorChange what, CancellationToken cancellation)
    {
        var result = await change.RunAsync(new ChangeSecondFactor.Command(what, Password ?? ""), HttpContext.Actor(), cancellation);
        switch (result.Refusal)
        {
            case null when what == SecondFactorChange.NewCodes:
                RecoveryCodes = result.RecoveryCodes;
                return Page();
            case null:
                TempData.Done("二次验证已停用。");
                return RedirectToPage("/Account/Index");
            case ChangeSecondFactor.Refusal.WrongPassword:
                ModelState.AddModelError(nameof(Password), "密码不对，请重新填写。");
                break;
            case ChangeSecondFactor.Refusal.Locked:
                ModelState.AddModelError(nameof(Password), "错误次数太多，账号已锁定 15 分钟，请稍后再试。");
                break;
            case ChangeSecondFactor.Refusal.NoneThere:
                break;
        }

        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Offer = await enrol.OfferAsync(HttpContext.Actor(), cancellation);
        CodesLeft = Offer is null ? await enrol.CodesLeftAsync(HttpContext.Actor(), cancellation) : 0;
    }
}
