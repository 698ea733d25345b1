using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Shared;

[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class StatusModel : PageModel
{
    /// <summary>From the address alone: the form that was refused may have a field of this name.</summary>
    public int Code => int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);

    public StatusText Text => Code switch
    {
        400 => new("这次提交没有被接受", "页面可能打开得太久，或者登录已经变了。请返回上一页，把填写的内容复制下来，刷新页面后再提交一次。"),
        401 => new("请先登录", "这一页只给本单位的工作人员看。请登录后再打开。") { OffersSignIn = true },
        403 => new("您没有看这一页的权限", "如果工作需要，请找本单位的系统管理员开通；也可能是选错了机关，请在页面上方切换后再试。") { OffersSignIn = true },
        404 => new("没有找到这一页", "网址可能写错了，或者内容已经移走。请核对网址，或者用上方的搜索框找一找。"),
        405 => new("这个网址不能这样打开", "请从页面上的链接或按钮进入，不要直接输入这个网址。"),
        409 => new("内容已经被别人改过", "请返回上一页刷新，看过新内容后再改。"),
        413 => new("文件太大", "请返回上一页，换一个小一些的文件，或者把文件拆开分几次上传。"),
        429 => new("操作太频繁", "请过一分钟再试。"),
        503 => new("系统正在维护", "请过几分钟再打开这一页。"),
        _ => new("这一页暂时打不开", "请过几分钟再试；如果还是不行，请联系网站管理员。"),
    };

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.StatusCode = Code;
}

public sealed record StatusText(string Title, string Next)
{
    public bool OffersSignIn { get; init; }
}
