using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Reform;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Web.Workbench.Organizations;

[Requires(Act.ManageAgencies)]
public sealed class SplitModel(AgencyQueries agencies, SplitAgency splitAgency, TimeProvider time) : AgencyPage(agencies)
{
    private const int MostParts = 8;

    public IReadOnlyList<TreeNode> Below { get; private set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    public IEnumerable<SelectListItem> PartChoices => Input.Parts.Select((part, number) => new SelectListItem(
        string.IsNullOrWhiteSpace(part.Name) ? $"第 {number + 1} 个新机关" : part.Name, number.ToString(CultureInfo.InvariantCulture)));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Below = await Agencies.ChildrenAsync(Agency.Id, Agency.ValidTo, cancellation);
        Input = new Form
        {
            On = time.Today(), Version = Agency.Version, PostsTo = 0, Parts = [new Part(), new Part()],
            Children = [.. Below.Select(node => new Child { AgencyId = node.Agency.Id })],
        };
    }

    public async Task<IActionResult> OnPostMoreAsync(int id, CancellationToken cancellation)
    {
        Below = await Agencies.ChildrenAsync(id, Agency.ValidTo, cancellation);
        ModelState.Clear();
        if (Input.Parts.Count < MostParts)
        {
            Input.Parts.Add(new Part());
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        Below = await Agencies.ChildrenAsync(id, Agency.ValidTo, cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        List<AgencyFacts> parts = [.. Input.Parts.Select(part => Agency.Facts with { Name = part.Name ?? "", ShortName = part.ShortName, CreditCode = part.CreditCode, SiteCode = null, FilesFrom = null })];
        var children = Input.Children.DistinctBy(child => child.AgencyId).ToDictionary(child => child.AgencyId, child => child.Part);
        var command = new SplitAgency.Command(new Ending(id, Input.Version), Input.On!.Value, parts, children, Input.PostsTo);
        var result = await splitAgency.RunAsync(command, HttpContext.Actor(), cancellation);
        return this.Finish(result, $"{Agency.Facts.Name} 已经分设为 {string.Join("、", parts.Select(part => part.Name))}。", number => FormattableString.Invariant($"Input.Parts[{number}]"), id);
    }

    public string NameOf(int agencyId) => Below.FirstOrDefault(node => node.Agency.Id == agencyId)?.Agency.Name ?? "";

    public sealed record Form
    {
        [Required(ErrorMessage = "请填生效日期。")]
        public DateOnly? On { get; init; }

        public uint Version { get; init; }

        public List<Part> Parts { get; init; } = [];

        public List<Child> Children { get; init; } = [];

        /// <summary>The part that the posts go to; null where they end.</summary>
        public int? PostsTo { get; init; }
    }

    public sealed record Part
    {
        public string? Name { get; init; }

        public string? ShortName { get; init; }

        public string? CreditCode { get; init; }
    }

    public sealed record Child
    {
        public int AgencyId { get; init; }

        public int Part { get; init; }
    }
}
