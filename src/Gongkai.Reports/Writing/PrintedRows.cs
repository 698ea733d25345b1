using System.Collections.Immutable;

namespace Gongkai.Reports.Writing;

/// <summary>Collects the rows of one printed table; each cell is put right of the one before it, past what a cell above covers.</summary>
internal sealed class PrintedRows(FigureSet figures, int columnCount)
{
    private readonly ImmutableArray<PrintedRow>.Builder rows = ImmutableArray.CreateBuilder<PrintedRow>();
    private readonly int[] coveredUntil = new int[columnCount];
    private ImmutableArray<PrintedCell>.Builder cells = ImmutableArray.CreateBuilder<PrintedCell>();
    private bool isBlockStart;

    public PrintedRows Cell(string text, CellRole role, int columnSpan = 1, int rowSpan = 1) =>
        Place(text, role, columnSpan, rowSpan, null);

    public PrintedRows Figure(FigureAddress address, int columnSpan = 1) =>
        Place(CellText.Print(figures[address]), CellRole.Figure, columnSpan, 1, address);

    public void Block(string text)
    {
        isBlockStart = true;
        Cell(text, CellRole.Block, columnCount).EndRow();
    }

    public void EndRow()
    {
        rows.Add(new PrintedRow(isBlockStart, cells.ToImmutable()));
        cells = ImmutableArray.CreateBuilder<PrintedCell>();
        isBlockStart = false;
    }

    public ImmutableArray<PrintedRow> Build() => rows.ToImmutable();

    private PrintedRows Place(string text, CellRole role, int columnSpan, int rowSpan, FigureAddress? address)
    {
        var column = cells.Count == 0 ? 0 : cells[^1].Column + cells[^1].ColumnSpan;
        while (coveredUntil[column] > rows.Count)
        {
            column++;
        }

        coveredUntil.AsSpan(column, columnSpan).Fill(rows.Count + rowSpan);
        cells.Add(new PrintedCell(text, role, column, columnSpan, rowSpan, address));
        return this;
    }
}
