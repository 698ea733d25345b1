using System.Collections.Immutable;

namespace Gongkai.Reports.Mending;

/// <summary>
/// Takes a mend apart. Cells that no identity joins, neither directly nor over cells that were not read, can be changed one without the other:
/// each part settles every identity that it touches and leaves the others as they are, and what is left is the smallest mend of what is left.
/// </summary>
internal sealed class MendParts
{
    private readonly Dictionary<FigureAddress, List<int>> identitiesOf = [];
    private readonly int[] joined;
    private readonly int[] listed;

    public MendParts(MendProblem problem)
    {
        var network = problem.Network;
        for (var index = 0; index < network.Requirements.Length; index++)
        {
            foreach (var cell in network.Requirements[index].Left.Concat(network.Requirements[index].Right))
            {
                identitiesOf.TryAdd(cell, []);
                identitiesOf[cell].Add(index);
            }
        }

        joined = [.. Enumerable.Range(0, network.Requirements.Length)];
        listed = new int[network.Requirements.Length];
        for (var arc = 0; arc < network.ArcCount; arc++)
        {
            if (problem.Freedom[arc] == Freedom.Unknown)
            {
                Join(joined, network.Cells[arc]);
            }
        }
    }

    /// <summary>The parts of a mend, each in the order of the form.</summary>
    public IEnumerable<ImmutableArray<MendedCell>> Of(ImmutableArray<MendedCell> changes)
    {
        var root = (int[])joined.Clone();
        foreach (var change in changes)
        {
            Join(root, change.Address);
        }

        return changes.GroupBy(change => Root(root, identitiesOf[change.Address][0])).Select(part => part.ToImmutableArray());
    }

    /// <summary>Counts a part in, unless enough that settle one of its identities have been counted.</summary>
    public bool Take(ImmutableArray<MendedCell> part, int most)
    {
        var touched = part.SelectMany(change => identitiesOf[change.Address]).Distinct().ToList();
        if (touched.Exists(identity => listed[identity] >= most))
        {
            return false;
        }

        touched.ForEach(identity => listed[identity]++);
        return true;
    }

    private void Join(int[] root, FigureAddress cell)
    {
        var identities = identitiesOf[cell];
        foreach (var other in identities)
        {
            root[Root(root, other)] = Root(root, identities[0]);
        }
    }

    private static int Root(int[] root, int identity)
    {
        while (root[identity] != identity)
        {
            identity = root[identity];
        }

        return identity;
    }
}
