using System.Numerics;

namespace Gongkai.Reports.Mending;

/// <summary>The smallest sets of cells on one network, and how sure that is.</summary>
/// <param name="Sets">The sets, as arcs; each of the same size, all different.</param>
/// <param name="IsProven">Whether no smaller set will do.</param>
/// <param name="IsComplete">Whether there are no other sets of that size.</param>
internal sealed record SmallestSets(List<int[]> Sets, bool IsProven, bool IsComplete);

/// <summary>
/// Finds the smallest sets of cells whose change makes all identities hold, the error localisation problem of Fellegi and Holt.
/// A set that cannot settle the identities leaves a cut that it does not cross; every set that can must have a cell of that cut.
/// So the search branches on the cells of the smallest such cut, at each depth in turn, and bars a cell once all sets with it are known.
/// </summary>
internal sealed class SetSearch
{
    private readonly MendProblem problem;
    private readonly CellNetwork network;
    private readonly Flow flow;
    private readonly LowerBound bound;
    private readonly bool[] isBarred;
    private readonly int[] hits;
    private readonly Stack<int> chosen = [];
    private readonly List<int[]> found = [];
    private readonly List<(long[] Change, long[] Excess)> saved = [];
    private readonly int mostSets;
    private int steps;

    private SetSearch(MendProblem problem, int steps, int mostSets)
    {
        this.problem = problem;
        network = problem.Network;
        flow = new Flow(problem);
        bound = new LowerBound(problem);
        isBarred = new bool[network.ArcCount];
        hits = new int[network.ArcCount];
        this.steps = steps;
        this.mostSets = mostSets;
    }

    private bool IsCut => steps < 0 || found.Count > mostSets;

    /// <summary>Searches within a number of steps, which it counts down.</summary>
    public static SmallestSets Run(MendProblem problem, ref int steps, int mostSets)
    {
        var search = new SetSearch(problem, steps, mostSets);
        var size = 0;
        while (search.found.Count == 0 && !search.IsCut)
        {
            search.Visit(size++, 0);
        }

        steps = Math.Max(search.steps, 0);
        if (!search.IsCut)
        {
            return new SmallestSets(search.found, IsProven: true, IsComplete: true);
        }

        // Every size before this one was searched to its end, so a set found at this size is a smallest one even when the search was cut.
        var smallest = size - 1;
        var guesses = RoughSets.Find(problem);
        var least = search.found.Count > 0 ? smallest : guesses.Min(set => set.Length);
        var sets = search.found.Concat(guesses.Where(set => set.Length == least)).DistinctBy(set => string.Join(' ', set.Order())).ToList();
        return new SmallestSets(sets, IsProven: least == smallest, IsComplete: false);
    }

    private void Visit(int remaining, int depth)
    {
        if (--steps < 0)
        {
            return;
        }

        if (flow.Settle())
        {
            found.Add([.. chosen]);
            return;
        }

        if (remaining == 0 || bound.Exceeds(flow.IsOpen, isBarred, remaining) || SmallestCut(remaining) is not { } cells)
        {
            return;
        }

        Branch(cells, remaining, depth);
    }

    private void Branch(List<int> cells, int remaining, int depth)
    {
        var (change, excess) = Save(depth);
        var tried = 0;
        foreach (var cell in cells)
        {
            flow.IsOpen[cell] = true;
            chosen.Push(cell);
            Visit(remaining - 1, depth + 1);
            chosen.Pop();
            flow.IsOpen[cell] = false;
            change.CopyTo(flow.Change, 0);
            excess.CopyTo(flow.Excess, 0);
            isBarred[cell] = true;
            tried++;
            if (IsCut)
            {
                break;
            }
        }

        foreach (var cell in cells.Take(tried))
        {
            isBarred[cell] = false;
        }
    }

    private (long[] Change, long[] Excess) Save(int depth)
    {
        if (saved.Count == depth)
        {
            saved.Add((new long[network.ArcCount], new long[network.NodeCount]));
        }

        flow.Change.CopyTo(saved[depth].Change, 0);
        flow.Excess.CopyTo(saved[depth].Excess, 0);
        return saved[depth];
    }

    /// <summary>The cells of the smallest cut, or null where a cut cannot be crossed, or not by so few cells.</summary>
    private List<int>? SmallestCut(int remaining)
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
            if (Crosses(arc, smallest) && (remaining > 1 || hits[arc] == cuts))
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
            return (~outside, true);
        }

        return (0, false);
    }

    /// <summary>Counts the cells over a border, from the side with fewer nodes: each of them is seen once.</summary>
    private int CountCrossing(ulong inside)
    {
        var outside = ~inside & (ulong.MaxValue >> (64 - network.NodeCount));
        inside &= ulong.MaxValue >> (64 - network.NodeCount);
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
