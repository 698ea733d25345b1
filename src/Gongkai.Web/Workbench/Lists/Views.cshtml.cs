using Gongkai.Platform.Accounts.Views;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Gongkai.Web.Workbench.Lists;

/// <summary>Where the forms of _ListBar go, open to everyone who works in the program, for the own views; it leads back to the list.</summary>
public sealed class ViewsModel : PageModel
{
    private const string Home = "/work";

    /// <summary>Shows the chosen columns of a list.</summary>
    public IActionResult OnGet(string? back, string[] columns) =>
        Url.IsLocalUrl(back) ? LocalRedirect(columns.Length == 0 ? back : QueryHelpers.AddQueryString(back, "columns", string.Join(',', columns)).Replace("%2C", ",", StringComparison.Ordinal)) : Redirect(Home);

    public async Task<IActionResult> OnPostSaveAsync(string? list, string? name, string? query, string? back, [FromServices] SaveView save, CancellationToken cancellation)
    {
        switch (await save.RunAsync(new SaveView.Command(list ?? "", name ?? "", query ?? ""), HttpContext.Actor(), cancellation))
        {
            case null:
                TempData.Done($"已存为视图“{name!.Trim()}”，以后从“视图”里打开。");
                break;
            case SaveView.Refusal.NameWrong:
                TempData.Wrong($"视图没有保存：请起一个 {SaveView.LongestName} 个字以内的名字。");
                break;
            case SaveView.Refusal.TooMany:
                TempData.Wrong($"视图没有保存：一个列表最多存 {SaveView.MostOfAList} 个视图，请先删去不用的。");
                break;
            case SaveView.Refusal.NotAList:
                TempData.Wrong("视图没有保存：筛选条件太长，请减少一些再存。");
                break;
        }

        return Back(back);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, string? back, [FromServices] RemoveView remove, CancellationToken cancellation)
    {
        if (await remove.RunAsync(new RemoveView.Command(id), HttpContext.Actor(), cancellation))
        {
            TempData.Done("视图已经删去，列表里的内容没有变。");
        }

        return Back(back);
    }

    private RedirectResult Back(string? back) => Redirect(Url.IsLocalUrl(back) ? back : Home);
}
