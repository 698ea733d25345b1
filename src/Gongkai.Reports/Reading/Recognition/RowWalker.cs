using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Gongkai.Reports.Reading.Text;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>Walks a document's blocks as rows, leaving out page numbers.</summary>
internal static class RowWalker
{
    /// <summary>All rows of the document in order; <see cref="SourceRow.Index"/> is their place in the list.</summary>
    public static List<SourceRow> Walk(SourceDocument document)
    {
        var (paragraphs, most) = Count(document.Blocks);
        var rows = new List<SourceRow>(most);
        var cells = new GridCell[paragraphs];
        var (grid, next) = (0, 0);
        foreach (var block in document.Blocks)
        {
            if (block is SourceParagraph paragraph)
            {
                if (!LineText.IsPageNumber(paragraph.Text))
                {
                    cells[next] = new GridCell(paragraph.Text, 0);
                    rows.Add(new SourceRow(new ArraySegment<GridCell>(cells, next++, 1), -1, GridLayout.Printed, paragraph.Place, rows.Count));
                }
            }
            else if (block is SourceGrid table)
            {
                Add(table, grid++, rows);
            }
        }

        return rows;
    }

    /// <summary>How many paragraphs the blocks have, and how many rows at most.</summary>
    private static (int Paragraphs, int Rows) Count(ImmutableArray<SourceBlock> blocks)
    {
        var (paragraphs, rows) = (0, 0);
        foreach (var block in blocks)
        {
            if (block is SourceGrid table)
            {
                rows += table.Rows.Length;
            }
            else
            {
                paragraphs++;
            }
        }

        return (paragraphs, paragraphs + rows);
    }

    private static void Add(SourceGrid table, int grid, List<SourceRow> rows)
    {
        foreach (var row in table.Rows)
        {
            if (row.Cells.Length > 0 && !(row.Cells.Length == 1 && LineText.IsPageNumber(row.Cells[0].Text)))
            {
                var cells = ImmutableCollectionsMarshal.AsArray(row.Cells)!;
                rows.Add(new SourceRow(cells, grid, table.Layout, row.Place, rows.Count));
            }
        }
    }
}
