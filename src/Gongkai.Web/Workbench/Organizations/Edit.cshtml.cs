using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Organizations;

[Requires(Act.ManageAgencies)]
public sealed class EditModel(AgencyQueries agencies, ChangeAgency changeAgency) : AgencyPage(agencies)
{
    public IReadOnlyList<FieldChange> Differences { get; private set; } = [];

    [BindProperty]
    public AgencyFacts Input { get; set; } = new() { Name = "" };

    [BindProperty]
    public string? Authority { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    public void OnGet()
    {
        Version = Agency.Version;
        Input = Agency.Facts;
        Authority = Agency.Facts.AuthorityId is null ? null : Agency.Authority?.Name;
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        var isSame = Agency.Facts.AuthorityId is not null && Authority == Agency.Authority?.Name;
        var authority = isSame ? Agency.Facts.AuthorityId : await Agencies.NamedAsync(Authority, ModelState, nameof(Authority), cancellation);
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
