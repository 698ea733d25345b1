using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Accounts.Administration;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Accounts;

[Requires(Act.ManageAccounts)]
public sealed class DeputyModel(AccountQueries accounts, AppointDeputy appoint) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Post { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public AccountDetails Account { get; private set; } = null!;

    public PostRow Held { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => ShowAsync(id, cancellation);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(id, cancellation);
        }

        var actor = HttpContext.Actor();
        if (await accounts.IdOfAsync(Input.UserName!, actor, cancellation) is not { } deputy)
        {
            ModelState.AddModelError("Input.UserName", AccountWords.Of(PostFault.NoSuchPerson));
            return await ShowAsync(id, cancellation);
        }

        var result = await appoint.RunAsync(new AppointDeputy.Command(Post, deputy, Input.From!.Value, Input.To!.Value), actor, cancellation);
        if (result.Refusal is { } refusal)
        {
            var (field, sentence) = Explain(refusal, result.Fault);
            ModelState.AddModelError(field, sentence);
            return await ShowAsync(id, cancellation);
        }

        TempData.Done("代理人已经指定。");
        return Redirect($"/work/accounts/{id}");
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        var account = await accounts.FindAsync(id, HttpContext.Actor(), cancellation);
        if (account?.Posts.SingleOrDefault(post => post.Id == Post) is not { } held)
        {
            return NotFound();
        }

        (Account, Held) = (account, held);
        return Page();
    }

    private static (string Field, string Sentence) Explain(AppointDeputy.Refusal refusal, PostFault? fault) => refusal switch
    {
        AppointDeputy.Refusal.NotAllowed => ("Input.UserName", "这个岗位不在您的管理范围内。"),
        AppointDeputy.Refusal.Oneself => ("Input.UserName", "不能指定自己做代理人，请另一位安全管理员来做。"),
        AppointDeputy.Refusal.SamePerson => ("Input.UserName", "代理人要是另一个人。"),
        AppointDeputy.Refusal.PostNotHeldThen => ("Input.From", "代理的日期要在这个岗位的起止日期之内。"),
        AppointDeputy.Refusal.NotPossible => ("Input.UserName", AccountWords.Of(fault!.Value)),
    };

    public sealed record Form
    {
        [Required(ErrorMessage = "请填代理人的用户名。")]
        public string? UserName { get; init; }

        [Required(ErrorMessage = "请填起始日期。")]
        public DateOnly? From { get; init; }

        [Required(ErrorMessage = "请填截止日期。")]
        public DateOnly? To { get; init; }
    }
}
