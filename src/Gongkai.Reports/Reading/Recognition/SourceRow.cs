namespace Gongkai.Reports.Reading.Recognition;

/// <summary>One row of the source as the recogniser walks it: a row of a grid, or a paragraph as one cell.</summary>
/// <param name="Segment">Where its cells are kept.</param>
/// <param name="Grid">The number of the grid in the document, or -1 for a paragraph.</param>
/// <param name="Layout">How far the columns can be trusted.</param>
/// <param name="Place">Where the row stands.</param>
/// <param name="Index">The number of the row in the document.</param>
internal readonly record struct SourceRow(ArraySegment<GridCell> Segment, int Grid, GridLayout Layout, SourcePlace Place, int Index)
{
    /// <summary>The cells.</summary>
    public ReadOnlySpan<GridCell> Cells => Segment;

    /// <summary>Whether it is a paragraph.</summary>
    public bool IsParagraph => Grid < 0;

    /// <summary>The text of the only cell that holds any, or null where none or several do.</summary>
    public string? OnlyText
    {
        get
        {
            string? only = null;
            foreach (ref readonly var cell in Cells)
            {
                if (cell.Text.Length > 0)
                {
                    if (only is not null)
                    {
                        return null;
                    }

                    only = cell.Text;
                }
            }

            return only;
        }
    }

    /// <summary>The row as one line, for messages and for the text of a section.</summary>
    public string Line => OnlyText is { } only
        ? only.Replace('\n', ' ')
        : string.Join(' ', Segment.Where(cell => cell.Text.Length > 0).Select(cell => cell.Text.Replace('\n', ' ')));
}
