using System.Linq.Expressions;
using Gongkai.Law.Reporting;

namespace Gongkai.Platform.Organizations;

/// <summary>An agency as a row of a list or of the tree.</summary>
public sealed record AgencyRow(
    int Id, int? ParentId, string Path, string Name, string? ShortName, AgencyKind Kind, GovernmentLevel Level, string? CreditCode,
    DateOnly ValidFrom, DateOnly? ValidTo, bool MustFile, bool CountedInSum, bool IsVertical)
{
    internal static Expression<Func<Agency, AgencyRow>> Of { get; } = agency => new AgencyRow(
        agency.Id, agency.ParentId, agency.Path, agency.Name, agency.ShortName, agency.Kind, agency.Level, agency.CreditCode,
        agency.ValidFrom, agency.ValidTo, agency.MustFile, agency.CountedInSum, agency.IsVertical);
}

/// <summary>A node of the tree with the number of nodes right below it.</summary>
public sealed record TreeNode(AgencyRow Agency, int Children);

/// <summary>Some of the nodes right below one.</summary>
/// <param name="Nodes">Those that are shown, in their order.</param>
/// <param name="Skipped">How many come before them.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record Branch(IReadOnlyList<TreeNode> Nodes, int Skipped, int Count)
{
    public int Left => Count - Skipped - Nodes.Count;
}

/// <summary>An agency by its name, as a link.</summary>
public sealed record AgencyName(int Id, string Name, string Path);

/// <summary>All that is known of one agency.</summary>
public sealed record AgencyDetails(
    int Id, uint Version, string Path, int? ParentId, AgencyFacts Facts, AgencyProfile Profile, DateOnly? ValidTo,
    IReadOnlyList<AgencyName> Above, AgencyName? Authority, IReadOnlyList<AgencySuccession> Predecessors, IReadOnlyList<AgencySuccession> Successors);

/// <summary>Another agency that this one took over from, or that took over from it.</summary>
public sealed record AgencySuccession(int Id, string Name, SuccessionKind Kind, DateOnly On);

/// <summary>A line of the story of an agency.</summary>
public sealed record AgencyEvent(DateTimeOffset At, string ActorName, string Action, string? Before, string? After);

/// <summary>An agency that must file for a year.</summary>
/// <param name="AgencyId">Which.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its place in the tree.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="CountedInSum">Whether its figures go into the sum: vertical offices never do.</param>
/// <param name="Filer">Whose statutory day it has.</param>
public sealed record MustFile(int AgencyId, string Name, string Path, AgencyKind Kind, bool CountedInSum, Filer Filer)
{
    /// <summary>The last day that the law leaves it (条例 article 49).</summary>
    public DateOnly LastDay(int year) => FilingDeadline.LastDay(year, Filer);
}

/// <summary>What a list of agencies is narrowed to.</summary>
public sealed record AgencyFilter
{
    public string? Text { get; init; }

    public AgencyKind? Kind { get; init; }

    public GovernmentLevel? Level { get; init; }

    public bool? MustFile { get; init; }

    /// <summary>Only agencies below this place, itself among them.</summary>
    public string? Below { get; init; }

    /// <summary>Agencies that are on this day; null for those that ended, too.</summary>
    public DateOnly? On { get; init; }
}
