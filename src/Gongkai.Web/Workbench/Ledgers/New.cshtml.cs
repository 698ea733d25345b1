using Gongkai.Platform.Accounts;
using Gongkai.Platform.Ledgers;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Ledgers;

/// <summary>登记 an act by hand.</summary>
[Requires(Act.KeepLedgers)]
public sealed class NewModel(LedgerDesk desk, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ActKind Kind { get; set; }

    /// <summary>Of this filling-in alone: sent twice, it makes one entry.</summary>
    [BindProperty]
    public Guid FormKey { get; set; }

    [BindProperty]
    public int AgencyId { get; set; }

    [BindProperty]
    public ActForm Input { get; set; } = new();

    /// <summary>The agencies whose ledgers this person keeps.</summary>
    public IReadOnlyList<HeldPost> Desks => [.. HttpContext.Actor().Posts.Where(post => Gate.May(HttpContext.Actor(), Act.KeepLedgers, post.Path)).DistinctBy(post => post.AgencyId)];

    public void OnGet()
    {
        var own = HttpContext.Actor().AgencyId;
        AgencyId = Desks.Any(post => post.AgencyId == own) ? own : Desks[0].AgencyId;
        FormKey = Guid.CreateVersion7(time.GetUtcNow());
        Input = new ActForm { Kind = Kind, NeedsPublicity = Kind is ActKind.Licence or ActKind.Penalty };
    }

    public async Task<IActionResult> OnPostAsync(bool another, CancellationToken cancellation)
    {
        Input = Input with { Kind = Kind };
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (facts, fault) = Input.Read();
        if (facts is null)
        {
            ModelState.AddModelError($"Input.{fault!.Field}", fault.Message);
            return Page();
        }

        var taken = await desk.EnterAsync(AgencyId, facts, FormKey, HttpContext.Actor(), cancellation);
        if (taken.Refusal is not null)
        {
            ModelState.Refuse(taken);
            return Page();
        }

        TempData.Done($"已登记{LedgerWords.Of(Kind)}：{facts.Item.Trim()}。");
        return Redirect(another ? $"{IndexModel.Home}/new?kind={Kind}" : FormattableString.Invariant($"{IndexModel.Home}/{taken.ActId}"));
    }
}
