using Gongkai.Reports.Reading.Text;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>Walks a document's blocks as rows, leaving out page numbers.</summary>
internal static class RowWalker
{
    /// <summary>All rows of the document in order; <see cref="SourceRow.Index"/> is their place in the list.</summary>
    public static List<SourceRow> Walk(SourceDocument document)
    {
        var rows = new List<SourceRow>(document.Blocks.Length + 32);
        var grid = 0;
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case SourceParagraph paragraph when !LineText.IsPageNumber(paragraph.Text):
                    rows.Add(new SourceRow([new GridCell(paragraph.Text, 0)], -1, GridLayout.Printed, paragraph.Place, rows.Count));
                    break;
                case SourceGrid table:
                    foreach (var row in table.Rows)
                    {
                        if (row.Cells.Length > 0 && !(row.Cells.Length == 1 && LineText.IsPageNumber(row.Cells[0].Text)))
                        {
                            rows.Add(new SourceRow(row.Cells, grid, table.Layout, row.Place, rows.Count));
                        }
                    }

                    grid++;
                    break;
                default:
                    break;
            }
        }

        return rows;
    }
}
