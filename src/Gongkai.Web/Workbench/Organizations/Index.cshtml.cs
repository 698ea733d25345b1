using System.Globalization;
using Gongkai.Law.Reporting;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Organizations;

[Requires(Act.ManageAgencies)]
public sealed class IndexModel(AgencyQueries agencies, TimeProvider time) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public ListAddress Address { get; set; } = new();

    /// <summary>The node of the tree that is open.</summary>
    [BindProperty(SupportsGet = true)]
    public int? In { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public bool IsList => Address.IsFiltered;

    public IReadOnlyList<AgencyName> Way { get; private set; } = [];

    public IReadOnlyList<TreeNode> Nodes { get; private set; } = [];

    public Page<AgencyRow> Rows { get; private set; } = new([], null);

    public int Count { get; private set; }

    public AgencyName? Open { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var scope = Gate.ScopeOf(HttpContext.Actor(), Act.ManageAgencies);
        if (IsList)
        {
            var filter = Address.ToFilter(time.Today());
            Rows = await agencies.ListAsync(scope, filter, After, PageSize, cancellation);
            Count = await agencies.CountAsync(scope, filter, cancellation);
            return Page();
        }

        if (In is null)
        {
            Nodes = await agencies.RootsAsync(scope, Address.On, cancellation);
            if (Nodes.Count != 1)
            {
                return Page();
            }

            In = Nodes[0].Agency.Id;
        }

        if (await agencies.FindAsync(In.Value, HttpContext.Actor(), Act.ManageAgencies, cancellation) is not { } details)
        {
            return NotFound();
        }

        Open = new AgencyName(details.Id, details.Facts.Name, details.Path);
        Way = [.. details.Above.Where(above => scope.Paths.Any(path => above.Path.StartsWith(path, StringComparison.Ordinal)))];
        Nodes = await agencies.ChildrenAsync(details.Id, Address.On, cancellation);
        return Page();
    }

    public string TreeLink(int id) => OrganizationForms.Home + Query(("in", id.ToString(CultureInfo.InvariantCulture)), ("on", Address.OnText));

    public string ListLink(string? after) => OrganizationForms.Home + Query([.. Address.Pairs, ("after", after)]);

    public string ExportLink(string format) => $"{OrganizationForms.Home}/export.{format}{Query([.. Address.Pairs, ("in", IsList ? null : In?.ToString(CultureInfo.InvariantCulture))])}";

    private static string Query(params (string Name, string? Value)[] pairs) =>
        new QueryBuilder(pairs.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value!))).ToString();
}

/// <summary>What a list of agencies is narrowed to, as the address of the page holds it.</summary>
public sealed record ListAddress
{
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    [FromQuery(Name = "kind")]
    public AgencyKind? Kind { get; init; }

    [FromQuery(Name = "level")]
    public GovernmentLevel? Level { get; init; }

    [FromQuery(Name = "files")]
    public bool? MustFile { get; init; }

    [FromQuery(Name = "on")]
    public DateOnly? On { get; init; }

    [FromQuery(Name = "ended")]
    public bool WithEnded { get; init; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || Kind is not null || Level is not null || MustFile is not null || WithEnded;

    public string? OnText => On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public IEnumerable<(string Name, string? Value)> Pairs =>
    [
        ("q", Text?.Trim()), ("kind", Kind?.ToString()), ("level", Level?.ToString()), ("files", MustFile is { } files ? (files ? "true" : "false") : null),
        ("on", OnText), ("ended", WithEnded ? "true" : null),
    ];

    public AgencyFilter ToFilter(DateOnly today) => new()
    {
        Text = Text, Kind = Kind, Level = Level, MustFile = MustFile, On = WithEnded ? null : On ?? today,
    };
}
