using System.Numerics;

namespace Gongkai.Reports.Mending;

/// <summary>
/// How many further cells must change at least. Identities joined by open cells are taken as one group, signs are ignored, and then the cells
/// of a smallest mend form trees, each over groups whose errors cancel out. A tree over n groups that are out costs n-1 cells when it
/// touches no other group, and n or more when it does. So the bound is the number of groups that are out, less the most trees of
/// the first kind that there can be.
/// </summary>
internal sealed class LowerBound(MendProblem problem)
{
    private const int MostNeighbours = 10;

    private readonly ErrorGroups groups = new(problem);
    private readonly ulong[] uncovered = new ulong[problem.Network.NodeCount];

    /// <summary>Whether more than this many further cells must surely change.</summary>
    /// <param name="isOpen">The cells that may change already.</param>
    /// <param name="isBarred">The cells that must not change.</param>
    /// <param name="remaining">How many cells are left to choose.</param>
    public bool Exceeds(bool[] isOpen, bool[] isBarred, int remaining)
    {
        groups.Form(isOpen);
        var count = groups.Count;
        if (count - (count / 2) > remaining)
        {
            return true;
        }

        groups.Connect(isOpen, isBarred);
        return count - TreesByCover() > remaining || count - TreesBySize(remaining) > remaining;
    }

    /// <summary>The most trees, since a tree takes at least as many groups as the smallest one that each of them can be in.</summary>
    private int TreesBySize(int remaining)
    {
        var twelfths = 0;
        for (var group = 0; group < groups.Count; group++)
        {
            twelfths += (groups.Paired & (1UL << group)) != 0 ? 6 : groups.Neighbours[group] != 0 ? 4 : 0;
        }

        if (groups.Count - (twelfths / 12) > remaining)
        {
            return twelfths / 12;
        }

        for (var group = 0; group < groups.Count; group++)
        {
            twelfths -= (groups.Paired & (1UL << group)) == 0 && groups.Neighbours[group] != 0 && !IsInTriple(group) ? 1 : 0;
        }

        return twelfths / 12;
    }

    /// <summary>Whether it stands at an end or in the middle of a chain of three that cancel out.</summary>
    private bool IsInTriple(int group)
    {
        for (var others = groups.Neighbours[group]; others != 0; others &= others - 1)
        {
            var other = BitOperations.TrailingZeroCount(others);
            var thirds = (groups.Neighbours[group] | groups.Neighbours[other]) & ~(1UL << group) & ~(1UL << other);
            if (HasSum(thirds, -(groups.Sums[group] + groups.Sums[other])))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasSum(ulong among, long sum)
    {
        for (; among != 0; among &= among - 1)
        {
            if (groups.Sums[BitOperations.TrailingZeroCount(among)] == sum)
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
            stars += HasStar(centre, groups.Neighbours[centre] & ~cover) ? 1 : 0;
        }

        return stars + ((BitOperations.PopCount(cover) - stars) / 2);
    }

    private ulong Cover()
    {
        groups.Neighbours.AsSpan(0, groups.Count).CopyTo(uncovered);
        var cover = 0UL;
        while (true)
        {
            var (most, degree) = (-1, 0);
            for (var group = 0; group < groups.Count; group++)
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
        return leafCount > MostNeighbours || (leafCount > 0 && CanSum(leaves, -groups.Sums[centre]));
    }

    private bool CanSum(ulong among, long sum)
    {
        if (among == 0)
        {
            return false;
        }

        var first = groups.Sums[BitOperations.TrailingZeroCount(among)];
        var others = among & (among - 1);
        return first == sum || CanSum(others, sum - first) || CanSum(others, sum);
    }
}
