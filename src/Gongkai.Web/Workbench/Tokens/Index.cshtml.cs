using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tokens;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Tokens;

[Requires(Act.ManageTokens)]
public sealed class IndexModel(TokenQueries tokens, IssueToken issue, RevokeToken revoke, TimeProvider time) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<TokenRow> Rows { get; private set; } = new([], null);

    public IReadOnlyList<AgencyChoice> Agencies { get; private set; } = [];

    public string? Secret { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Input = new Form { ExpiresOn = time.Today().AddYears(1) };
        await ShowAsync(cancellation);
    }

    public async Task OnPostAsync(CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var result = await issue.RunAsync(new IssueToken.Command(Input.AgencyId!.Value, Input.Name!, Input.ExpiresOn!.Value), HttpContext.Actor(), cancellation);
            if (result.Refusal is { } refusal)
            {
                var (field, sentence) = Explain(refusal);
                ModelState.AddModelError(field, sentence);
            }
            else
            {
                Secret = result.Secret;
                Response.Headers.CacheControl = "no-store";
                ModelState.Clear();
                Input = new Form { ExpiresOn = time.Today().AddYears(1) };
            }
        }

        await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellation)
    {
        switch (await revoke.RunAsync(new RevokeToken.Command(id), HttpContext.Actor(), cancellation))
        {
            case RevokeToken.Refusal.NotFound:
                return NotFound();
            case RevokeToken.Refusal.AlreadyRevoked:
                TempData.Tell("这个令牌早已作废。");
                break;
            case null:
                TempData.Done("令牌已作废，马上生效。");
                break;
        }

        return RedirectToPage();
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        Agencies = await tokens.AgenciesAsync(actor, cancellation);
        Rows = await tokens.ListAsync(After, actor, cancellation);
    }

    private static (string Field, string Sentence) Explain(IssueToken.Refusal refusal) => refusal switch
    {
        IssueToken.Refusal.NotAllowed => ("Input.AgencyId", "您不能给这个机关发放令牌，或这个机关已经撤销。"),
        IssueToken.Refusal.NameMissing => ("Input.Name", $"请填名称，不超过 {IssueToken.LongestName} 个字。"),
        IssueToken.Refusal.ExpiryWrong => ("Input.ExpiresOn", "有效期要从今天算起、不超过两年。"),
    };

    public sealed record Form
    {
        [Required(ErrorMessage = "请选择机关。")]
        public int? AgencyId { get; init; }

        [Required(ErrorMessage = "请填名称。")]
        public string? Name { get; init; }

        [Required(ErrorMessage = "请填有效期。")]
        public DateOnly? ExpiresOn { get; init; }
    }
}
