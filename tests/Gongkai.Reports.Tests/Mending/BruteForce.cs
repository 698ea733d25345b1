using System.Collections.Immutable;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Tests.Mending;

/// <summary>Tries every set of cells, smallest first, with every figure up to a bound: slow and plainly right.</summary>
/// <param name="identities">What has to hold.</param>
/// <param name="figures">The cells.</param>
/// <param name="largest">The largest figure that is tried.</param>
/// <param name="untouchable">The row that must not change, where there is one.</param>
internal sealed class BruteForce(IReadOnlyList<Identity> identities, FigureSet figures, long largest, RequestRow? untouchable = null)
{
    private readonly FigureAddress[] cells = [.. identities.SelectMany(identity => identity.Left.Concat(identity.Right)).Distinct()];

    /// <summary>All smallest sets of cells whose change makes the identities hold, each in order of address.</summary>
    public (int Size, HashSet<string> Sets) Smallest()
    {
        var readable = cells.Where(cell => figures[cell].IsNumber && NationalForm.RowOf(cell) != (untouchable ?? RequestRow.OtherwiseWhole)).ToArray();
        for (var size = 0; ; size++)
        {
            var sets = Subsets(readable, size).Where(IsEnough).Select(Name).ToHashSet();
            if (sets.Count > 0)
            {
                return (size, sets);
            }
        }
    }

    public static string Name(IEnumerable<FigureAddress> set) => string.Join(' ', set.OrderBy(cell => cell.Index));

    private static IEnumerable<ImmutableList<FigureAddress>> Subsets(FigureAddress[] all, int size, int from = 0)
    {
        if (size == 0)
        {
            return [ImmutableList<FigureAddress>.Empty];
        }

        return Enumerable.Range(from, Math.Max(0, all.Length - from))
            .SelectMany(first => Subsets(all, size - 1, first + 1).Select(rest => rest.Add(all[first])));
    }

    private bool IsEnough(ImmutableList<FigureAddress> set) =>
        Fill(cells.Where(cell => figures[cell].IsNumber && !set.Contains(cell)).ToDictionary(cell => cell, cell => (long)figures[cell].Value));

    /// <summary>Gives the cells that have no figure every figure in turn, those first that an identity settles.</summary>
    private bool Fill(Dictionary<FigureAddress, long> known)
    {
        FigureAddress? next = null;
        foreach (var identity in identities)
        {
            var open = identity.Left.Concat(identity.Right).Where(cell => !known.ContainsKey(cell)).ToList();
            var difference = identity.Left.Sum(cell => known.GetValueOrDefault(cell)) - identity.Right.Sum(cell => known.GetValueOrDefault(cell));
            if (open.Count == 0 && difference != 0)
            {
                return false;
            }

            if (open.Count == 1)
            {
                var settled = identity.Left.Contains(open[0]) ? -difference : difference;
                return settled >= 0 && Fill(new Dictionary<FigureAddress, long>(known) { [open[0]] = settled });
            }

            next ??= open.Count > 0 ? open[0] : null;
        }

        return next is not { } cell
            || Enumerable.Range(0, (int)largest + 1).Any(value => Fill(new Dictionary<FigureAddress, long>(known) { [cell] = value }));
    }
}
