using System.Globalization;
using AngleSharp.Dom;

namespace Gongkai.Reports.Reading.Html;

/// <summary>A table of the page while it is walked: it gives each cell the column that a browser would give it.</summary>
internal sealed class HtmlTable(CellDraft? outerCell)
{
    private const int MostColumns = 256;
    private const int MostRows = 5_000;

    private readonly List<int> freeFromRow = [];
    private RowDraft? row;
    private int column;
    private int groupStart;

    public TableDraft Draft { get; } = new();

    /// <summary>The cell of the table around this one, or null.</summary>
    public CellDraft? OuterCell { get; } = outerCell;

    public void BeginGroup() => EndGroup();

    /// <summary>A cell never reaches out of its group of rows (thead, tbody, tfoot).</summary>
    public void EndGroup()
    {
        for (var index = groupStart; index < Draft.Rows.Count; index++)
        {
            foreach (var cell in Draft.Rows[index].Cells)
            {
                cell.RowSpan = Math.Min(cell.RowSpan, Draft.Rows.Count - index);
            }
        }

        groupStart = Draft.Rows.Count;
        freeFromRow.Clear();
        row = null;
    }

    public void BeginRow()
    {
        row = new RowDraft();
        Draft.Rows.Add(row);
        column = 0;
    }

    public CellDraft AddCell(IElement element)
    {
        if (row is null)
        {
            BeginRow();
        }

        var here = Draft.Rows.Count - 1;
        while (column < freeFromRow.Count && freeFromRow[column] > here)
        {
            column++;
        }

        var columnSpan = 1;
        var rowSpan = 1;
        if (element.Attributes.Length > 0)
        {
            columnSpan = Math.Clamp(Span(element.GetAttribute("colspan")), 1, MostColumns);
            rowSpan = Span(element.GetAttribute("rowspan"));
            rowSpan = rowSpan == 0 ? MostRows : Math.Clamp(rowSpan, 1, MostRows);
        }

        var draft = new CellDraft(column, columnSpan, rowSpan);
        row!.Cells.Add(draft);
        Occupy(columnSpan, here + rowSpan);
        column += columnSpan;
        return draft;
    }

    private void Occupy(int columnSpan, int until)
    {
        for (var taken = column; taken < Math.Min(column + columnSpan, MostColumns); taken++)
        {
            while (freeFromRow.Count <= taken)
            {
                freeFromRow.Add(0);
            }

            freeFromRow[taken] = Math.Max(freeFromRow[taken], until);
        }
    }

    private static int Span(string? attribute) =>
        attribute is null || !int.TryParse(attribute.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? 1 : span;
}
