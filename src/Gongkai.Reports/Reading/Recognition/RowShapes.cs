using System.Runtime.InteropServices;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>How wide the rows of one grid of text usually are: a row that is wider than its like has got a cell too many somewhere.</summary>
internal sealed class RowShapes
{
    private const int FewestRows = 3;

    private readonly List<((int Label, int Depth, int Width) Shape, int Rows)> widths = [];
    private readonly int usualCells;
    private readonly bool alwaysSeven;
    private readonly int totalsInPlace;
    private readonly int wideTotalsInPlace;
    private readonly bool hasTotalElsewhere;

    /// <summary>Looks over the rows of a grid.</summary>
    public RowShapes(ReadOnlySpan<RequestEntry> entries, int grid)
    {
        var rows = 0;
        var cells = new List<(int Cells, int Rows)>();
        alwaysSeven = true;
        foreach (var entry in entries)
        {
            if (entry.Grid != grid || entry.Row is null || !entry.IsOneRow)
            {
                continue;
            }

            rows++;
            alwaysSeven &= entry.Width == NationalForm.ColumnCount;
            Count(cells, entry.RowCells);
            Count(widths, (entry.LabelCell, entry.Depth, entry.Width));
            if (entry.Filled > 0)
            {
                var inPlace = LastFigure(entry) == entry.LabelCell + NationalForm.ColumnCount;
                hasTotalElsewhere |= !inPlace;
                totalsInPlace += inPlace ? 1 : 0;
                wideTotalsInPlace += inPlace && entry.Depth < 3 ? 1 : 0;
            }
        }

        alwaysSeven &= rows >= FewestRows;
        usualCells = rows >= FewestRows ? cells.MaxBy(static pair => (pair.Rows, pair.Cells)).Cells : 0;
    }

    /// <summary>Whether the row has more cells than others whose label stands in the same cell.</summary>
    public bool IsTooWide(RequestEntry entry) =>
        entry.Width > NationalForm.ColumnCount && UsualWidth(entry) is { } width && entry.Width > width;

    /// <summary>
    /// Whether every row that holds figures ends them in the seventh cell after its label, also after wide labels: then no blank
    /// slid or vanished, and what follows the seventh cell is what is left of a wide label.
    /// </summary>
    public bool EndsInSeventh => !hasTotalElsewhere && totalsInPlace >= FewestRows && wideTotalsInPlace > 0;

    /// <summary>Whether no cell of the row was lost at its end, as far as the others tell.</summary>
    public bool KeepsWidth(RequestEntry entry) =>
        UsualWidth(entry) is { } width ? entry.Width == width : alwaysSeven || entry.RowCells == usualCells;

    private static int LastFigure(RequestEntry entry)
    {
        var slots = entry.Slots;
        var last = slots.Length - 1;
        while (slots[last].IsBlank)
        {
            last--;
        }

        return slots[last].Cell;
    }

    /// <summary>Counts one more; a table has few shapes of rows, so that a list is quickest.</summary>
    private static void Count<T>(List<(T Key, int Rows)> counts, T key)
        where T : struct, IEquatable<T>
    {
        foreach (ref var counted in CollectionsMarshal.AsSpan(counts))
        {
            if (counted.Key.Equals(key))
            {
                counted.Rows++;
                return;
            }
        }

        counts.Add((key, 1));
    }

    /// <summary>The most common width of the rows like this one, the widest of several; null where there is none but this row.</summary>
    private int? UsualWidth(RequestEntry entry)
    {
        var (best, most, rows) = (0, 0, 0);
        foreach (var (shape, count) in widths)
        {
            if (shape.Label == entry.LabelCell && shape.Depth == entry.Depth)
            {
                rows += count;
                if (count > most || (count == most && shape.Width > best))
                {
                    (best, most) = (shape.Width, count);
                }
            }
        }

        return rows > 1 ? best : null;
    }
}
