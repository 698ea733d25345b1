namespace Gongkai.Reports.Mending;

/// <summary>
/// Sets of cells that make all identities hold and of which none can be left out, though a smaller set may exist elsewhere:
/// what is offered where the search for the smallest ran out of steps.
/// </summary>
internal static class RoughSets
{
    /// <summary>One set that changes totals where it can, one that changes details, one that changes whatever is nearest.</summary>
    public static List<int[]> Find(MendProblem problem)
    {
        var totals = problem.Network.Cells.Select(FigureTotals.IsTotal).ToArray();
        Func<int, bool>[] preferences = [arc => totals[arc], arc => !totals[arc], _ => true];
        return [.. preferences.Select(preferred => Find(problem, preferred))];
    }

    private static int[] Find(MendProblem problem, Func<int, bool> preferred)
    {
        var flow = new Flow(problem);
        foreach (var stage in (ReadOnlySpan<bool>)[true, false])
        {
            for (var arc = 0; arc < flow.IsOpen.Length; arc++)
            {
                flow.IsOpen[arc] |= problem.Freedom[arc] == Freedom.Changeable && preferred(arc) == stage;
            }

            if (flow.Settle())
            {
                break;
            }
        }

        var needed = Enumerable.Range(0, flow.Change.Length)
            .Where(arc => flow.Change[arc] != 0 && problem.Freedom[arc] == Freedom.Changeable)
            .ToList();
        for (var arc = 0; arc < flow.IsOpen.Length; arc++)
        {
            flow.IsOpen[arc] = problem.Freedom[arc] == Freedom.Unknown || flow.Change[arc] != 0;
        }

        foreach (var arc in needed.OrderBy(preferred))
        {
            var before = flow.ValueOf(arc);
            flow.IsOpen[arc] = false;
            flow.Move(arc, problem.Value[arc]);
            if (flow.Change[arc] != 0)
            {
                flow.Move(arc, before);
                flow.IsOpen[arc] = true;
            }
        }

        return [.. needed.Where(arc => flow.Change[arc] != 0)];
    }
}
