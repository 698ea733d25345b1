using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>Makes one grid of the pieces of a table on successive pages, on columns that all of them share.</summary>
internal static partial class PieceGrids
{
    private const double Same = 5;

    public static IEnumerable<SourceBlock> Join(List<TablePiece> pieces)
    {
        var edges = Edges(pieces);
        var rows = Rows(pieces, edges);
        var open = ImmutableArray.CreateBuilder<GridRow>();
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index];
            if (row.Raw is null)
            {
                open.Add(new GridRow([.. row.Cells.Select(cell => cell.ToGridCell(RowsLeft(rows, index)))], row.Place));
                continue;
            }

            if (open.Count > 0)
            {
                yield return new SourceGrid(pieces[0].Layout, open.DrainToImmutable());
            }

            yield return new SourceParagraph(row.Raw, row.Place);
        }

        if (open.Count > 0)
        {
            yield return new SourceGrid(pieces[0].Layout, open.DrainToImmutable());
        }
    }

    /// <summary>A grid ends at the next row that is not certain, and so do the cells that span rows.</summary>
    private static int RowsLeft(List<JoinedRow> rows, int from)
    {
        var next = rows.FindIndex(from, static row => row.Raw is not null);
        return (next < 0 ? rows.Count : next) - from;
    }

    private static List<JoinedRow> Rows(List<TablePiece> pieces, double[] edges)
    {
        var rows = new List<JoinedRow>();
        foreach (var piece in pieces)
        {
            var isFirst = ReferenceEquals(piece, pieces[0]);
            var start = isFirst ? 0 : RepeatedHeader(pieces[0], piece);
            for (var row = start; row < piece.Rows.Count; row++)
            {
                var place = new SourcePlace(piece.Page, row + 1, 0);
                if (piece.Uncertain.Contains(row))
                {
                    rows.Add(new JoinedRow([], place) { Raw = RawText(piece, row) });
                    continue;
                }

                var joined = new JoinedRow([.. piece.Rows[row].Select(cell => JoinedCell.Of(cell, edges))], place);
                if (isFirst || row > start || !ContinuesOver(rows, joined))
                {
                    rows.Add(joined);
                }
            }
        }

        return rows;
    }

    /// <summary>
    /// Settles what a page break cut: a spanning cell goes on as a blank one, and the rest of a label stands alone in the first row.
    /// No figure is moved.
    /// </summary>
    /// <returns>Whether the row only held the rest of the last row's label, and is now part of it.</returns>
    private static bool ContinuesOver(List<JoinedRow> rows, JoinedRow next)
    {
        if (rows.Count == 0 || rows[^1].Raw is not null)
        {
            return false;
        }

        var last = rows[^1];
        var filled = next.Cells.FindAll(static cell => cell.Text.Length > 0);
        if (filled is [var rest] && !LooksLikeStart().IsMatch(rest.Text) && next.Cells.TrueForAll(cell => cell.Column <= rest.Column || cell.Text.Length == 0)
            && last.Cells.Find(cell => cell.Column == rest.Column && cell.Text.Length > 0 && cell.ColumnSpan == rest.ColumnSpan) is { } label)
        {
            label.Text += "\n" + rest.Text;
            foreach (var cell in next.Cells.Where(static cell => cell.Text.Length == 0 && cell.Rows > 1))
            {
                Extend(rows, cell, cell.Rows - 1);
            }

            return true;
        }

        next.Cells.RemoveAll(cell => cell.Text.Length == 0 && Extend(rows, cell, cell.Rows));
        return false;
    }

    private static bool Extend(List<JoinedRow> rows, JoinedCell blank, int by)
    {
        for (var index = rows.Count - 1; index >= 0 && rows[index].Raw is null; index--)
        {
            var above = rows[index].Cells.Find(cell => cell.Column == blank.Column && cell.ColumnSpan == blank.ColumnSpan);
            if (above is not null)
            {
                var spans = above.Rows > 1 && above.Text.Length > 0 && index + above.Rows == rows.Count;
                above.Rows += spans ? by : 0;
                return spans;
            }
        }

        return false;
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

    [GeneratedRegex(@"^[\d０-９（(一二三四五六七八九十①-⑳]")]
    private static partial Regex LooksLikeStart();

    private sealed record JoinedRow(List<JoinedCell> Cells, SourcePlace Place)
    {
        public string? Raw { get; init; }
    }

    private sealed class JoinedCell(string text, int column, int columnSpan, int rows)
    {
        public string Text { get; set; } = text;

        public int Column { get; } = column;

        public int ColumnSpan { get; } = columnSpan;

        public int Rows { get; set; } = rows;

        public static JoinedCell Of(PieceCell cell, double[] edges)
        {
            var column = ColumnAt(edges, cell.Left);
            return new JoinedCell(cell.Text, column, Math.Max(1, ColumnAt(edges, cell.Right) - column), cell.Rows);
        }

        public GridCell ToGridCell(int rowsLeft) => new(Text, Column, ColumnSpan, Math.Clamp(Rows, 1, rowsLeft));

        private static int ColumnAt(double[] edges, double at)
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
    }
}
