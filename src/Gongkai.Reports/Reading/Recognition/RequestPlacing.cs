using Gongkai.Reports.Form;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>
/// Settles which column of table three each figure belongs to. Seven figures after a label are the seven columns; fewer
/// are placed only where the layout leaves one way to do it. Everything else stays unread.
/// </summary>
internal sealed class RequestPlacing(RequestTable table)
{
    private const int Columns = NationalForm.ColumnCount;

    private readonly Cell[] placed = new Cell[Columns];
    private readonly Cell[] counted = new Cell[Columns];
    private Dictionary<(int Label, int Cells, int Depth), int>? firstColumns;
    private Dictionary<int, RowShapes>? shapesOfGrids;
    private Dictionary<int, HeaderColumns>? shownColumns;
    private bool? hasStrays;

    private bool HasStrays => hasStrays ??= FindStrays(table.Entries);

    /// <summary>The seven cells of an entry, in the order of the columns, until the next is placed.</summary>
    /// <returns>The cells; all seven unreadable where the place of a figure is not certain.</returns>
    public ReadOnlySpan<Cell> Place(RequestEntry entry)
    {
        if (entry.Filled == 0)
        {
            return PlaceNothing(entry);
        }

        if (entry.Filled != Columns && RunTogether(entry))
        {
            return placed;
        }

        if (!entry.IsOneRow)
        {
            return entry.Filled == Columns && !entry.FollowsBareLabel ? InOrder(entry) : Unread(entry);
        }

        return entry.Layout == GridLayout.Printed ? PlacePrinted(entry) : PlaceExact(entry);
    }

    /// <summary>The first cell of the seven in the rows that hold seven side by side, by the label's cell, the cells of the row and the label's depth; -1 where they differ.</summary>
    private static Dictionary<(int Label, int Cells, int Depth), int> FullRows(ReadOnlySpan<RequestEntry> entries)
    {
        var found = new Dictionary<(int, int, int), int>();
        foreach (var entry in entries)
        {
            if (entry is { IsOneRow: true, Filled: Columns, Row: not null })
            {
                var (first, last) = Ends(entry.Slots);
                var key = (entry.LabelCell, entry.RowCells, entry.Depth);
                if (entry.Slots[last].Cell - entry.Slots[first].Cell == Columns - 1)
                {
                    var cell = entry.Slots[first].Cell;
                    found[key] = !found.TryGetValue(key, out var known) || known == cell ? cell : -1;
                }
            }
        }

        return found;
    }

    private static bool FindStrays(ReadOnlySpan<RequestEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Filled > Columns || (entry.Row is null && entry.Filled > 0))
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<Cell> PlaceNothing(RequestEntry entry)
    {
        var empty = !table.HasFigures || (entry.Slots.Length >= Columns && entry.IsOneRow) || (entry is { Grid: >= 0, IsOneRow: true } && entry.RowCells > 1 && !HasStrays);
        return Fill(empty ? Cell.Blank(entry.Place) : Cell.Unreadable("", entry.Place));
    }

    /// <summary>
    /// A row of text whose blanks may have vanished, or been pushed to its end: certain only where the last figure stands in
    /// the last column, and every sign of where the columns begin says the same.
    /// </summary>
    private ReadOnlySpan<Cell> PlacePrinted(RequestEntry entry)
    {
        if (entry.Filled == Columns && entry.Slots.Length == Columns)
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

        var first = FirstColumn(entry, shapes);
        return first < 0 ? Unread(entry) : FromCells(entry, first);
    }

    /// <summary>Where the seven columns of the row begin, where every sign that there is says the same; -1 where it is not certain.</summary>
    private int FirstColumn(RequestEntry entry, RowShapes shapes)
    {
        Span<int> signs = stackalloc int[3];
        var count = 0;
        firstColumns ??= FullRows(table.Entries);
        if (firstColumns.TryGetValue((entry.LabelCell, entry.RowCells, entry.Depth), out var known))
        {
            signs[count++] = known;
        }

        if (table.Headers.TryGetValue(entry.Grid, out var header) && header.IsInOrder && header[ApplicantColumn.Natural] > entry.LabelCell)
        {
            signs[count++] = header[ApplicantColumn.Natural];
        }

        // After a wide label a blank may be the rest of the label's own columns.
        if (shapes.EndsInSeventh || (entry.Width == Columns && shapes.KeepsWidth(entry) && (entry.Depth == 3 || !entry.Slots[0].IsBlank)))
        {
            signs[count++] = entry.LabelCell + 1;
        }

        foreach (var sign in signs[..count])
        {
            if (sign != signs[0] || !Holds(entry, sign))
            {
                return -1;
            }
        }

        return count > 0 ? signs[0] : -1;
    }

    private RowShapes Shapes(int grid)
    {
        shapesOfGrids ??= [];
        return shapesOfGrids.TryGetValue(grid, out var known) ? known : shapesOfGrids[grid] = new RowShapes(table.Entries, grid);
    }

    private static bool IsUnbroken(RequestEntry entry) => Ends(entry.Slots) is var (first, last) && last - first == Columns - 1;

    /// <summary>The first and the last slot that hold something.</summary>
    private static (int First, int Last) Ends(ReadOnlySpan<Slot> slots)
    {
        var (first, last) = (0, slots.Length - 1);
        while (slots[first].IsBlank)
        {
            first++;
        }

        while (slots[last].IsBlank)
        {
            last--;
        }

        return (first, last);
    }

    private static bool Holds(RequestEntry entry, int first)
    {
        var reachesEnd = false;
        foreach (ref readonly var slot in entry.Slots)
        {
            if (!slot.IsBlank && (slot.Cell < first || slot.Cell >= first + Columns))
            {
                return false;
            }

            reachesEnd |= !slot.IsBlank && slot.Cell == first + Columns - 1;
        }

        return first >= 0 && reachesEnd;
    }

    private ReadOnlySpan<Cell> PlaceExact(RequestEntry entry)
    {
        if (HeaderOf(entry.Grid).StandsOver(entry.Slots) && ByCount(entry))
        {
            return counted;
        }

        var byHeader = ByHeader(entry);
        var byCount = ByCount(entry);
        if (byHeader && byCount)
        {
            return HoldSame(placed, counted) ? placed
                : entry.Filled == Columns ? InOrder(entry) : Unread(entry);
        }

        return byHeader ? placed
            : byCount ? counted
            : entry.Filled == Columns ? InOrder(entry) : PlacePrinted(entry);
    }

    private static bool HoldSame(ReadOnlySpan<Cell> some, ReadOnlySpan<Cell> others)
    {
        for (var index = 0; index < some.Length; index++)
        {
            if (!some[index].HoldsSameAs(others[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the slots are seven, each of one column; then they are in <see cref="counted"/>.</summary>
    private bool ByCount(RequestEntry entry)
    {
        var slots = entry.Slots;
        if (slots.Length != Columns)
        {
            return false;
        }

        for (var index = 0; index < slots.Length; index++)
        {
            if (slots[index].Span != 1 && !slots[index].IsBlank)
            {
                return false;
            }

            counted[index] = Read(slots[index]);
        }

        return true;
    }

    /// <summary>The columns of a grid; a piece of a table without a header shows them by the rows whose labels leave no other cells.</summary>
    private HeaderColumns HeaderOf(int grid)
    {
        if (table.Headers.TryGetValue(grid, out var header) && header.IsComplete)
        {
            return header;
        }

        shownColumns ??= [];
        return shownColumns.TryGetValue(grid, out var shown) ? shown : shownColumns[grid] = ShownColumns(table.Entries, grid);
    }

    private static HeaderColumns ShownColumns(ReadOnlySpan<RequestEntry> entries, int grid)
    {
        var (first, rows, differ) = (-1, 0, false);
        foreach (var entry in entries)
        {
            if (entry is { IsOneRow: true, Depth: 3, Row: not null } && entry.Grid == grid && StandSideBySide(entry.Slots))
            {
                differ |= rows > 0 && entry.Slots[0].Column != first;
                first = entry.Slots[0].Column;
                rows++;
            }
        }

        var shown = new HeaderColumns();
        for (var column = 0; rows > 1 && !differ && column < Columns; column++)
        {
            shown.Set((ApplicantColumn)column, first + column, 1);
        }

        return shown;
    }

    private static bool StandSideBySide(ReadOnlySpan<Slot> slots)
    {
        foreach (ref readonly var slot in slots)
        {
            if (slot.Span != 1)
            {
                return false;
            }
        }

        return slots.Length == Columns && slots[^1].Column - slots[0].Column == Columns - 1;
    }

    /// <summary>Whether each column of the header has its cell; then they are in <see cref="placed"/>.</summary>
    private bool ByHeader(RequestEntry entry)
    {
        var header = HeaderOf(entry.Grid);
        if (!header.IsComplete)
        {
            return false;
        }

        Array.Clear(placed);
        var found = 0;
        var last = header.Last;
        foreach (ref readonly var slot in entry.Slots)
        {
            for (var column = slot.Column; column < slot.Column + slot.Span; column++)
            {
                if (header.At(column) is { } applicant)
                {
                    placed[(int)applicant] = slot.Span == 1 || slot.IsBlank ? Read(slot) : Cell.Unreadable(slot.Text, slot.Place(table.Rows));
                    found++;
                }
                else if (!slot.IsBlank && column <= last + 1)
                {
                    return false;
                }
            }
        }

        return found == Columns;
    }

    private ReadOnlySpan<Cell> FromCells(RequestEntry entry, int first)
    {
        Fill(Cell.Blank(entry.Place));
        foreach (ref readonly var slot in entry.Slots)
        {
            var column = slot.Cell - first;
            if (column is >= 0 and < Columns)
            {
                placed[column] = Read(slot);
            }
        }

        return placed;
    }

    private ReadOnlySpan<Cell> InOrder(RequestEntry entry)
    {
        var column = 0;
        foreach (ref readonly var slot in entry.Slots)
        {
            if (!slot.IsBlank)
            {
                placed[column++] = Read(slot);
            }
        }

        return placed;
    }

    /// <summary>
    /// Seven figures of one digit each that lost the space between them. Zeros can be told apart whatever stood between;
    /// other digits only where the first and the last are the same and all between are zeros: one applicant kind and its total.
    /// </summary>
    private bool RunTogether(RequestEntry entry)
    {
        var length = 0;
        foreach (ref readonly var slot in entry.Slots)
        {
            length += slot.Text.Length;
        }

        if (length != Columns)
        {
            return false;
        }

        var digits = Folding.Fold(string.Concat(entry.FilledTexts()));
        if (digits.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return false;
        }

        var isZero = digits.AsSpan().IndexOfAnyExcept('0') < 0;
        var isSum = entry.Slots.Length == 1 && digits[0] == digits[6] && digits.AsSpan(1, 5).IndexOfAnyExcept('0') < 0;
        if (!isZero && !isSum)
        {
            return false;
        }

        for (var index = 0; index < Columns; index++)
        {
            placed[index] = Cell.Number(digits[index] - '0', digits, entry.Slots[0].Place(table.Rows));
        }

        return true;
    }

    private Cell Read(in Slot slot) => FigureText.Read(slot.Text, "件", slot.Place(table.Rows));

    private ReadOnlySpan<Cell> Unread(RequestEntry entry) =>
        Fill(Cell.Unreadable(entry.Raw, entry.Slots.IsEmpty ? entry.Place : entry.Slots[0].Place(table.Rows)));

    private ReadOnlySpan<Cell> Fill(Cell cell)
    {
        Array.Fill(placed, cell);
        return placed;
    }
}
