using Gongkai.Platform.Accounts;
using Gongkai.Platform.Accounts.SignIns;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Account;

public sealed class SessionsModel(SessionQueries queries, SignOut signOut, SignOutEverywhere signOutEverywhere) : PageModel
{
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg/", "Edge"), ("Firefox/", "Firefox"), ("360SE", "360 浏览器"), ("MicroMessenger", "微信"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Windows", "Windows"), ("Android", "安卓"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    public IReadOnlyList<LivingSession> Sessions { get; private set; } = [];

    public Guid? Current => User.SessionIdOrNull();

    public async Task OnGetAsync(CancellationToken cancellation) => Sessions = await queries.LivingAsync(HttpContext.Actor().AccountId, cancellation);

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancellation)
    {
        if (await signOut.RunAsync(new SignOut.Command(id), HttpContext.Actor(), cancellation) is null)
        {
            TempData.Done("那里的登录已经退出。");
        }
        else
        {
            TempData.Tell("那里的登录之前已经退出了。");
        }

        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        var result = await signOutEverywhere.RunAsync(new SignOutEverywhere.Command(actor.AccountId, Current), actor, cancellation);
        TempData.Done($"已经退出其他 {result.Ended} 处登录。");
        return RedirectToPage();
    }

    public static string BrowserName(string? agent)
    {
        var browser = Array.Find(Browsers, known => agent?.Contains(known.Mark, StringComparison.Ordinal) ?? false).Name ?? "其他浏览器";
        return Array.Find(Systems, known => agent?.Contains(known.Mark, StringComparison.Ordinal) ?? false).Name is { } system ? $"{browser}，{system}" : browser;
    }
}
