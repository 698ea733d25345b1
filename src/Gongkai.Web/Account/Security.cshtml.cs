using System.Text;
using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using QRCoder;

namespace Gongkai.Web.Account;

[DuringDuties]
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class SecurityModel(EnrolSecondFactor enrol, ChangeSecondFactor change) : PageModel
{
    private const int QuietZone = 4;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public EnrolSecondFactor.Offer? Offer { get; private set; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public int CodesLeft { get; private set; }

    public bool IsRequired => HttpContext.SignedInOrNull()!.NeedsSecondFactor;

    public string SpacedKey => string.Join(' ', Offer!.Key.Chunk(4).Select(part => new string(part)));

    /// <summary>The QR code as one path, so that it needs no style of its own.</summary>
    public HtmlString QrCode
    {
        get
        {
            var modules = QRCodeGenerator.GenerateQrCode(Offer!.Address, QRCodeGenerator.ECCLevel.M).ModuleMatrix;
            var path = new StringBuilder();
            for (var row = 0; row < modules.Count; row++)
            {
                for (var column = 0; column < modules[row].Count; column++)
                {
                    path.Append(modules[row][column] ? FormattableString.Invariant($"M{column},{row}h1v1h-1z") : "");
                }
            }

            var size = modules.Count + (QuietZone * 2);
            return new HtmlString(FormattableString.Invariant(
                $"""<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="二维码，用手机验证器扫描" width="240" height="240" viewBox="{-QuietZone} {-QuietZone} {size} {size}" shape-rendering="crispEdges"><path fill="#fff" d="M{-QuietZone},{-QuietZone}h{size}v{size}h-{size}z"/><path fill="#000" d="{path}"/></svg>"""));
        }
    }

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
