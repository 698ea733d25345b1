using Gongkai.Reports.Form;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>
/// Settles which column of table three each figure belongs to. Seven figures after a label are the seven columns; fewer
/// are placed only where the layout leaves one way to do it. Everything else stays unread.
/// </summary>
internal sealed class RequestPlacing(RequestTable table)
{
    private const int Columns = NationalForm.ColumnCount;

    private readonly Dictionary<(int Label, int Cells, int Depth), int> firstColumns = FullRows(table.Entries);
    private readonly Dictionary<int, RowShapes> shapesOfGrids = [];
    private readonly Dictionary<int, HeaderColumns> shownColumns = [];
    private readonly bool hasFigures = table.Entries.Any(entry => entry.Filled > 0);
    private readonly Lazy<bool> hasStrays = new(() => table.Entries.Any(entry => entry.Filled > Columns || (entry.Row is null && entry.Filled > 0)));

    /// <summary>The seven cells of an entry, in the order of the columns.</summary>
    /// <returns>The cells; all seven unreadable where the place of a figure is not certain.</returns>
    public Cell[] Place(RequestEntry entry)
    {
        if (entry.Filled == 0)
        {
            return PlaceNothing(entry);
        }

        if (RunTogether(entry) is { } digits)
        {
            return digits;
        }

        if (!entry.IsOneRow)
        {
            return entry.Filled == Columns && !entry.FollowsBareLabel ? InOrder(entry) : Unread(entry);
        }

        if (entry.Layout == GridLayout.Printed)
        {
            return PlacePrinted(entry);
        }

        return PlaceExact(entry);
    }

    private static Dictionary<(int Label, int Cells, int Depth), int> FullRows(IReadOnlyList<RequestEntry> entries)
    {
        var found = new Dictionary<(int, int, int), int>();
        foreach (var entry in entries)
        {
            if (entry is { IsOneRow: true, Filled: Columns, Row: not null })
            {
                var first = entry.Slots[entry.Slots.FindIndex(slot => !slot.IsBlank)].Cell;
                var last = entry.Slots[entry.Slots.FindLastIndex(slot => !slot.IsBlank)].Cell;
                var key = (entry.LabelCell, entry.RowCells, entry.Depth);
                if (last - first == Columns - 1)
                {
                    found[key] = !found.TryGetValue(key, out var known) || known == first ? first : -1;
                }
            }
        }

        return found;
    }

    private Cell[] PlaceNothing(RequestEntry entry)
    {
        var empty = !hasFigures || (entry.Slots.Count >= Columns && entry.IsOneRow) || (entry is { Grid: >= 0, IsOneRow: true } && entry.RowCells > 1 && !hasStrays.Value);
        var cell = empty ? Cell.Blank(entry.Place) : Cell.Unreadable("", entry.Place);
        var cells = new Cell[Columns];
        Array.Fill(cells, cell);
        return cells;
    }

    /// <summary>
    /// A row of text whose blanks may have vanished, or been pushed to its end: certain only where the last figure stands in
    /// the last column, and every sign of where the columns begin says the same.
    /// </summary>
    private Cell[] PlacePrinted(RequestEntry entry)
    {
        if (entry.Filled == Columns && entry.Slots.Count == Columns)
        {
            return InOrder(entry);
        }

        var shapes = Shapes(entry.Grid);
        if (shapes.IsTooWide(entry))
        {
            return Unread(entry);
        }

        if (entry.Filled == Columns && IsUnbroken(entry))
        {
            return InOrder(entry);
        }

        var first = -1;
        foreach (var candidate in FirstColumns(entry, shapes))
        {
            if (!Holds(entry, candidate) || (first >= 0 && first != candidate))
            {
                return Unread(entry);
            }

            first = candidate;
        }

        return first < 0 ? Unread(entry) : FromCells(entry, first);
    }

    /// <summary>Where the seven columns of the row begin, by each sign that there is.</summary>
    private IEnumerable<int> FirstColumns(RequestEntry entry, RowShapes shapes)
    {
        if (firstColumns.TryGetValue((entry.LabelCell, entry.RowCells, entry.Depth), out var known))
        {
            yield return known;
        }

        if (table.Headers.TryGetValue(entry.Grid, out var header) && header.IsInOrder && header[ApplicantColumn.Natural] > entry.LabelCell)
        {
            yield return header[ApplicantColumn.Natural];
        }

        // After a wide label a blank may be the rest of the label's own columns.
        if (shapes.EndsInSeventh || (entry.Width == Columns && shapes.KeepsWidth(entry) && (entry.Depth == 3 || !entry.Slots[0].IsBlank)))
        {
            yield return entry.LabelCell + 1;
        }
    }

    private RowShapes Shapes(int grid) =>
        shapesOfGrids.TryGetValue(grid, out var known) ? known : shapesOfGrids[grid] = new RowShapes(table.Entries, grid);

    private static bool IsUnbroken(RequestEntry entry)
    {
        var first = entry.Slots.FindIndex(slot => !slot.IsBlank);
        var last = entry.Slots.FindLastIndex(slot => !slot.IsBlank);
        return last - first == Columns - 1;
    }

    private static bool Holds(RequestEntry entry, int first)
    {
        var reachesEnd = false;
        foreach (var slot in entry.Slots)
        {
            if (!slot.IsBlank && (slot.Cell < first || slot.Cell >= first + Columns))
            {
                return false;
            }

            reachesEnd |= !slot.IsBlank && slot.Cell == first + Columns - 1;
        }

        return first >= 0 && reachesEnd;
    }

    private Cell[] PlaceExact(RequestEntry entry)
    {
        var byHeader = ByHeader(entry);
        var byCount = entry.Slots.Count == Columns && entry.Slots.TrueForAll(slot => slot.Span == 1 || slot.IsBlank)
            ? entry.Slots.Select(Read).ToArray()
            : null;
        if (byHeader is not null && byCount is not null)
        {
            return byHeader.Zip(byCount).All(pair => pair.First.HoldsSameAs(pair.Second)) ? byHeader
                : entry.Filled == Columns ? InOrder(entry) : Unread(entry);
        }

        return byHeader ?? byCount ?? (entry.Filled == Columns ? InOrder(entry) : PlacePrinted(entry));
    }

    /// <summary>The columns of a grid; a piece of a table without a header shows them by the rows whose labels leave no other cells.</summary>
    private HeaderColumns HeaderOf(int grid)
    {
        if (table.Headers.TryGetValue(grid, out var header) && header.IsComplete)
        {
            return header;
        }

        if (!shownColumns.TryGetValue(grid, out var shown))
        {
            var firsts = table.Entries
                .Where(entry => entry is { IsOneRow: true, Depth: 3, Row: not null, Slots.Count: Columns } && entry.Grid == grid)
                .Where(entry => entry.Slots.TrueForAll(slot => slot.Span == 1) && entry.Slots[^1].Column - entry.Slots[0].Column == Columns - 1)
                .Select(entry => entry.Slots[0].Column)
                .ToList();
            shownColumns[grid] = shown = new HeaderColumns();
            if (firsts.Count > 1 && firsts.TrueForAll(first => first == firsts[0]))
            {
                foreach (var column in Enum.GetValues<ApplicantColumn>())
                {
                    shown.Set(column, firsts[0] + (int)column, 1);
                }
            }
        }

        return shown;
    }

    private Cell[]? ByHeader(RequestEntry entry)
    {
        var header = HeaderOf(entry.Grid);
        if (!header.IsComplete)
        {
            return null;
        }

        var cells = new Cell[Columns];
        var found = 0;
        foreach (var slot in entry.Slots)
        {
            for (var column = slot.Column; column < slot.Column + slot.Span; column++)
            {
                if (header.At(column) is { } applicant)
                {
                    cells[(int)applicant] = slot.Span == 1 || slot.IsBlank ? Read(slot) : Cell.Unreadable(slot.Text, slot.Place);
                    found++;
                }
                else if (!slot.IsBlank && column <= header.Last + 1)
                {
                    return null;
                }
            }
        }

        return found == Columns ? cells : null;
    }

    private static Cell[] FromCells(RequestEntry entry, int first)
    {
        var cells = new Cell[Columns];
        Array.Fill(cells, Cell.Blank(entry.Place));
        foreach (var slot in entry.Slots)
        {
            var column = slot.Cell - first;
            if (column is >= 0 and < Columns)
            {
                cells[column] = Read(slot);
            }
        }

        return cells;
    }

    private static Cell[] InOrder(RequestEntry entry)
    {
        var cells = new Cell[Columns];
        var column = 0;
        foreach (var slot in entry.Slots)
        {
            if (!slot.IsBlank)
            {
                cells[column++] = Read(slot);
            }
        }

        return cells;
    }

    /// <summary>
    /// Seven figures of one digit each that lost the space between them. Zeros can be told apart whatever stood between;
    /// other digits only where the first and the last are the same and all between are zeros: one applicant kind and its total.
    /// </summary>
    private static Cell[]? RunTogether(RequestEntry entry)
    {
        if (entry.Filled == Columns)
        {
            return null;
        }

        var digits = string.Concat(entry.Slots.Where(slot => !slot.IsBlank).Select(slot => Folding.Fold(slot.Text)));
        if (digits.Length != Columns || digits.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return null;
        }

        var isZero = digits.All(digit => digit == '0');
        var isSum = entry.Slots.Count == 1 && digits[0] == digits[6] && digits.AsSpan(1, 5).IndexOfAnyExcept('0') < 0;
        return isZero || isSum ? [.. digits.Select(digit => Cell.Number(digit - '0', digits, entry.Slots[0].Place))] : null;
    }

    private static Cell Read(Slot slot) => FigureText.Read(slot.Text, "件", slot.Place);

    private static Cell[] Unread(RequestEntry entry)
    {
        var cells = new Cell[Columns];
        Array.Fill(cells, Cell.Unreadable(entry.Raw, entry.Slots.Count > 0 ? entry.Slots[0].Place : entry.Place));
        return cells;
    }
}
