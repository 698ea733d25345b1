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
public sealed class RenameModel(AgencyQueries agencies, RenameAgency renameAgency, TimeProvider time) : PageModel
{
    public AgencyDetails Agency { get; private set; } = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (await agencies.FindAsync(id, HttpContext.Actor(), Act.ManageAgencies, cancellation) is not { } agency)
        {
            return NotFound();
        }

        Agency = agency;
        Input = new Form { Name = agency.Facts.Name, ShortName = agency.Facts.ShortName, CreditCode = agency.Facts.CreditCode, On = time.Today(), Version = agency.Version };
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
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var command = new RenameAgency.Command(new Ending(id, Input.Version), Input.On!.Value, Input.Name!, Input.ShortName, Input.CreditCode);
        var result = await renameAgency.RunAsync(command, actor, cancellation);
        return this.Finish(result, $"{agency.Facts.Name} 已经改名为 {Input.Name}。", _ => "Input");
    }

    public sealed record Form
    {
        [Required(ErrorMessage = "请填新名称。")]
        public string? Name { get; init; }

        public string? ShortName { get; init; }

        public string? CreditCode { get; init; }

        [Required(ErrorMessage = "请填启用日期。")]
        public DateOnly? On { get; init; }

        public uint Version { get; init; }
    }
}
