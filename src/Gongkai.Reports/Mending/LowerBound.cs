using System.Numerics;

namespace Gongkai.Reports.Mending;

/// <summary>
/// How many further cells must change at least. Identities joined by open cells are taken as one group, signs are ignored, and then the cells
/// of a smallest mend form trees, each over groups whose errors cancel out. A tree over n groups that are out costs n-1 cells when it
/// touches no other group, and n or more when it does. So the bound is the number of groups that are out, less the most trees of
/// the first kind that there can be.
/// </summary>
internal sealed class LowerBound
{
    private const int MostNeighbours = 10;

    private readonly MendProblem problem;
    private readonly CellNetwork network;
    private readonly int[] groupOf;
    private readonly long[] groupSum;
    private readonly int[] indexOf;
    private readonly long[] sums;
    private readonly ulong[] neighbours;
    private readonly ulong[] uncovered;
    private ulong paired;
    private int count;

    public LowerBound(MendProblem problem)
    {
        this.problem = problem;
        network = problem.Network;
        groupOf = new int[network.NodeCount];
        groupSum = new long[network.NodeCount];
        indexOf = new int[network.NodeCount];
        sums = new long[network.NodeCount];
        neighbours = new ulong[network.NodeCount];
        uncovered = new ulong[network.NodeCount];
    }

    /// <summary>Whether more than this many further cells must surely change.</summary>
    /// <param name="isOpen">The cells that may change already.</param>
    /// <param name="isBarred">The cells that must not change.</param>
    /// <param name="remaining">How many cells are left to choose.</param>
    public bool Exceeds(bool[] isOpen, bool[] isBarred, int remaining)
    {
        Group(isOpen);
        if (count - (count / 2) > remaining)
        {
            return true;
        }

        Connect(isOpen, isBarred);
        return count - TreesByCover() > remaining || count - TreesBySize(remaining) > remaining;
    }

    private void Group(bool[] isOpen)
    {
        for (var node = 0; node < groupOf.Length; node++)
        {
            groupOf[node] = node;
            groupSum[node] = 0;
        }

        for (var arc = 0; arc < isOpen.Length; arc++)
        {
            if (isOpen[arc])
            {
                var (one, other) = (Root(network.Tail[arc]), Root(network.Head[arc]));
                groupOf[Math.Max(one, other)] = Math.Min(one, other);
            }
        }

        count = 0;
        for (var node = 0; node < groupOf.Length; node++)
        {
            groupOf[node] = Root(node);
            groupSum[groupOf[node]] += problem.Balance[node];
        }

        for (var node = 0; node < groupOf.Length; node++)
        {
            indexOf[node] = -1;
            if (groupSum[node] != 0)
            {
                sums[count] = groupSum[node];
                indexOf[node] = count++;
            }
        }
    }

    private int Root(int node)
    {
        while (groupOf[node] != node)
        {
            node = groupOf[node];
        }

        return node;
    }

    /// <summary>Which groups that are out share a cell that could change, and which of them one such cell would settle.</summary>
    private void Connect(bool[] isOpen, bool[] isBarred)
    {
        Array.Clear(neighbours, 0, count);
        paired = 0;
        for (var arc = 0; arc < isOpen.Length; arc++)
        {
            if (isOpen[arc] || isBarred[arc] || problem.Freedom[arc] != Freedom.Changeable)
            {
                continue;
            }

            var (tail, head) = (indexOf[groupOf[network.Tail[arc]]], indexOf[groupOf[network.Head[arc]]]);
            if (tail < 0 || head < 0 || tail == head)
            {
                continue;
            }

            neighbours[tail] |= 1UL << head;
            neighbours[head] |= 1UL << tail;
            if (sums[tail] + sums[head] == 0 && problem.Value[arc] + sums[tail] >= 0)
            {
                paired |= (1UL << tail) | (1UL << head);
            }
        }
    }

    /// <summary>The most trees, since a tree takes at least as many groups as the smallest one that each of them can be in.</summary>
    private int TreesBySize(int remaining)
    {
        var twelfths = 0;
        for (var group = 0; group < count; group++)
        {
            twelfths += (paired & (1UL << group)) != 0 ? 6 : neighbours[group] != 0 ? 4 : 0;
        }

        if (count - (twelfths / 12) > remaining)
        {
            return twelfths / 12;
        }

        for (var group = 0; group < count; group++)
        {
            twelfths -= (paired & (1UL << group)) == 0 && neighbours[group] != 0 && !IsInTriple(group) ? 1 : 0;
        }

        return twelfths / 12;
    }

    private bool IsInTriple(int group)
    {
        for (var others = neighbours[group]; others != 0; others &= others - 1)
        {
            var other = BitOperations.TrailingZeroCount(others);
            var thirds = (neighbours[group] | neighbours[other]) & ~(1UL << group) & ~(1UL << other);
            if (HasSum(thirds, -(sums[group] + sums[other])))
            {
                return true;
            }
        }

        // The group may also be at the end of a chain of which the far end is no neighbour of it: that is covered above,
        // since the middle of the chain is its neighbour and the far end a neighbour of the middle.
        return false;
    }

    private bool HasSum(ulong groups, long sum)
    {
        for (; groups != 0; groups &= groups - 1)
        {
            if (sums[BitOperations.TrailingZeroCount(groups)] == sum)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The most trees, since each holds a group of any set that touches all shared cells; and one that holds only one such group
    /// is a star around it.
    /// </summary>
    private int TreesByCover()
    {
        var cover = Cover();
        var stars = 0;
        for (var centres = cover; centres != 0; centres &= centres - 1)
        {
            var centre = BitOperations.TrailingZeroCount(centres);
            stars += HasStar(centre, neighbours[centre] & ~cover) ? 1 : 0;
        }

        return stars + ((BitOperations.PopCount(cover) - stars) / 2);
    }

    private ulong Cover()
    {
        neighbours.AsSpan(0, count).CopyTo(uncovered);
        var cover = 0UL;
        while (true)
        {
            var (most, degree) = (-1, 0);
            for (var group = 0; group < count; group++)
            {
                var shared = BitOperations.PopCount(uncovered[group]);
                (most, degree) = shared > degree ? (group, shared) : (most, degree);
            }

            if (most < 0)
            {
                return cover;
            }

            cover |= 1UL << most;
            for (var others = uncovered[most]; others != 0; others &= others - 1)
            {
                uncovered[BitOperations.TrailingZeroCount(others)] &= ~(1UL << most);
            }

            uncovered[most] = 0;
        }
    }

    /// <summary>Whether some of the leaves cancel out the centre; where there are many, it is taken that they do.</summary>
    private bool HasStar(int centre, ulong leaves)
    {
        var leafCount = BitOperations.PopCount(leaves);
        return leafCount > MostNeighbours || (leafCount > 0 && CanSum(leaves, -sums[centre]));
    }

    private bool CanSum(ulong groups, long sum)
    {
        if (groups == 0)
        {
            return false;
        }

        var first = sums[BitOperations.TrailingZeroCount(groups)];
        var others = groups & (groups - 1);
        return first == sum || CanSum(others, sum - first) || CanSum(others, sum);
    }
}
