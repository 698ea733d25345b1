namespace Gongkai.Reports.Reading.Pdf;

/// <summary>A table, or the part of one, on one page: cells between drawn lines.</summary>
internal sealed class TablePiece
{
    public required int Page { get; init; }

    /// <summary>Whether its cells stand between lines, or were found from where the words stand.</summary>
    public GridLayout Layout { get; init; } = GridLayout.Exact;

    /// <summary>The edges of the rows, from top to bottom.</summary>
    public required double[] Lines { get; init; }

    public double Top => Lines[0];

    public double Bottom => Lines[^1];

    /// <summary>The first of the page's lines that it took; only for tables without drawn lines.</summary>
    public int FirstLine { get; init; }

    /// <summary>The edges of the columns, from left to right.</summary>
    public required double[] Edges { get; init; }

    /// <summary>Between what the figures of each column stand; only for tables without drawn lines.</summary>
    public (double Left, double Right)[]? Columns { get; init; }

    public required List<List<PieceCell>> Rows { get; init; }

    /// <summary>Rows in which a word stands across a line: their places are not certain.</summary>
    public HashSet<int> Uncertain { get; } = [];

    /// <summary>Words that stand in no cell of the table's grid.</summary>
    public List<PdfWord> Stray { get; } = [];

    public bool Holds(PdfWord word) =>
        word.CentreX > Edges[0] && word.CentreX < Edges[^1] && word.CentreY > Top && word.CentreY < Bottom;
}

/// <summary>A cell between drawn lines.</summary>
internal sealed class PieceCell(double left, double right, int row, int rows)
{
    public double Left { get; } = left;

    public double Right { get; } = right;

    public int Row { get; } = row;

    public int Rows { get; } = rows;

    public List<PdfWord> Words { get; } = [];

    public string Text => PdfLine.Join(PdfLine.Of(Words));
}
