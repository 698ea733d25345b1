using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Organizations;

[Requires(Act.ManageAgencies)]
public sealed class NewModel(AgencyQueries agencies, AddAgency addAgency, TimeProvider time) : PageModel
{
    public AgencyDetails Parent { get; private set; } = null!;

    [BindProperty]
    public AgencyFacts Input { get; set; } = new() { Name = "" };

    [BindProperty]
    public string? Authority { get; set; }

    public async Task<IActionResult> OnGetAsync(int? parent, AgencyKind kind, CancellationToken cancellation)
    {
        if (await agencies.FindAsync(parent ?? HttpContext.Actor().AgencyId, HttpContext.Actor(), Act.ManageAgencies, cancellation) is not { } above)
        {
            return NotFound();
        }

        Parent = above;
        var usual = kind == AgencyKind.Government && above.Facts.Level >= Law.Reporting.GovernmentLevel.County ? AgencyKind.Department : kind;
        Input = AgencyFacts.New("", usual, above.Facts.Level, time.Today());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? parent, CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        if (await agencies.FindAsync(parent ?? actor.AgencyId, actor, Act.ManageAgencies, cancellation) is not { } above)
        {
            return NotFound();
        }

        Parent = above;
        var authority = await agencies.NamedAsync(Authority, ModelState, nameof(Authority), cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await addAgency.RunAsync(new AddAgency.Command(above.Id, Input with { AuthorityId = authority }), actor, cancellation);
        if (result.AgencyId is { } id)
        {
            TempData.Done($"{Input.Name} 已经加上。");
            return Redirect($"{OrganizationForms.Home}/{id}");
        }

        foreach (var fault in result.Faults)
        {
            ModelState.Add(fault);
        }

        if (result.Refusal is { } refusal)
        {
            ModelState.AddModelError("", Explain(refusal));
        }

        return Page();
    }

    private static string Explain(AddAgency.Refusal refusal) => refusal switch
    {
        AddAgency.Refusal.NotAllowed => "您不能在这个机关之下新增，请换一个上级。",
        AddAgency.Refusal.ParentNotFound => "上级机关不见了，请回到机关单位重新选。",
        AddAgency.Refusal.ParentEnded => "上级机关已经撤销，请在它的承继机关之下新增。",
    };
}
