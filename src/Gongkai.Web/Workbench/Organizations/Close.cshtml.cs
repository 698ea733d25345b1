using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Reform;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Organizations;

[Requires(Act.ManageAgencies)]
public sealed class CloseModel(AgencyQueries agencies, CloseAgency closeAgency, TimeProvider time) : AgencyPage(agencies)
{
    public IReadOnlyList<TreeNode> Below { get; private set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Below = await Agencies.ChildrenAsync(Agency.Id, Agency.ValidTo, cancellation);
        Input = new Form { LastDay = time.Today(), Version = Agency.Version };
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        Below = await Agencies.ChildrenAsync(id, Agency.ValidTo, cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await closeAgency.RunAsync(new CloseAgency.Command(new Ending(id, Input.Version), Input.LastDay!.Value), HttpContext.Actor(), cancellation);
        return this.Finish(result, $"{Agency.Facts.Name} 已经撤销。", _ => "Input", id);
    }

    public sealed record Form
    {
        [Required(ErrorMessage = "请填最后一天。")]
        public DateOnly? LastDay { get; init; }

        public uint Version { get; init; }
    }
}
