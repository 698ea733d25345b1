using System.Collections.Immutable;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>One row of the source as the recogniser walks it: a row of a grid, or a paragraph split into what stands like cells in it.</summary>
/// <param name="Cells">The cells.</param>
/// <param name="Grid">The number of the grid in the document, or -1 for a paragraph.</param>
/// <param name="Layout">How far the columns can be trusted.</param>
/// <param name="Place">Where the row stands.</param>
/// <param name="Index">The number of the row in the document.</param>
internal readonly record struct SourceRow(ImmutableArray<GridCell> Cells, int Grid, GridLayout Layout, SourcePlace Place, int Index)
{
    /// <summary>Whether it is a paragraph.</summary>
    public bool IsParagraph => Grid < 0;

    /// <summary>The text of the only cell that holds any, or null where none or several do.</summary>
    public string? OnlyText
    {
        get
        {
            string? only = null;
            foreach (var cell in Cells)
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
    public string Line => IsParagraph && !Cells[0].Text.Contains('\n', StringComparison.Ordinal)
        ? Cells[0].Text
        : string.Join(' ', Cells.Where(cell => cell.Text.Length > 0).Select(cell => cell.Text.Replace('\n', ' ')));
}
