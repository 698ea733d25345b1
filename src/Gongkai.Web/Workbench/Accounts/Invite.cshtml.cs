using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Accounts.Administration;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Accounts;

[Requires(Act.ManageAccounts)]
public sealed class InviteModel(AccountQueries accounts, InviteAccount invite) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<AgencyChoice> Agencies { get; private set; } = [];

    public ShownLink? Link { get; private set; }

    public Guid Created { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => Agencies = await accounts.AgenciesAsync(HttpContext.Actor(), cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var command = new InviteAccount.Command(Input.UserName!, Input.DisplayName!, Input.Email, Input.Telephone, Input.AgencyId!.Value, Input.Role!.Value);
            var result = await invite.RunAsync(command, HttpContext.Actor(), cancellation);
            if (result.Refusal is { } refusal)
            {
                var (field, sentence) = Explain(refusal);
                ModelState.AddModelError(field, sentence);
            }
            else
            {
                (Link, Created) = (ShownLink.Of(Input.DisplayName!, result.Link!, Request), result.AccountId);
                Response.Headers.CacheControl = "no-store";
                return Page();
            }
        }

        Agencies = await accounts.AgenciesAsync(HttpContext.Actor(), cancellation);
        return Page();
    }

    private static (string Field, string Sentence) Explain(InviteAccount.Refusal refusal) => refusal switch
    {
        InviteAccount.Refusal.NotAllowed => ("Input.AgencyId", "这个机关不在您的管理范围内。"),
        InviteAccount.Refusal.NameTaken => ("Input.UserName", "这个用户名已经有人用了，请换一个。"),
        InviteAccount.Refusal.NameMissing => ("Input.UserName", "请填用户名。"),
    };

    public sealed record Form
    {
        [Required(ErrorMessage = "请填姓名。")]
        public string? DisplayName { get; init; }

        [Required(ErrorMessage = "请填用户名。")]
        public string? UserName { get; init; }

        [Required(ErrorMessage = "请选择机关。")]
        public int? AgencyId { get; init; }

        [Required(ErrorMessage = "请选择角色。")]
        public Role? Role { get; init; }

        [EmailAddress(ErrorMessage = "电子邮箱写得不完整。")]
        public string? Email { get; init; }

        public string? Telephone { get; init; }
    }
}
