using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Reform;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Organizations;

[Requires(Act.ManageAgencies)]
public sealed class MergeModel(AgencyQueries agencies, MergeAgencies mergeAgencies, TimeProvider time) : AgencyPage(agencies)
{
    /// <summary>Whether a new agency takes over; else one that goes on does.</summary>
    [BindProperty(SupportsGet = true, Name = "new")]
    public bool IsNew { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public AgencyFacts New { get; set; } = new() { Name = "" };

    public void OnGet()
    {
        Input = new Form { On = time.Today(), Version = Agency.Version, MovesChildren = true, MovesPosts = true };
        New = Agency.Facts with { Name = "", ShortName = null, CreditCode = null, SiteCode = null, AuthorityId = null, FilesFrom = null, ValidFrom = time.Today() };
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        var endings = await EndingsAsync(cancellation);
        var into = IsNew ? null : await Agencies.NamedAsync(Input.Into, ModelState, "Input.Into", cancellation);
        if (!IsNew && string.IsNullOrWhiteSpace(Input.Into))
        {
            ModelState.AddModelError("Input.Into", "请填并入哪个机关。");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var command = new MergeAgencies.Command(endings, Input.On!.Value, into, IsNew ? New with { AuthorityId = null } : null, Input.MovesChildren, Input.MovesPosts);
        var result = await mergeAgencies.RunAsync(command, actor, cancellation);
        return this.Finish(result, $"{Agency.Facts.Name} 已经{(IsNew ? $"合并为 {New.Name}" : $"并入 {Input.Into}")}。", _ => nameof(New));
    }

    private async Task<List<Ending>> EndingsAsync(CancellationToken cancellation)
    {
        List<Ending> endings = [new Ending(Agency.Id, Input.Version)];
        foreach (var name in (Input.Others ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (await Agencies.NamedAsync(name, cancellation) is [var found] && await Agencies.DetailsAsync(found.Id, cancellation) is { } details)
            {
                endings.Add(new Ending(details.Id, details.Version));
            }
            else
            {
                ModelState.AddModelError("Input.Others", $"“{name}”找不到，或者叫这个名称的不止一个，请改填统一社会信用代码。");
            }
        }

        return endings;
    }

    public sealed record Form
    {
        public string? Into { get; init; }

        public string? Others { get; init; }

        [Required(ErrorMessage = "请填生效日期。")]
        public DateOnly? On { get; init; }

        public bool MovesChildren { get; init; }

        public bool MovesPosts { get; init; }

        public uint Version { get; init; }
    }
}
