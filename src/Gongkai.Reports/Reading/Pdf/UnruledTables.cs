namespace Gongkai.Reports.Reading.Pdf;

/// <summary>
/// Finds tables without drawn lines from where the figures stand. It is strict: where a figure lies between columns, or a label
/// is not surely that of one row, the lines are left as they are.
/// </summary>
internal static class UnruledTables
{
    private const int FewestFigures = 3;

    /// <summary>Takes the lines of tables out of <paramref name="lines"/>.</summary>
    /// <param name="page">The page.</param>
    /// <param name="lines">Its lines outside of ruled tables.</param>
    /// <param name="last">The last table of the page before, which may go on here; or null.</param>
    public static IEnumerable<TablePiece> Take(PdfPage page, List<PdfLine> lines, TablePiece? last)
    {
        var pieces = new List<TablePiece>();
        var chunked = lines.ConvertAll(static line => new ChunkedLine(line));
        for (var start = 0; start < chunked.Count; start++)
        {
            if (!chunked[start].IsData)
            {
                continue;
            }

            var end = EndOfRegion(chunked, start);
            var first = FirstLabelLine(chunked, start);
            if (UnruledRegion.PieceOrNull(page, chunked, first, end, pieces.Count == 0 ? last : null) is { } piece)
            {
                pieces.Add(piece);
                lines.RemoveAll(line => chunked[piece.FirstLine..(end + 1)].Exists(taken => ReferenceEquals(taken.Line, line)));
            }

            start = end;
        }

        return pieces;
    }

    public static bool IsRowOfFigures(PdfLine line) => new ChunkedLine(line).IsData;

    /// <summary>The last line of the table that begins here: lines of labels may stand between those of figures, prose may not.</summary>
    private static int EndOfRegion(List<ChunkedLine> lines, int start)
    {
        var end = start;
        for (var index = start + 1; index < lines.Count && !lines[index].IsProseBeside(lines[start]); index++)
        {
            if (lines[index].IsData && lines[index].Line.CentreY - lines[end].Line.CentreY < 8 * lines[start].Line.Size)
            {
                end = index;
            }
        }

        // The lower half of the last row's label.
        while (end + 1 < lines.Count && lines[end + 1].IsLabelOf(lines[start]) && lines[end + 1].Line.Top - lines[end].Line.Bottom < 0.4 * lines[end].Line.Size)
        {
            end++;
        }

        return end;
    }

    /// <summary>The first line of the label whose figures are the first of the table.</summary>
    private static int FirstLabelLine(List<ChunkedLine> lines, int start)
    {
        var first = start;
        while (first > 0 && lines[first - 1].IsLabelOf(lines[start]) && lines[first].Line.Top - lines[first - 1].Line.Bottom < 0.4 * lines[first].Line.Size)
        {
            first--;
        }

        return first;
    }

    /// <summary>A line in runs of words that stand close together.</summary>
    internal sealed class ChunkedLine
    {
        public ChunkedLine(PdfLine line)
        {
            Line = line;
            foreach (var word in line.Words)
            {
                if (Chunks.Count > 0 && !IsApart(Chunks[^1], word))
                {
                    Chunks[^1].Add(word);
                }
                else
                {
                    Chunks.Add(new Chunk(word));
                }
            }

            IsData = Chunks.Count(static chunk => chunk.IsFigure) >= FewestFigures && Chunks[^1].IsFigure;
        }

        public PdfLine Line { get; }

        public List<Chunk> Chunks { get; } = [];

        public bool IsData { get; }

        public double FirstFigure => Chunks.SkipWhile(static chunk => !chunk.IsFigure).First().Left;

        public bool IsLabelOf(ChunkedLine data) => !IsData && Line.Right < data.FirstFigure;

        public bool IsProseBeside(ChunkedLine data) => !IsData && Line.Right > data.FirstFigure + (2 * Line.Size) && Chunks.Count < FewestFigures;

        private static bool IsApart(Chunk chunk, PdfWord word) =>
            word.Left - chunk.Right > (chunk.IsFigure || Figures.IsFigure(word.Text) ? 0.45 : 0.9) * word.Height;
    }
}

/// <summary>Words that stand close together on a line.</summary>
internal sealed class Chunk(PdfWord first)
{
    public List<PdfWord> Words { get; } = [first];

    public double Left => Words[0].Left;

    public double Right => Words[^1].Right;

    public double Centre => (Left + Right) / 2;

    public bool IsFigure => Words.Count == 1 && Figures.IsFigure(Words[0].Text);

    public void Add(PdfWord word) => Words.Add(word);

    /// <summary>The label of a group and that of a row may stand so close that they look like one.</summary>
    public IEnumerable<Chunk> SplitAt(double left)
    {
        var at = Words.FindIndex(word => Math.Abs(word.Left - left) < 3);
        if (at <= 0)
        {
            return [this];
        }

        var before = new Chunk(Words[0]);
        var after = new Chunk(Words[at]);
        Words[1..at].ForEach(before.Add);
        Words[(at + 1)..].ForEach(after.Add);
        return [before, after];
    }
}

/// <summary>What may stand in a cell for figures.</summary>
internal static class Figures
{
    public static bool IsFigure(string text)
    {
        var digits = 0;
        foreach (var character in text)
        {
            var folded = Folding.Fold(character);
            digits += char.IsAsciiDigit(folded) ? 1 : 0;
            if (!char.IsAsciiDigit(folded) && folded is not ('.' or ',' or '-' or '+' or '/' or '—' or '–'))
            {
                return text == "无";
            }
        }

        return digits > 0 ? !text.EndsWith('.') : text.Length <= 2;
    }
}
