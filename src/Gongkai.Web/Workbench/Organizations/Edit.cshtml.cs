using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Organizations;

[Requires(Act.ManageAgencies)]
public sealed class EditModel(AgencyQueries agencies, ChangeAgency changeAgency) : PageModel
{
    public AgencyDetails Agency { get; private set; } = null!;

    public IReadOnlyList<FieldChange> Differences { get; private set; } = [];

    [BindProperty]
    public AgencyFacts Input { get; set; } = new() { Name = "" };

    [BindProperty]
    public string? Authority { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (await agencies.FindAsync(id, HttpContext.Actor(), Act.ManageAgencies, cancellation) is not { } agency)
        {
            return NotFound();
        }

        Agency = agency;
        Version = agency.Version;
        Input = agency.Facts;
        Authority = agency.Facts.AuthorityId is null ? null : agency.Authority?.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        if (await agencies.FindAsync(id, actor, Act.ManageAgencies, cancellation) is not { } agency)
        {
            return NotFound();
        }

        Agency = agency;
        var isSame = agency.Facts.AuthorityId is not null && Authority == agency.Authority?.Name;
        var authority = isSame ? agency.Facts.AuthorityId : await agencies.NamedAsync(Authority, ModelState, nameof(Authority), cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await changeAgency.RunAsync(new ChangeAgency.Command(id, Version, Input with { AuthorityId = authority }), actor, cancellation);
        foreach (var fault in result.Faults)
        {
            ModelState.Add(fault);
        }

        switch (result.Refusal)
        {
            case null when result.Faults.Count == 0:
                TempData.Done("已经保存。");
                return Redirect($"{OrganizationForms.Home}/{id}");
            case null:
                return Page();
            case AgencyEditRefusal.ChangedMeanwhile:
                Differences = result.Differences;
                Version = result.TheirVersion;
                ModelState.Remove(nameof(Version));
                if (Differences.Count == 0)
                {
                    TempData.Done("别人刚保存了同样的内容，不用再存。");
                    return Redirect($"{OrganizationForms.Home}/{id}");
                }

                return Page();
            case AgencyEditRefusal.NotFound:
            case AgencyEditRefusal.NotAllowed:
            default:
                return NotFound();
        }
    }
}
