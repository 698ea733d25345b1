using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Reform;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Organizations;

[Requires(Act.ManageAgencies)]
public sealed class CloseModel(AgencyQueries agencies, CloseAgency closeAgency, TimeProvider time) : PageModel
{
    public AgencyDetails Agency { get; private set; } = null!;

    public IReadOnlyList<TreeNode> Below { get; private set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        Input = new Form { LastDay = time.Today(), Version = Agency.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await closeAgency.RunAsync(new CloseAgency.Command(new Ending(id, Input.Version), Input.LastDay!.Value), HttpContext.Actor(), cancellation);
        return this.Finish(result, $"{Agency.Facts.Name} 已经撤销。", _ => "Input", id);
    }

    private async Task<bool> LoadAsync(int id, CancellationToken cancellation)
    {
        if (await agencies.FindAsync(id, HttpContext.Actor(), Act.ManageAgencies, cancellation) is not { } agency)
        {
            return false;
        }

        Agency = agency;
        Below = await agencies.ChildrenAsync(id, agency.ValidTo, cancellation);
        return true;
    }

    public sealed record Form
    {
        [Required(ErrorMessage = "请填最后一天。")]
        public DateOnly? LastDay { get; init; }

        public uint Version { get; init; }
    }
}
