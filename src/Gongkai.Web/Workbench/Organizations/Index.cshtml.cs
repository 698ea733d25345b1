using System.Globalization;
using Gongkai.Law.Reporting;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Organizations;

[Requires(Act.ManageAgencies)]
public sealed class IndexModel(AgencyQueries agencies, AgencyExport table, TimeProvider time) : PageModel
{
    private const int PageSize = 50;
    private const int MostChildren = 100;

    [BindProperty(SupportsGet = true)]
    public ListAddress Address { get; set; } = new();

    /// <summary>The node of the tree that is open.</summary>
    [BindProperty(SupportsGet = true)]
    public int? In { get; set; }

    /// <summary>How many of the nodes below the open one are passed over.</summary>
    [BindProperty(SupportsGet = true)]
    public int Skip { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public Listing<AgencyLine> List => new("agencies", OrganizationForms.Home, AgencyListColumns.All, Columns, [.. Address.Pairs, ("in", IsList ? null : In?.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>Over the tree there are no columns to choose: its file is one that can be taken in again.</summary>
    public ListBar Bar => IsList ? List.Bar : List.Bar with { Columns = [] };

    public bool IsList => Address.IsFiltered;

    public IReadOnlyList<AgencyName> Way { get; private set; } = [];

    public Branch Branch { get; private set; } = new([], 0, 0);

    public Page<AgencyLine> Rows { get; private set; } = new([], null);

    public int Count { get; private set; }

    public AgencyName? Open { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var scope = Gate.ScopeOf(HttpContext.Actor(), Act.ManageAgencies);
        if (IsList)
        {
            var filter = Address.ToFilter(time.Today());
            var page = await agencies.ListAsync(scope, filter, After, PageSize, cancellation);
            Rows = new Page<AgencyLine>(await table.LinesAsync(page.Items, cancellation), page.Next);
            Count = await agencies.CountAsync(scope, filter, cancellation);
            return Page();
        }

        if (In is null)
        {
            var roots = await agencies.RootsAsync(scope, Address.On, cancellation);
            if (roots.Count != 1)
            {
                Branch = new Branch(roots, 0, roots.Count);
                return Page();
            }

            In = roots[0].Agency.Id;
        }

        if (await agencies.FindAsync(In.Value, HttpContext.Actor(), Act.ManageAgencies, cancellation) is not { } details)
        {
            return NotFound();
        }

        Open = new AgencyName(details.Id, details.Facts.Name, details.Path);
        Way = [.. details.Above.Where(above => scope.Paths.Any(path => above.Path.StartsWith(path, StringComparison.Ordinal)))];
        Branch = await agencies.BranchAsync(details.Id, Address.On, Math.Max(0, Skip), MostChildren, cancellation);
        return Page();
    }

    /// <summary>The list as it is shown, or the open part of the tree with all fields, as a file.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation)
    {
        if (ListDownload.FormatOf(format) is not { } kind)
        {
            return NotFound();
        }

        var actor = HttpContext.Actor();
        var scope = Gate.ScopeOf(actor, Act.ManageAgencies);
        var filter = Address.ToFilter(time.Today());
        var title = FormattableString.Invariant($"机关单位-{time.Today():yyyyMMdd}");
        if (IsList)
        {
            return List.File(title, kind, await table.LinesAsync(scope, filter, cancellation));
        }

        if (In is { } open)
        {
            if (await agencies.FindAsync(open, actor, Act.ManageAgencies, cancellation) is not { } details)
            {
                return NotFound();
            }

            filter = filter with { Below = details.Path };
        }

        var output = new MemoryStream();
        await table.WriteAsync(scope, filter, kind, output, cancellation);
        return ListDownload.Of(title, kind, target => output.WriteTo(target));
    }

    /// <summary>The tree open at an agency, with so many of those below it passed over.</summary>
    public string TreeLink(int id, int skip = 0) => OrganizationForms.Home
        + Query(("in", id.ToString(CultureInfo.InvariantCulture)), ("on", Address.OnText), ("skip", skip > 0 ? skip.ToString(CultureInfo.InvariantCulture) : null));

    /// <summary>Where the nodes before those that are shown begin; null where none do.</summary>
    public string? EarlierLink => Branch.Skipped > 0 ? TreeLink(In!.Value, Math.Max(0, Branch.Skipped - MostChildren)) : null;

    public string? LaterLink => Branch.Left > 0 ? TreeLink(In!.Value, Branch.Skipped + Branch.Nodes.Count) : null;

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
