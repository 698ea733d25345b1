using Gongkai.Reports.Form;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>How wide the rows of one grid of text usually are: a row that is wider than its like has got a cell too many somewhere.</summary>
internal sealed class RowShapes
{
    private const int FewestRows = 3;

    private readonly Dictionary<(int Label, int Depth, int Width), int> widths = [];
    private readonly int usualCells;
    private readonly bool alwaysSeven;

    /// <summary>Looks over the rows of a grid.</summary>
    public RowShapes(IReadOnlyList<RequestEntry> entries, int grid)
    {
        var rows = 0;
        var cells = new Dictionary<int, int>();
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
        }

        alwaysSeven &= rows >= FewestRows;
        usualCells = rows >= FewestRows ? cells.MaxBy(pair => (pair.Value, pair.Key)).Key : 0;
    }

    /// <summary>Whether the row has more cells than others whose label stands in the same cell.</summary>
    public bool IsTooWide(RequestEntry entry) =>
        entry.Width > NationalForm.ColumnCount && UsualWidth(entry) is { } width && entry.Width > width;

    /// <summary>Whether no cell of the row was lost at its end, as far as the others tell.</summary>
    public bool KeepsWidth(RequestEntry entry) =>
        UsualWidth(entry) is { } width ? entry.Width == width : alwaysSeven || entry.RowCells == usualCells;

    private static void Count<T>(Dictionary<T, int> counts, T key)
        where T : notnull =>
        counts[key] = counts.GetValueOrDefault(key) + 1;

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
