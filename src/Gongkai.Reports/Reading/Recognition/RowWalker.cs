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
                case SourceParagraph paragraph when !IsPageNumber(paragraph.Text):
                    rows.Add(new SourceRow([new GridCell(paragraph.Text, 0)], -1, GridLayout.Printed, paragraph.Place, rows.Count));
                    break;
                case SourceGrid table:
                    foreach (var row in table.Rows)
                    {
                        if (row.Cells.Length > 0 && !(row.Cells.Length == 1 && IsPageNumber(row.Cells[0].Text)))
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

    /// <summary>Whether a line is a page's number: <c>- 3 -</c>, <c>第3页</c>, <c>第 3 页 共 9 页</c>.</summary>
    private static bool IsPageNumber(string text)
    {
        if (text.Length is < 3 or > 16)
        {
            return false;
        }

        var folded = Folding.Fold(text);
        if (folded[0] == '第' && folded[^1] == '页')
        {
            return true;
        }

        return FigureText.IsStroke(folded.AsSpan(0, 1))
            && FigureText.IsStroke(folded.AsSpan(folded.Length - 1))
            && folded.AsSpan(1, folded.Length - 2).Trim("-—– ") is var digits
            && digits.Length is > 0 and < 4
            && digits.IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
