using System.Collections.Immutable;

namespace Gongkai.Reports.Checking.Arithmetic;

/// <summary>How an identity stands with the cells of a report.</summary>
internal enum Verdict
{
    /// <summary>It holds, or whatever could break it was not read.</summary>
    Silent,

    /// <summary>It could hold with some figures in the unread cells, but not with zeros in the blank ones.</summary>
    BrokenIfBlankIsZero,

    /// <summary>No figures of zero or more in the unread cells could make it hold.</summary>
    Broken,
}

/// <summary>One identity weighed against the cells.</summary>
internal readonly record struct Weighing(IdentityTable.Row Row, Verdict Verdict, decimal Left, decimal Right, int Unread)
{
    public decimal Difference => Left - Right;

    public static Weighing Of(IdentityTable.Row row, FigureSet figures)
    {
        var cells = figures.Cells;
        var left = Sum(row.Left, cells, out var leftUnread, out var leftUnknown);
        var right = Sum(row.Right, cells, out var rightUnread, out var rightUnknown);
        var verdict = Verdict.Silent;
        if (left != right)
        {
            var couldHold = (leftUnread > 0 && left < right) || (rightUnread > 0 && right < left);
            verdict = !couldHold ? Verdict.Broken
                : leftUnknown + rightUnknown == 0 ? Verdict.BrokenIfBlankIsZero
                : Verdict.Silent;
        }

        return new Weighing(row, verdict, left, right, leftUnread + rightUnread);
    }

    /// <summary>The cells that the finding points at: the total first, then the parts that hold anything but a plain zero.</summary>
    public ImmutableArray<FigureAddress> Addresses(FigureSet figures)
    {
        var identity = Row.Identity;
        if (identity.Right.Length > 1)
        {
            return [.. identity.Left, .. identity.Right];
        }

        return [.. identity.Right, .. identity.Left.Where(address => figures[address].ValueOrNull != 0)];
    }

    private static decimal Sum(int[] indices, ReadOnlySpan<Cell> cells, out int unread, out int unknown)
    {
        var sum = 0m;
        unread = 0;
        unknown = 0;
        foreach (var index in indices)
        {
            ref readonly var cell = ref cells[index];
            if (cell.IsNumber)
            {
                sum += cell.Value;
                continue;
            }

            unread++;
            if (!cell.StandsForNothing())
            {
                unknown++;
            }
        }

        return sum;
    }
}
