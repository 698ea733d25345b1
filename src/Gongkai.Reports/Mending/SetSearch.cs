namespace Gongkai.Reports.Mending;

/// <summary>
/// Finds the smallest sets of cells whose change makes all identities hold, the error localisation problem of Fellegi and Holt.
/// A set that cannot settle the identities leaves a cut that it does not cross; every set that can must have a cell of that cut.
/// So the search branches on the cells of the smallest such cut, at each depth in turn, and bars a cell once all sets with it are known.
/// </summary>
internal sealed class SetSearch
{
    private const int NodesPerStep = 12;

    private readonly MendProblem problem;
    private readonly Flow flow;
    private readonly LowerBound bound;
    private readonly Cuts cuts;
    private readonly bool[] isBarred;
    private readonly Stack<int> chosen = [];
    private readonly List<int[]> found = [];
    private readonly List<(long[] Change, long[] Excess)> saved = [];
    private readonly int mostSets;
    private int steps;

    private SetSearch(MendProblem problem, int steps, int mostSets)
    {
        this.problem = problem;
        flow = new Flow(problem);
        bound = new LowerBound(problem);
        isBarred = new bool[problem.Network.ArcCount];
        cuts = new Cuts(problem, flow, isBarred);
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

        // The more identities are out, the longer a step takes.
        steps -= flow.OutCount / NodesPerStep;
        if (remaining == 0 || bound.Exceeds(flow.IsOpen, isBarred, remaining) || cuts.Smallest(isLast: remaining == 1) is not { } cells)
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
            saved.Add((new long[flow.Change.Length], new long[flow.Excess.Length]));
        }

        flow.Change.CopyTo(saved[depth].Change, 0);
        flow.Excess.CopyTo(saved[depth].Excess, 0);
        return saved[depth];
    }
}
