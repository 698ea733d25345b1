namespace Gongkai.Reports.Mending;

/// <summary>The figures that the cells of a set take. Mostly there is one way only; where unread cells leave a choice, a few sensible ways are given.</summary>
internal static class SetValues
{
    /// <summary>Each way as the new figures of <paramref name="cells"/>, in the same order; and whether there are other ways.</summary>
    /// <param name="problem">The figures as they are.</param>
    /// <param name="cells">The arcs that change, with the forced ones.</param>
    /// <param name="wish">The figure that the text gives for an arc, where it gives one.</param>
    /// <param name="original">The figure that stands there.</param>
    public static (List<long[]> Ways, bool IsOnly) Of(MendProblem problem, int[] cells, Func<int, long?> wish, Func<int, decimal> original)
    {
        var flow = Settled(problem, cells);
        if (cells.All(cell => IsRigid(problem.Network, flow, cell)))
        {
            return ([Figures(flow, cells)], true);
        }

        List<long[]> ways =
        [
            Pin(problem, cells, cells, cell => wish(cell) ?? Nearest(original(cell))),
            Pin(problem, cells, cells, cell => Nearest(original(cell))),
            Pin(problem, cells, [.. cells.Reverse()], cell => Nearest(original(cell))),
        ];
        return ([.. ways.DistinctBy(way => string.Join(' ', way))], false);
    }

    private static long Nearest(decimal original) => (long)Math.Clamp(decimal.Round(original), 0, long.MaxValue);

    private static Flow Settled(MendProblem problem, int[] cells)
    {
        var flow = new Flow(problem);
        foreach (var cell in cells)
        {
            flow.IsOpen[cell] = problem.Freedom[cell] != Freedom.Fixed;
        }

        flow.Settle();
        return flow;
    }

    private static long[] Pin(MendProblem problem, int[] cells, int[] order, Func<int, long> target)
    {
        var flow = Settled(problem, cells);
        foreach (var cell in order.Where(cell => flow.IsOpen[cell]))
        {
            flow.Move(cell, target(cell));
            flow.IsOpen[cell] = false;
        }

        return Figures(flow, cells);
    }

    private static long[] Figures(Flow flow, int[] cells) => [.. cells.Select(flow.ValueOf)];

    /// <summary>Whether the cell can neither rise nor fall while the others make up for it.</summary>
    private static bool IsRigid(CellNetwork network, Flow flow, int cell)
    {
        if (!flow.IsOpen[cell])
        {
            return true;
        }

        flow.IsOpen[cell] = false;
        var (tail, head) = (1UL << network.Tail[cell], 1UL << network.Head[cell]);
        var canRise = (flow.Reach(network.Head[cell], backwards: false) & tail) != 0;
        var canFall = flow.ValueOf(cell) > 0 && (flow.Reach(network.Tail[cell], backwards: false) & head) != 0;
        flow.IsOpen[cell] = true;
        return !canRise && !canFall;
    }
}
