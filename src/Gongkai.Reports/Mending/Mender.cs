using System.Collections.Immutable;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Mending;

/// <summary>
/// Finds the smallest changes that make the figures of a report agree (勾稽关系), with last year's carry-over where last year's report is given.
/// Only figures that were read are changed, and only to counts; cells that were not read may hold whatever makes the sums agree. Nothing is applied.
/// </summary>
public static class Mender
{
    private const int SetsPerListedMend = 8;

    /// <summary>The smallest changes to a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="last">Last year's report of the same agency, of which nothing is changed.</param>
    /// <param name="limits">Bounds on the search.</param>
    /// <param name="supported">What the report's own text says of its figures: used to rank, never to change.</param>
    public static MendResult Find(
        AnnualReport report,
        AnnualReport? last = null,
        MendLimits? limits = null,
        IReadOnlyDictionary<FigureAddress, decimal>? supported = null) => Find(report.Figures, last?.Figures, limits, supported);

    /// <summary>The smallest changes to the figures of a report.</summary>
    public static MendResult Find(
        FigureSet figures,
        FigureSet? last = null,
        MendLimits? limits = null,
        IReadOnlyDictionary<FigureAddress, decimal>? supported = null) =>
        Find(CellNetwork.OfForm(Identities.HasSingleOtherwiseRow(figures)), figures, CarryOver.Of(last), limits ?? MendLimits.Default, supported);

    /// <summary>A copy of the report with a mend made to it; the raw text and the place of a mended cell stay those of the source.</summary>
    /// <exception cref="ArgumentException">The mend is not one of this report: a figure that it changes is not there.</exception>
    public static AnnualReport Apply(AnnualReport report, Mend mend)
    {
        foreach (var change in mend.Changes)
        {
            if (report.Figures[change.Address].ValueOrNull != change.From)
            {
                throw new ArgumentException($"{change.Address} does not hold {change.From}.", nameof(mend));
            }
        }

        return report with
        {
            Figures = report.Figures.With(mend.Changes.Select(change =>
                KeyValuePair.Create(change.Address, Cell.Number(change.To, place: report.Figures[change.Address].Place)))),
        };
    }

    internal static MendResult Find(
        ImmutableArray<CellNetwork> networks,
        FigureSet figures,
        CarryOver carryOver,
        MendLimits limits,
        IReadOnlyDictionary<FigureAddress, decimal>? supported)
    {
        var likelihood = new Likelihood(carryOver, supported);
        var steps = limits.Steps;
        var result = MendResult.Clean with { IsCarryOverBroken = carryOver.IsBroken };
        List<WeighedMend> best = [new([], 0, "", true)];
        var parts = new List<Mend>();
        // The small tables come first, so that a hard one cannot take their steps.
        foreach (var network in networks.OrderBy(network => network.ArcCount))
        {
            var problem = MendProblem.Of(network, figures, carryOver);
            if (problem.IsSettled)
            {
                continue;
            }

            var smallest = SetSearch.Run(problem, ref steps, limits.Mends * SetsPerListedMend);
            var changed = smallest.Sets[0].Length + problem.Forced.Count;
            if (changed == 0)
            {
                continue;
            }

            var (mends, isOnly) = Weigh(problem, smallest.Sets, figures, likelihood);
            result = result with
            {
                ChangedCells = result.ChangedCells + changed,
                IsProven = result.IsProven && smallest.IsProven,
                IsComplete = result.IsComplete && smallest.IsComplete && isOnly && best.Count * mends.Count <= limits.Mends,
                HasUnread = result.HasUnread || HasUnread(problem, figures),
            };
            parts.AddRange(Apart(problem, mends, likelihood, limits.Mends));
            best = Combine(best, mends, limits.Mends);
        }

        return result with { Mends = [.. best.Where(mend => mend.Changes.Length > 0).Select(mend => mend.ToMend())], Parts = [.. parts] };
    }

    private static (List<WeighedMend> Mends, bool IsOnly) Weigh(MendProblem problem, List<int[]> sets, FigureSet figures, Likelihood likelihood)
    {
        var cells = problem.Network.Cells;
        var mends = new List<WeighedMend>();
        var isOnly = true;
        foreach (var set in sets)
        {
            int[] changing = [.. problem.Forced.Concat(set).Order()];
            var (ways, isOnlyWay) = SetValues.Of(problem, changing, arc => likelihood.Wish(cells[arc]), arc => figures[cells[arc]].Value);
            isOnly &= isOnlyWay;
            foreach (var way in ways)
            {
                ImmutableArray<MendedCell> changes =
                    [.. changing.Select((arc, index) => new MendedCell(cells[arc], figures[cells[arc]].Value, way[index])).OrderBy(change => change.Address.Index)];
                mends.Add(Weighed(changes, isOnlyWay, likelihood));
            }
        }

        return (mends, isOnly);
    }

    private static WeighedMend Weighed(ImmutableArray<MendedCell> changes, bool isOnlyWay, Likelihood likelihood)
    {
        var (points, reason) = likelihood.Weigh(changes.AsSpan());
        return new WeighedMend(changes, points, isOnlyWay ? reason : WithChoice(reason), isOnlyWay);
    }

    /// <summary>The parts of one table's mends, those of the best mend first.</summary>
    private static IEnumerable<Mend> Apart(MendProblem problem, List<WeighedMend> mends, Likelihood likelihood, int most)
    {
        var parts = new MendParts(problem);
        return Ranked(mends)
            .SelectMany(mend => parts.Of(mend.Changes), (mend, part) => part.Length == mend.Changes.Length ? mend : Weighed(part, mend.IsOnlyWay, likelihood))
            .DistinctBy(part => part.Order)
            .Where(part => parts.Take(part.Changes, most))
            .Select(part => part.ToMend());
    }

    private static string WithChoice(string reason) =>
        (reason.Length > 0 ? reason + "；" : "") + "有单元格未读出，改后的数不止一种可能，请核对原始台账";

    /// <summary>Every mend of one table with every mend of another, best first.</summary>
    private static List<WeighedMend> Combine(List<WeighedMend> some, List<WeighedMend> others, int most) =>
    [
        .. Ranked(some).Take(most)
            .SelectMany(_ => Ranked(others).Take(most), (one, other) => new WeighedMend(
                [.. one.Changes.Concat(other.Changes).OrderBy(change => change.Address.Index)],
                one.Points + other.Points,
                string.Join("；", new[] { one.Reason, other.Reason }.Where(reason => reason.Length > 0)),
                one.IsOnlyWay && other.IsOnlyWay))
            .OrderByDescending(mend => mend.Points)
            .ThenBy(mend => mend.Order)
            .Take(most),
    ];

    private static IEnumerable<WeighedMend> Ranked(List<WeighedMend> mends) => mends.OrderByDescending(mend => mend.Points).ThenBy(mend => mend.Order);

    /// <summary>Whether unread cells stand in identities that fail. Where none fails by itself, they fail together over an unread cell.</summary>
    private static bool HasUnread(MendProblem problem, FigureSet figures)
    {
        var unread = problem.Network.Cells.Where((_, arc) => problem.IsUnread(figures, arc)).ToHashSet();
        if (unread.Count == 0)
        {
            return false;
        }

        var failing = problem.Network.Requirements.Where(identity => Fails(identity, figures, unread)).ToList();
        return failing.Count == 0 || failing.Any(identity => identity.Left.Concat(identity.Right).Any(unread.Contains));
    }

    private static bool Fails(Identity identity, FigureSet figures, HashSet<FigureAddress> unread)
    {
        if (identity.Left.Concat(identity.Right).Any(cell => figures[cell].IsNumber && !MendProblem.IsCount(figures[cell])))
        {
            return true;
        }

        var left = identity.Left.Sum(cell => figures[cell].ValueOrNull ?? 0);
        var right = identity.Right.Sum(cell => figures[cell].ValueOrNull ?? 0);
        return (left < right && !identity.Left.Any(unread.Contains)) || (left > right && !identity.Right.Any(unread.Contains));
    }

    /// <param name="Changes">The cells that change, in the order of the form.</param>
    /// <param name="Points">How likely it is.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IsOnlyWay">Whether no other figures in these cells would do.</param>
    private sealed record WeighedMend(ImmutableArray<MendedCell> Changes, int Points, string Reason, bool IsOnlyWay)
    {
        /// <summary>Settles the order of equally likely mends, so that it is always the same.</summary>
        public string Order { get; } = string.Join(' ', Changes.Select(change => $"{change.Address.Index:D3}={change.To}"));

        public Mend ToMend() => new(Changes) { Reason = Reason };
    }
}
