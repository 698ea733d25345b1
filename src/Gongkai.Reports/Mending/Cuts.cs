using System.Numerics;

namespace Gongkai.Reports.Mending;

/// <summary>
/// The cuts that a flow could not cross: sets of nodes out of which more must flow than the open cells let through. Each is an identity
/// that follows from those of the form and fails whatever the open cells hold, so every mend changes a cell that crosses it.
/// </summary>
internal sealed class Cuts(MendProblem problem, Flow flow, bool[] isBarred)
{
    private readonly CellNetwork network = problem.Network;
    private readonly ulong allNodes = ulong.MaxValue >> (64 - problem.Network.NodeCount);
    private readonly int[] hits = new int[problem.Network.ArcCount];

    /// <summary>The cells that cross the smallest cut, or null where some cut cannot be crossed.</summary>
    /// <param name="isLast">Whether only one more cell may be chosen, which then has to cross every cut.</param>
    public List<int>? Smallest(bool isLast)
    {
        Array.Clear(hits);
        var (smallest, smallestCount, cuts) = (0UL, int.MaxValue, 0);
        var (seenSources, seenSinks) = (0UL, 0UL);
        for (var node = 0; node < network.NodeCount; node++)
        {
            var (inside, isNew) = CutAt(node, ref seenSources, ref seenSinks);
            if (!isNew)
            {
                continue;
            }

            cuts++;
            var crossing = CountCrossing(inside);
            if (crossing == 0)
            {
                return null;
            }

            (smallest, smallestCount) = crossing < smallestCount ? (inside, crossing) : (smallest, smallestCount);
        }

        var cells = new List<int>(smallestCount);
        for (var arc = 0; arc < network.ArcCount; arc++)
        {
            if (Crosses(arc, smallest) && (!isLast || hits[arc] == cuts))
            {
                cells.Add(arc);
            }
        }

        return cells;
    }

    /// <summary>
    /// The nodes that a node with too much can still send to; or, for one with too little, the others than those that can send to it:
    /// either way a set with too much in it, out of which more must flow.
    /// </summary>
    private (ulong Inside, bool IsNew) CutAt(int node, ref ulong seenSources, ref ulong seenSinks)
    {
        if (flow.Excess[node] > 0 && (seenSources & (1UL << node)) == 0)
        {
            var inside = flow.Reach(node, backwards: false);
            seenSources |= inside;
            return (inside, true);
        }

        if (flow.Excess[node] < 0 && (seenSinks & (1UL << node)) == 0)
        {
            var outside = flow.Reach(node, backwards: true);
            seenSinks |= outside;
            return (~outside & allNodes, true);
        }

        return (0, false);
    }

    /// <summary>Counts the cells over a border, from the side with fewer nodes: each of them is seen once.</summary>
    private int CountCrossing(ulong inside)
    {
        var outside = ~inside & allNodes;
        var count = 0;
        for (var side = BitOperations.PopCount(inside) < BitOperations.PopCount(outside) ? inside : outside; side != 0; side &= side - 1)
        {
            foreach (var arc in network.Incident[BitOperations.TrailingZeroCount(side)])
            {
                if (Crosses(arc, inside))
                {
                    hits[arc]++;
                    count++;
                }
            }
        }

        return count;
    }

    /// <summary>Whether a cell that may still be chosen could let more flow out of a set: by rising where it leads out, or falling where it leads in.</summary>
    private bool Crosses(int arc, ulong inside)
    {
        var (leaves, stays) = ((inside >> network.Tail[arc]) & 1, (inside >> network.Head[arc]) & 1);
        return leaves != stays
            && problem.Freedom[arc] == Freedom.Changeable
            && !isBarred[arc]
            && !flow.IsOpen[arc]
            && (leaves == 1 || problem.Value[arc] > 0);
    }
}
