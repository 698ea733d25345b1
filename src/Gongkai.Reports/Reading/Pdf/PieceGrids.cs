using System.Collections.Immutable;
using System.Globalization;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>Makes one grid of the pieces of a table on successive pages, on columns that all of them share.</summary>
internal static class PieceGrids
{
    private const double Same = 5;

    public static IEnumerable<SourceBlock> Join(List<TablePiece> pieces)
    {
        var edges = Edges(pieces);
        var rows = ImmutableArray.CreateBuilder<GridRow>();
        var first = pieces[0];
        foreach (var piece in pieces)
        {
            var repeated = ReferenceEquals(piece, first) ? 0 : RepeatedHeader(first, piece);
            for (var row = repeated; row < piece.Rows.Count; row++)
            {
                if (piece.Uncertain.Contains(row))
                {
                    if (rows.Count > 0)
                    {
                        yield return new SourceGrid(first.Layout, rows.DrainToImmutable());
                    }

                    yield return new SourceParagraph(RawText(piece, row), new SourcePlace(piece.Page, row + 1, 0));
                }
                else if (piece.Rows[row].Count > 0)
                {
                    rows.Add(new GridRow([.. piece.Rows[row].Select(cell => ToCell(cell, piece, edges))], new SourcePlace(piece.Page, row + 1, 0)));
                }
            }
        }

        if (rows.Count > 0)
        {
            yield return new SourceGrid(first.Layout, rows.DrainToImmutable());
        }
    }

    private static GridCell ToCell(PieceCell cell, TablePiece piece, double[] edges)
    {
        var column = Column(edges, cell.Left);
        return new GridCell(cell.Text, column, Math.Max(1, Column(edges, cell.Right) - column), Math.Clamp(cell.Rows, 1, piece.Rows.Count - cell.Row));
    }

    private static string RawText(TablePiece piece, int row)
    {
        var words = piece.Rows[row].SelectMany(static cell => cell.Words).Concat(
            piece.Stray.Where(word => word.CentreY >= piece.Lines[row] && word.CentreY < piece.Lines[row + 1]));
        return string.Join(' ', PdfLine.Of(words).SelectMany(static line => line.Words).Select(static word => word.Text));
    }

    private static double[] Edges(List<TablePiece> pieces)
    {
        var edges = new List<double>();
        foreach (var edge in pieces.SelectMany(static piece => piece.Edges).Order())
        {
            if (edges.Count == 0 || edge - edges[^1] > Same)
            {
                edges.Add(edge);
            }
        }

        return [.. edges];
    }

    private static int Column(double[] edges, double at)
    {
        var nearest = 0;
        for (var index = 1; index < edges.Length; index++)
        {
            if (Math.Abs(edges[index] - at) < Math.Abs(edges[nearest] - at))
            {
                nearest = index;
            }
        }

        return nearest;
    }

    /// <summary>How many rows at the top of a later piece only repeat the header of the first: the same words, and no figures.</summary>
    private static int RepeatedHeader(TablePiece first, TablePiece later)
    {
        var repeated = 0;
        while (repeated < Math.Min(first.Rows.Count, later.Rows.Count) && IsSameHeader(first.Rows[repeated], later.Rows[repeated]))
        {
            repeated++;
        }

        return repeated;
    }

    private static bool IsSameHeader(List<PieceCell> one, List<PieceCell> other)
    {
        var texts = one.Select(static cell => cell.Text).ToList();
        return texts.Exists(static text => text.Length > 0)
            && texts.TrueForAll(static text => !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _))
            && texts.SequenceEqual(other.Select(static cell => cell.Text));
    }
}
