using System.Collections.Immutable;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Mending;

/// <summary>
/// Identities that hang together, as a network: each identity is a node, each cell an arc from one node to another, its figure the flow.
/// An identity holds when what flows into its node flows out again. Every cell of the form stands in two identities with opposite signs,
/// or in one and then leads to the ground, so that all sums of the form are the conservation of flow, and whole numbers stay whole.
/// </summary>
internal sealed class CellNetwork
{
    private static readonly ImmutableArray<CellNetwork> ThreeRows = Of(Identities.Of(singleOtherwiseRow: false));
    private static readonly ImmutableArray<CellNetwork> SingleRow = Of(Identities.Of(singleOtherwiseRow: true));

    private CellNetwork(int nodeCount, ImmutableArray<Identity> identities, List<(FigureAddress Cell, int Tail, int Head)> arcs)
    {
        NodeCount = nodeCount;
        Requirements = identities;
        Cells = [.. arcs.Select(arc => arc.Cell)];
        Tail = [.. arcs.Select(arc => arc.Tail)];
        Head = [.. arcs.Select(arc => arc.Head)];
        Incident = [.. Enumerable.Range(0, nodeCount).Select(node => Enumerable.Range(0, arcs.Count).Where(arc => Tail[arc] == node || Head[arc] == node).ToArray())];
    }

    /// <summary>The identities and, where a cell stands in one identity only, the ground. At most 64, so that sets of nodes are one word.</summary>
    public int NodeCount { get; }

    /// <summary>The identities of the component, with those that follow from the others.</summary>
    public ImmutableArray<Identity> Requirements { get; }

    /// <summary>The cell of each arc; totals come first, so that they are tried first.</summary>
    public FigureAddress[] Cells { get; }

    public int[] Tail { get; }

    public int[] Head { get; }

    /// <summary>The arcs at each node.</summary>
    public int[][] Incident { get; }

    public int ArcCount => Cells.Length;

    /// <summary>The networks of the whole form.</summary>
    public static ImmutableArray<CellNetwork> OfForm(bool singleOtherwiseRow) => singleOtherwiseRow ? SingleRow : ThreeRows;

    /// <summary>The networks of some identities: one for each group of them that shares cells.</summary>
    /// <exception cref="ArgumentException">They are not a network.</exception>
    public static ImmutableArray<CellNetwork> Of(IReadOnlyList<Identity> identities)
    {
        var independent = identities.Where(identity => !FollowsFromOthers(identity)).ToList();
        var places = new Dictionary<FigureAddress, List<(int Identity, int Sign)>>();
        for (var index = 0; index < independent.Count; index++)
        {
            foreach (var (cell, sign) in Terms(independent[index]))
            {
                places.TryAdd(cell, []);
                places[cell].Add((index, sign));
            }
        }

        if (places.Values.Any(place => place.Count > 2))
        {
            throw new ArgumentException("A cell stands in more than two independent identities.", nameof(identities));
        }

        var signs = new int[independent.Count];
        var networks = ImmutableArray.CreateBuilder<CellNetwork>();
        for (var first = 0; first < independent.Count; first++)
        {
            if (signs[first] == 0)
            {
                networks.Add(Component(first, independent, identities, places, signs));
            }
        }

        return networks.ToImmutable();
    }

    /// <summary>The total of the row （七）总计 is the sum of the other rows' totals, so its own identity adds nothing.</summary>
    private static bool FollowsFromOthers(Identity identity) =>
        identity.Rule == Identities.ApplicantTotal && NationalForm.RowOf(identity.Right[0]) == RequestRow.Concluded;

    private static IEnumerable<(FigureAddress Cell, int Sign)> Terms(Identity identity) =>
        identity.Right.Select(cell => (cell, -1)).Concat(identity.Left.Select(cell => (cell, 1)));

    private static CellNetwork Component(
        int first,
        List<Identity> independent,
        IReadOnlyList<Identity> all,
        Dictionary<FigureAddress, List<(int Identity, int Sign)>> places,
        int[] signs)
    {
        var nodes = new List<int> { first };
        signs[first] = 1;
        for (var next = 0; next < nodes.Count; next++)
        {
            foreach (var (cell, sign) in Terms(independent[nodes[next]]))
            {
                foreach (var (other, otherSign) in places[cell].Where(place => place.Identity != nodes[next]))
                {
                    var needed = -sign * signs[nodes[next]] * otherSign;
                    if (signs[other] == 0)
                    {
                        signs[other] = needed;
                        nodes.Add(other);
                    }
                    else if (signs[other] != needed)
                    {
                        throw new ArgumentException("The signs of the identities do not make a network.", nameof(all));
                    }
                }
            }
        }

        var ground = nodes.Count;
        var arcs = new List<(FigureAddress Cell, int Tail, int Head)>();
        foreach (var cell in nodes.SelectMany(node => Terms(independent[node])).Select(term => term.Cell).Distinct())
        {
            var ends = places[cell];
            var (one, other) = (nodes.IndexOf(ends[0].Identity), ends.Count == 2 ? nodes.IndexOf(ends[1].Identity) : ground);
            arcs.Add(ends[0].Sign * signs[ends[0].Identity] > 0 ? (cell, other, one) : (cell, one, other));
        }

        var hasGround = arcs.Any(arc => arc.Tail == ground || arc.Head == ground);
        var cells = arcs.Select(arc => arc.Cell).ToHashSet();
        return new CellNetwork(
            nodes.Count + (hasGround ? 1 : 0),
            [.. all.Where(identity => cells.Contains(identity.Right[0]))],
            [.. arcs.OrderBy(arc => FigureTotals.IsTotal(arc.Cell) ? 0 : 1).ThenBy(arc => arc.Cell.Index)]);
    }
}
