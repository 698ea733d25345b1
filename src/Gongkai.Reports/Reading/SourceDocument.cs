using System.Collections.Immutable;

namespace Gongkai.Reports.Reading;

/// <summary>A source file as blocks in reading order, whatever its format: what the format readers make and the recogniser reads.</summary>
/// <param name="Kind">The format, as in <see cref="ReportSource.Kind"/>.</param>
/// <param name="Blocks">Paragraphs and grids in reading order; a table inside a table's cell stands on its own, after the text before it.</param>
public sealed record SourceDocument(string Kind, ImmutableArray<SourceBlock> Blocks)
{
    /// <summary>The title that the file carries outside its text (the <c>title</c> of a page), or null.</summary>
    public string? Title { get; init; }
}

/// <summary>A paragraph or a grid.</summary>
public abstract record SourceBlock;

/// <summary>One paragraph or line, with what numbering the format made for it already in front of the text.</summary>
/// <param name="Text">The text; never null, without line ends.</param>
/// <param name="Place">Where it stands.</param>
public sealed record SourceParagraph(string Text, SourcePlace Place) : SourceBlock;

/// <summary>Rows of cells.</summary>
/// <param name="Layout">How far the columns of the cells can be trusted.</param>
/// <param name="Rows">The rows in order.</param>
public sealed record SourceGrid(GridLayout Layout, ImmutableArray<GridRow> Rows) : SourceBlock;

/// <summary>How far the columns of a grid can be trusted.</summary>
public enum GridLayout
{
    /// <summary>The format says where each cell is and what it spans: HTML, Word, Excel.</summary>
    Exact,

    /// <summary>Columns were found from where the words stand on the page: PDF.</summary>
    Placed,

    /// <summary>Cells stand in order only; a merged cell may show as blanks, a blank may have vanished: text with tabs or pipes.</summary>
    Printed,
}

/// <summary>A row of a grid: the cells that start in it, in order of column. Columns taken by a cell of a row above have no entry.</summary>
/// <param name="Cells">The cells.</param>
/// <param name="Place">Where the row stands; the column is 0.</param>
public sealed record GridRow(ImmutableArray<GridCell> Cells, SourcePlace Place);

/// <summary>A cell of a grid.</summary>
/// <param name="Text">Its text, trimmed; lines within it are parted by a line feed; empty for a blank cell.</param>
/// <param name="Column">The column that it starts in, from 0, counted with spans of the row and of rows above.</param>
/// <param name="ColumnSpan">How many columns it takes.</param>
/// <param name="RowSpan">How many rows it takes.</param>
public readonly record struct GridCell(string Text, int Column, int ColumnSpan = 1, int RowSpan = 1);
