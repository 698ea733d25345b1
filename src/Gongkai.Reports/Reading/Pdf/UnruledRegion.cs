using ChunkedLine = Gongkai.Reports.Reading.Pdf.UnruledTables.ChunkedLine;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>The rows and columns of one table without lines.</summary>
internal sealed class UnruledRegion
{
    private readonly List<ChunkedLine> lines;
    private readonly List<ChunkedLine> rows;
    private readonly List<(double Left, double Right)> columns = [];
    private readonly TablePiece? last;
    private TablePiece? inherited;

    private UnruledRegion(List<ChunkedLine> lines, TablePiece? last)
    {
        this.lines = lines;
        this.last = last;
        rows = lines.FindAll(static line => line.IsData);
    }

    /// <summary>The table of these lines, or null where it is not certain.</summary>
    /// <param name="page">The page.</param>
    /// <param name="all">All lines of the page.</param>
    /// <param name="first">The first line of the first row's label.</param>
    /// <param name="end">The last line.</param>
    /// <param name="last">The table at the end of the page before, whose columns may go on here; or null.</param>
    public static TablePiece? PieceOrNull(PdfPage page, List<ChunkedLine> all, int first, int end, TablePiece? last)
    {
        var region = new UnruledRegion(all[first..(end + 1)], last);
        if (region.rows.Count < 3 || !region.FindColumns())
        {
            return null;
        }

        var header = region.Header(all, first);
        var labels = new UnruledLabels(region.lines, region.rows, region.columns[0].Left);
        return labels.AreMostlyCertain ? region.Build(page, labels, header, first - header.Count) : null;
    }

    /// <summary>Figures whose widths overlap from row to row stand in one column; no row may have two in one.</summary>
    private bool FindColumns()
    {
        foreach (var figure in rows.SelectMany(static row => row.Chunks).Where(static chunk => chunk.IsFigure).OrderBy(static chunk => chunk.Centre))
        {
            if (columns.Count > 0 && figure.Left < columns[^1].Right)
            {
                columns[^1] = (Math.Min(columns[^1].Left, figure.Left), Math.Max(columns[^1].Right, figure.Right));
            }
            else
            {
                columns.Add((figure.Left, figure.Right));
            }
        }

        Inherit();
        return columns.Count >= 3
            && rows.TrueForAll(row => columns.TrueForAll(column => row.Chunks.Count(chunk => chunk.IsFigure && IsIn(chunk, column)) <= 1))
            && (inherited is not null || rows.Exists(row => row.Chunks.Count(static chunk => chunk.IsFigure) == columns.Count));
    }

    /// <summary>Where each column lies under one of the table before, the table goes on and has all of its columns.</summary>
    private void Inherit()
    {
        if (last?.Columns is not { } before || before.Length < columns.Count)
        {
            return;
        }

        var matches = columns.ConvertAll(column => Array.FindIndex(before, other => column.Left < other.Right && other.Left < column.Right));
        if (!matches.Contains(-1) && matches.Distinct().Count() == matches.Count)
        {
            inherited = last;
            for (var index = 0; index < before.Length; index++)
            {
                var match = matches.IndexOf(index);
                before[index] = match < 0 ? before[index] : (Math.Min(before[index].Left, columns[match].Left), Math.Max(before[index].Right, columns[match].Right));
            }

            columns.Clear();
            columns.AddRange(before);
        }
    }

    private static bool IsIn(Chunk chunk, (double Left, double Right) column) => chunk.Centre >= column.Left && chunk.Centre <= column.Right;

    /// <summary>The lines right above whose words stand over the columns, with the lines of the corner label among them.</summary>
    private List<ChunkedLine> Header(List<ChunkedLine> all, int first)
    {
        var header = new List<ChunkedLine>();
        var next = lines[0];
        for (var index = first - 1; index >= 0 && header.Count < 8; index--)
        {
            var line = all[index];
            if (line.IsData || next.Line.Top - line.Line.Bottom > 2 * next.Line.Size || !line.Line.Words.TrueForAll(IsOfHeader))
            {
                break;
            }

            header.Insert(0, line);
            next = line;
        }

        while (header.Count > 0 && header[0].Line.Words.TrueForAll(word => word.Right < columns[0].Left))
        {
            header.RemoveAt(0);
        }

        AddBlankColumns(header);
        return header;
    }

    private bool IsOfHeader(PdfWord word) =>
        word.Right < columns[0].Left || (word.Left > columns[0].Left - 30 && word.Right < columns[^1].Right + 40 && word.Text.Length <= 12);

    /// <summary>A name that stands over no figures is that of a column without any.</summary>
    private void AddBlankColumns(List<ChunkedLine> header)
    {
        var names = header.SelectMany(static line => line.Line.Words).Where(word => word.Left > columns[0].Left - 30 && word.Text.Length <= 6);
        foreach (var word in names.Where(word => word.Left >= columns[0].Left - 4).ToList())
        {
            if (!columns.Exists(column => word.Left < column.Right + 2 && column.Left - 2 < word.Right))
            {
                columns.Add((word.Left, word.Right));
                columns.Sort();
            }
        }
    }

    private TablePiece Build(PdfPage page, UnruledLabels labels, List<ChunkedLine> header, int firstLine)
    {
        var edges = Edges(labels);
        var cells = new List<List<PieceCell>>();
        var top = new List<double>();
        var uncertain = new List<int>();
        if (header.Count > 0)
        {
            top.Add(header[0].Line.Top);
            cells.Add(HeaderRow(header, edges));
        }

        for (var index = 0; index < rows.Count; index++)
        {
            foreach (var group in labels.GroupsBefore(index))
            {
                top.Add(group.Words[0].Top);
                cells.Add([CellOf(cells.Count, edges[0], edges[1], group.Words)]);
            }

            top.Add(labels.Of(index).Select(static word => word.Top).Append(rows[index].Line.Top).Min());
            if (!labels.IsCertain(index))
            {
                uncertain.Add(cells.Count);
            }

            cells.Add(Row(cells.Count, rows[index], labels.Of(index), edges));
        }

        top.Add(lines[^1].Line.Bottom);
        var piece = new TablePiece
        {
            Page = page.Number,
            Layout = GridLayout.Placed,
            FirstLine = firstLine,
            Lines = [.. top],
            Edges = edges,
            Rows = cells,
            Columns = [.. columns],
        };
        piece.Uncertain.UnionWith(uncertain);
        return piece;
    }

    /// <summary>Column 0 is for the labels of groups, column 1 for those of rows, then one for each column of figures.</summary>
    private double[] Edges(UnruledLabels labels)
    {
        if (inherited is not null)
        {
            return inherited.Edges;
        }

        var edges = new List<double> { labels.Left - 20, labels.Left - 2 };
        for (var index = 0; index < columns.Count; index++)
        {
            var before = index == 0 ? labels.Right : columns[index - 1].Right;
            edges.Add((before + columns[index].Left) / 2);
        }

        edges.Add(columns[^1].Right + 2);
        return [.. edges];
    }

    private static PieceCell CellOf(int row, double left, double right, IEnumerable<PdfWord> words)
    {
        var cell = new PieceCell(left, right, row, 1);
        cell.Words.AddRange(words);
        return cell;
    }

    private List<PieceCell> Row(int row, ChunkedLine line, List<PdfWord> label, double[] edges)
    {
        List<PieceCell> cells = [CellOf(row, edges[1], edges[2], label)];
        for (var index = 0; index < columns.Count; index++)
        {
            var figure = line.Chunks.Find(chunk => chunk.IsFigure && IsIn(chunk, columns[index]));
            cells.Add(CellOf(row, edges[index + 2], edges[index + 3], figure?.Words ?? []));
        }

        return cells;
    }

    /// <summary>One row for all lines of the header: what stands over one column is its name, what stands over several is left out.</summary>
    private List<PieceCell> HeaderRow(List<ChunkedLine> header, double[] edges)
    {
        List<PdfWord> words = [.. header.SelectMany(static line => line.Line.Words)];
        List<PieceCell> cells = [CellOf(0, edges[1], edges[2], words.Where(word => word.Right < columns[0].Left - 10))];
        for (var index = 0; index < columns.Count; index++)
        {
            var column = columns[index];
            cells.Add(CellOf(0, edges[index + 2], edges[index + 3], words.Where(word =>
                Overlaps(word, column) && columns.Count(other => Overlaps(word, other)) == 1)));
        }

        return cells;
    }

    private static bool Overlaps(PdfWord word, (double Left, double Right) column) => word.Left < column.Right && column.Left < word.Right;
}
