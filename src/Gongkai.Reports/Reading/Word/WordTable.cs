namespace Gongkai.Reports.Reading.Word;

/// <summary>A table of a Word file while it is read. Columns are those of the table's grid; a cell that goes on from above has no entry.</summary>
internal sealed class WordTable
{
    private const int MostColumns = 256;

    private readonly Dictionary<int, (CellDraft Cell, int LastRow)> open = [];
    private RowDraft? row;
    private int column;
    private bool rowIsDeleted;
    private bool cellIsAdded;

    public TableDraft Draft { get; } = new();

    /// <summary>The cell that is being read; null between cells and in one that is not shown.</summary>
    public CellDraft? Cell { get; private set; }

    public void BeginRow()
    {
        row = new RowDraft();
        column = 0;
        rowIsDeleted = false;
        Cell = null;
    }

    public void EndRow()
    {
        if (row is not null && !rowIsDeleted)
        {
            Draft.Rows.Add(row);
        }

        row = null;
        rowIsDeleted = false;
        Cell = null;
    }

    public void DeleteRow() => rowIsDeleted = true;

    public void SkipColumns(int count) => column = Math.Clamp(column + count, 0, MostColumns);

    public void BeginCell()
    {
        Cell = new CellDraft(column, 1, 1);
        cellIsAdded = false;
    }

    public void SpanColumns(int count)
    {
        if (Cell is not null)
        {
            Cell.ColumnSpan = Math.Clamp(count, 1, MostColumns);
        }
    }

    public void MergeDown(bool begins)
    {
        if (rowIsDeleted || Cell is null)
        {
            return;
        }

        var here = Draft.Rows.Count;
        if (begins)
        {
            open[column] = (Cell, here);
            AddCell();
        }
        else if (open.TryGetValue(column, out var above) && above.LastRow == here - 1)
        {
            above.Cell.RowSpan++;
            open[column] = (above.Cell, here);
            cellIsAdded = true;
        }
    }

    /// <summary>The cell before goes on over this one (w:hMerge).</summary>
    public void MergeRight()
    {
        if (row is { Cells.Count: > 0 } && Cell is not null)
        {
            row.Cells[^1].ColumnSpan += Cell.ColumnSpan;
            cellIsAdded = true;
        }
    }

    public void DeleteCell()
    {
        cellIsAdded = true;
        if (Cell is not null)
        {
            Cell.ColumnSpan = 0;
        }
    }

    public void Add(string text) => Cell?.Add(text);

    public void EndCell()
    {
        if (Cell is null)
        {
            return;
        }

        if (!cellIsAdded)
        {
            AddCell();
        }

        column = Math.Min(column + Cell.ColumnSpan, MostColumns);
        Cell = null;
    }

    private void AddCell()
    {
        row?.Cells.Add(Cell!);
        cellIsAdded = true;
    }
}
