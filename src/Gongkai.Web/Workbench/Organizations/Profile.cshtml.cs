using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Organizations;

[Requires(Act.EditProfile)]
public sealed class ProfileModel(AgencyQueries agencies, EditProfile editProfile) : AgencyPage(agencies)
{
    public IReadOnlyList<FieldChange> Differences { get; private set; } = [];

    /// <summary>Whether the person may also see the agency's page.</summary>
    public bool ManagesAgency => Gate.May(HttpContext.Actor(), Act.ManageAgencies, Agency.Path);

    [BindProperty]
    public AgencyProfile Input { get; set; } = new();

    [BindProperty]
    public uint Version { get; set; }

    public void OnGet()
    {
        Version = Agency.Version;
        Input = Agency.Profile;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        var result = await editProfile.RunAsync(new EditProfile.Command(Agency.Id, Version, Input), actor, cancellation);
        foreach (var fault in result.Faults)
        {
            ModelState.Add(fault);
        }

        switch (result.Refusal)
        {
            case null when result.Faults.Count == 0:
                TempData.Done("公开信息已经保存，公众马上能看到。");
                return Redirect(ManagesAgency ? $"{OrganizationForms.Home}/{Agency.Id}" : Request.Path);
            case null:
                return Page();
            case AgencyEditRefusal.ChangedMeanwhile:
                Differences = result.Differences;
                Version = result.TheirVersion;
                ModelState.Remove(nameof(Version));
                if (Differences.Count == 0)
                {
                    ModelState.AddModelError("", "别人刚改动过这个机关的登记，公开信息没有变；请再点一次保存。");
                }

                return Page();
            case AgencyEditRefusal.NotFound:
            case AgencyEditRefusal.NotAllowed:
            default:
                return NotFound();
        }
    }
}
