using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Gongkai.Reports.Reading;

/// <summary>
/// A table while it is read. When it ends it is settled: rows that only lay out the page (they hold tables, or long prose)
/// become blocks of their own, the rest stay rows of a grid.
/// </summary>
internal sealed class TableDraft(GridLayout layout = GridLayout.Exact)
{
    private const int ProseInOneCell = 500;
    private const int ProseAloneInRow = 150;
    private const int ProseAcrossRow = 40;

    public List<RowDraft> Rows { get; } = [];

    /// <summary>Adds what this table holds to the flow around it.</summary>
    public void SettleInto(BlockFlow flow)
    {
        if (Rows.TrueForAll(static row => row.Cells.Count <= 1))
        {
            foreach (var cell in Rows.SelectMany(static row => row.Cells))
            {
                flow.Add(cell);
            }

            return;
        }

        if (!Rows.Exists(IsLayout))
        {
            flow.Add(this);
            return;
        }

        var run = new TableDraft(layout);
        foreach (var row in Rows)
        {
            if (!IsLayout(row))
            {
                run.Rows.Add(row);
                continue;
            }

            run.EndRun(flow);
            run = new TableDraft(layout);
            foreach (var cell in row.Cells)
            {
                flow.Add(cell);
            }
        }

        run.EndRun(flow);
    }

    public SourceGrid ToGrid(int part)
    {
        var rows = ImmutableArray.CreateBuilder<GridRow>(Rows.Count);
        for (var index = 0; index < Rows.Count; index++)
        {
            var drafts = Rows[index].Cells;
            var cells = new GridCell[drafts.Count];
            for (var column = 0; column < cells.Length; column++)
            {
                var draft = drafts[column];
                cells[column] = new GridCell(draft.Text, draft.Column, draft.ColumnSpan, Math.Clamp(draft.RowSpan, 1, Rows.Count - index));
            }

            rows.Add(new GridRow(ImmutableCollectionsMarshal.AsImmutableArray(cells), new SourcePlace(part, index + 1, 0)));
        }

        return new SourceGrid(layout, rows.MoveToImmutable());
    }

    private void EndRun(BlockFlow flow)
    {
        if (Rows.Count > 0 && Rows.TrueForAll(static row => row.Cells.Count <= 1))
        {
            SettleInto(flow);
        }
        else if (Rows.Count > 0)
        {
            flow.Add(this);
        }
    }

    private static bool IsLayout(RowDraft row)
    {
        CellDraft? filled = null;
        var several = false;
        foreach (var cell in row.Cells)
        {
            if (cell.Flow is { HasTable: true } || cell.Length > ProseInOneCell)
            {
                return true;
            }

            if (cell.Length > 0)
            {
                several |= filled is not null;
                filled = cell;
            }
        }

        return !several && filled is not null && filled.Length > (row.Cells.Count == 1 ? ProseAcrossRow : ProseAloneInRow);
    }
}

/// <summary>A row of a table while it is read.</summary>
internal sealed class RowDraft
{
    public List<CellDraft> Cells { get; } = new(8);
}

/// <summary>A cell of a table while it is read. Most hold one paragraph; the flow is made for those that hold more.</summary>
internal sealed class CellDraft(int column, int columnSpan, int rowSpan)
{
    public int Column { get; } = column;

    public int ColumnSpan { get; set; } = columnSpan;

    public int RowSpan { get; set; } = rowSpan;

    public string? Single { get; private set; }

    public BlockFlow? Flow { get; private set; }

    public string Text => Flow?.Joined() ?? Single ?? "";

    public int Length => Flow is null ? Single?.Length ?? 0 : Text.Length;

    public void Add(string paragraph)
    {
        if (Flow is null && Single is null)
        {
            Single = paragraph;
            return;
        }

        FlowOrNew().Add(paragraph);
    }

    public BlockFlow FlowOrNew()
    {
        if (Flow is null)
        {
            Flow = new BlockFlow();
            if (Single is not null)
            {
                Flow.Add(Single);
                Single = null;
            }
        }

        return Flow;
    }
}
