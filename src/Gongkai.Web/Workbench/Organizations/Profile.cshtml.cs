using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Organizations;

[Requires(Act.EditProfile)]
public sealed class ProfileModel(AgencyQueries agencies, EditProfile editProfile) : PageModel
{
    public AgencyDetails Agency { get; private set; } = null!;

    public IReadOnlyList<FieldChange> Differences { get; private set; } = [];

    /// <summary>Whether the person may also see the agency's page.</summary>
    public bool ManagesAgency => Gate.May(HttpContext.Actor(), Act.ManageAgencies, Agency.Path);

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public uint Version { get; set; }

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        if (await agencies.FindAsync(id ?? actor.AgencyId, actor, Act.EditProfile, cancellation) is not { } agency)
        {
            return NotFound();
        }

        Agency = agency;
        Version = agency.Version;
        Input = Form.Of(agency.Profile);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int? id, CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        if (await agencies.FindAsync(id ?? actor.AgencyId, actor, Act.EditProfile, cancellation) is not { } agency)
        {
            return NotFound();
        }

        Agency = agency;
        var result = await editProfile.RunAsync(new EditProfile.Command(agency.Id, Version, Input.ToProfile()), actor, cancellation);
        foreach (var fault in result.Faults)
        {
            ModelState.Add(fault);
        }

        switch (result.Refusal)
        {
            case null when result.Faults.Count == 0:
                TempData.Done("公开信息已经保存，公众马上能看到。");
                return Redirect(ManagesAgency ? $"{OrganizationForms.Home}/{agency.Id}" : Request.Path);
            case null:
                return Page();
            case EditProfile.Refusal.ChangedMeanwhile:
                Differences = result.Differences;
                Version = result.TheirVersion;
                ModelState.Remove(nameof(Version));
                if (Differences.Count == 0)
                {
                    ModelState.AddModelError("", "别人刚改动过这个机关的登记，公开信息没有变；请再点一次保存。");
                }

                return Page();
            case EditProfile.Refusal.NotFound:
            case EditProfile.Refusal.NotAllowed:
            default:
                return NotFound();
        }
    }

    public sealed record Form
    {
        public string? Functions { get; init; }

        public string? Address { get; init; }

        public string? OfficeHours { get; init; }

        public string? Telephone { get; init; }

        public string? Email { get; init; }

        public string? Postcode { get; init; }

        public string? Head { get; init; }

        public static Form Of(AgencyProfile profile) => new()
        {
            Functions = profile.Functions, Address = profile.Address, OfficeHours = profile.OfficeHours, Telephone = profile.Telephone,
            Email = profile.Email, Postcode = profile.Postcode, Head = profile.Head,
        };

        public AgencyProfile ToProfile() => new()
        {
            Functions = Functions, Address = Address, OfficeHours = OfficeHours, Telephone = Telephone, Email = Email, Postcode = Postcode, Head = Head,
        };
    }
}
