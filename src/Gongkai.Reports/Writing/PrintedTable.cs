using System.Collections.Immutable;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Writing;

/// <summary>What a printed cell is to the cells around it.</summary>
public enum CellRole
{
    Note,
    Block,
    Column,
    Row,
    Figure,
}

/// <summary>A cell of a printed table; columns count from 0, and a cell that is covered from the left or from above has no entry.</summary>
public readonly record struct PrintedCell(string Text, CellRole Role, int Column, int ColumnSpan, int RowSpan, FigureAddress? Address);

/// <summary>A row of a printed table: the cells that start in it.</summary>
/// <param name="IsBlockStart">Whether a new block of table two begins here.</param>
/// <param name="Cells">The cells in order of column.</param>
public sealed record PrintedRow(bool IsBlockStart, ImmutableArray<PrintedCell> Cells);

/// <summary>One of the three tables with the merged cells of the form, as Word, HTML and Excel print it.</summary>
/// <param name="Form">Which table of the form.</param>
/// <param name="Section">The section that it stands in: 2, 3 or 4.</param>
/// <param name="HeaderRows">How many rows at the top are repeated on each page; 0 for table two, whose blocks have their own.</param>
/// <param name="Widths">The width of each column, in parts of <see cref="FullWidth"/>.</param>
/// <param name="Rows">The rows in order.</param>
public sealed record PrintedTable(
    FormTable Form, int Section, int HeaderRows, ImmutableArray<int> Widths, ImmutableArray<PrintedRow> Rows)
{
    /// <summary>The sum of the widths: the text area of the page (156 mm) in twentieths of a point.</summary>
    public const int FullWidth = 8845;

    public int WidthOf(PrintedCell cell)
    {
        var width = 0;
        for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
        {
            width += Widths[column];
        }

        return width;
    }
}
