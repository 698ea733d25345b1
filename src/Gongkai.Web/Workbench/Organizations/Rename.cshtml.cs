using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Reform;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Organizations;

[Requires(Act.ManageAgencies)]
public sealed class RenameModel(AgencyQueries agencies, RenameAgency renameAgency, TimeProvider time) : AgencyPage(agencies)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public void OnGet()
    {
        Input = new Form { Name = Agency.Facts.Name, ShortName = Agency.Facts.ShortName, CreditCode = Agency.Facts.CreditCode, On = time.Today(), Version = Agency.Version };
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var command = new RenameAgency.Command(new Ending(id, Input.Version), Input.On!.Value, Input.Name!, Input.ShortName, Input.CreditCode);
        var result = await renameAgency.RunAsync(command, actor, cancellation);
        return this.Finish(result, $"{Agency.Facts.Name} 已经改名为 {Input.Name}。", _ => "Input");
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
