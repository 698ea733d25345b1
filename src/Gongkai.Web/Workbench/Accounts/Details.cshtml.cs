using Gongkai.Platform.Accounts;
using Gongkai.Platform.Accounts.Administration;
using Gongkai.Platform.Accounts.SignIns;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Accounts;

[Requires(Act.ManageAccounts)]
public sealed class DetailsModel(AccountQueries accounts) : PageModel
{
    public AccountDetails Account { get; private set; } = null!;

    public IReadOnlyList<AgencyChoice> Agencies { get; private set; } = [];

    public ShownLink? Link { get; private set; }

    public bool IsOneself => Account.Id == HttpContext.Actor().AccountId;

    [BindProperty]
    public PostForm Post { get; set; } = new();

    public bool MayChange(PostRow post) => !IsOneself && Gate.May(HttpContext.Actor(), Act.ManageAccounts, post.Path);

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => ShowAsync(id, cancellation);

    public async Task<IActionResult> OnPostAddPostAsync(Guid id, [FromServices] AddPost addPost, CancellationToken cancellation)
    {
        if (Post is not { AgencyId: { } agencyId, Role: { } role })
        {
            ModelState.AddModelError("Post.AgencyId", "请选择机关和角色。");
            return await ShowAsync(id, cancellation);
        }

        var result = await addPost.RunAsync(new AddPost.Command(id, agencyId, role, Post.From, Post.To), HttpContext.Actor(), cancellation);
        return await AnswerAsync(id, "岗位已经增加。", result.Refusal is { } refusal ? AccountWords.Of(refusal, result.Fault) : null, cancellation);
    }

    public async Task<IActionResult> OnPostEndPostAsync(Guid id, int postId, [FromServices] EndPost endPost, CancellationToken cancellation) =>
        await AnswerAsync(id, "岗位已经结束。", await endPost.RunAsync(new EndPost.Command(postId, null), HttpContext.Actor(), cancellation) is { } refusal ? AccountWords.Of(refusal) : null, cancellation);

    public async Task<IActionResult> OnPostDisableAsync(Guid id, [FromServices] DisableAccount disable, CancellationToken cancellation) =>
        await AnswerAsync(id, "账号已停用。", await disable.RunAsync(new DisableAccount.Command(id), HttpContext.Actor(), cancellation) is { } refusal ? AccountWords.Of(refusal) : null, cancellation);

    public async Task<IActionResult> OnPostEnableAsync(Guid id, [FromServices] EnableAccount enable, CancellationToken cancellation) =>
        await AnswerAsync(id, "账号已重新启用。", await enable.RunAsync(new EnableAccount.Command(id), HttpContext.Actor(), cancellation) is { } refusal ? AccountWords.Of(refusal) : null, cancellation);

    public async Task<IActionResult> OnPostSignOutAsync(Guid id, [FromServices] SignOutEverywhere signOut, CancellationToken cancellation)
    {
        var result = await signOut.RunAsync(new SignOutEverywhere.Command(id, null), HttpContext.Actor(), cancellation);
        return await AnswerAsync(id, $"已退出 {result.Ended} 处登录。", result.Refusal is null ? null : AccountWords.Of(AccountRefusal.NotAllowed), cancellation);
    }

    public async Task<IActionResult> OnPostResetAsync(Guid id, bool secondFactorToo, [FromServices] ResetPassword reset, CancellationToken cancellation)
    {
        var result = await reset.RunAsync(new ResetPassword.Command(id, secondFactorToo), HttpContext.Actor(), cancellation);
        ModelState.Clear();
        if (result.Refusal is { } refusal)
        {
            ModelState.AddModelError("", AccountWords.Of(refusal));
        }

        var page = await ShowAsync(id, cancellation);
        if (result.Link is { } link)
        {
            Link = ShownLink.Of(Account.DisplayName, link, Request);
            Response.Headers.CacheControl = "no-store";
        }

        return page;
    }

    private async Task<IActionResult> AnswerAsync(Guid id, string done, string? refusal, CancellationToken cancellation)
    {
        if (refusal is null)
        {
            TempData.Done(done);
            return RedirectToPage(new { id });
        }

        ModelState.AddModelError("", refusal);
        return await ShowAsync(id, cancellation);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(id, HttpContext.Actor(), cancellation) is not { } account)
        {
            return NotFound();
        }

        Account = account;
        Agencies = await accounts.AgenciesAsync(HttpContext.Actor(), cancellation);
        return Page();
    }

    public sealed record PostForm
    {
        public int? AgencyId { get; init; }

        public Role? Role { get; init; }

        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }
    }
}
