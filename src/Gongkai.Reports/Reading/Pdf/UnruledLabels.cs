using ChunkedLine = Gongkai.Reports.Reading.Pdf.UnruledTables.ChunkedLine;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>
/// Gives each row of a table without lines its label. A label of several lines stands with its middle at the row's figures;
/// where one does not, the row is not certain. Labels of groups of rows stand left of those of the rows.
/// </summary>
internal sealed class UnruledLabels
{
    private const int MostLines = 6;
    private const double Centred = 0.33;

    private readonly List<ChunkedLine> rows;
    private readonly List<Chunk>[] own;
    private readonly List<Chunk> others = [];
    private double pitch;

    public UnruledLabels(List<ChunkedLine> lines, List<ChunkedLine> rows, double firstColumn)
    {
        this.rows = rows;
        own = [.. rows.Select(static _ => new List<Chunk>())];
        List<List<Chunk>> labels = [.. lines.Select(line => line.Chunks.FindAll(chunk => !chunk.IsFigure && chunk.Right < firstColumn + 4))];
        labels.RemoveAll(static chunks => chunks.Count == 0);
        if (labels.Count == 0)
        {
            return;
        }

        Left = labels.Min(static line => line.Min(static chunk => chunk.Left));
        Right = labels.Max(static line => line.Max(static chunk => chunk.Right));
        var rowLeft = RowLeft();
        foreach (var left in labels.SelectMany(static line => line).GroupBy(static chunk => Math.Round(chunk.Left)).Where(static group => group.Count() >= 3).Select(static group => group.Key).Append(rowLeft).ToList())
        {
            labels = labels.ConvertAll(line => line.SelectMany(chunk => chunk.SplitAt(left)).ToList());
        }

        ShareInner([.. labels.Select(line => line.FindAll(chunk => chunk.Right > rowLeft)).Where(static line => line.Count > 0)]);
        ShareOuter([.. labels.SelectMany(line => line.FindAll(chunk => chunk.Right <= rowLeft))]);
        var hasStrayFigure = lines.Exists(line => !rows.Contains(line) && line.Chunks.Exists(static chunk => chunk.IsFigure));
        AreMostlyCertain = !hasStrayFigure && Enumerable.Range(0, rows.Count).Count(IsCertain) * 4 >= rows.Count * 3;
    }

    /// <summary>Whether so few rows are in doubt that the others can be trusted.</summary>
    public bool AreMostlyCertain { get; }

    public double Left { get; }

    public double Right { get; }

    public List<PdfWord> Of(int row) => [.. own[row].SelectMany(static chunk => chunk.Words)];

    /// <summary>What stands between the row before and this one and is the label of neither.</summary>
    public IEnumerable<Chunk> OthersBefore(int row) => others.Where(chunk => Nearest(chunk) == row).OrderBy(static chunk => chunk.Words[0].CentreY);

    /// <summary>Whether the row's label surely is its own: its middle is where the figures are.</summary>
    public bool IsCertain(int row) =>
        own[row].Count > 0 && Math.Abs(Middle(own[row]) - rows[row].Line.CentreY) < Centred * rows[row].Line.Size;

    private static double Middle(IEnumerable<Chunk> chunks) =>
        (chunks.Min(static chunk => chunk.Words[0].Top) + chunks.Max(static chunk => chunk.Words[0].Bottom)) / 2;

    /// <summary>Where the labels of most rows begin.</summary>
    private double RowLeft()
    {
        var lefts = rows.SelectMany(static row => row.Chunks.TakeWhile(static chunk => !chunk.IsFigure).TakeLast(1)).Select(static chunk => chunk.Words[0].Left).ToList();
        return lefts.Count == 0 ? Left : lefts.GroupBy(static left => Math.Round(left / 4)).MaxBy(static group => group.Count())!.Min();
    }

    /// <summary>
    /// Shares the lines out to the rows in their order so that each row's lines stand around its figures: the cheapest way through,
    /// where a row without a line costs its height, and a line without a row twice that.
    /// </summary>
    private void ShareInner(List<List<Chunk>> lines)
    {
        for (var line = 1; line < lines.Count; line++)
        {
            var gap = lines[line][0].Words[0].CentreY - lines[line - 1][0].Words[0].CentreY;
            pitch = line == 1 ? gap : Math.Min(pitch, gap);
        }

        var cost = new double[rows.Count + 1, lines.Count + 1];
        var taken = new int[rows.Count + 1, lines.Count + 1];
        for (var row = 0; row <= rows.Count; row++)
        {
            for (var line = 0; line <= lines.Count; line++)
            {
                (cost[row, line], taken[row, line]) = Cheapest(cost, lines, row, line);
            }
        }

        for (int row = rows.Count, line = lines.Count; row > 0 || line > 0;)
        {
            var count = taken[row, line];
            if (count < 0)
            {
                others.AddRange(lines[--line]);
                continue;
            }

            row--;
            line -= count;
            own[row].AddRange(lines[line..(line + count)].SelectMany(static chunks => chunks));
        }
    }

    /// <summary>The cheapest way to have dealt with so many rows and lines: by giving the last row so many lines, or (-1) leaving out the last line.</summary>
    private (double Cost, int Taken) Cheapest(double[,] cost, List<List<Chunk>> lines, int row, int line)
    {
        if (row == 0 && line == 0)
        {
            return (0, 0);
        }

        var best = line == 0 ? (double.PositiveInfinity, -1) : (cost[row, line - 1] + (1.2 * lines[line - 1][0].Words[0].Height), -1);
        for (var count = 0; row > 0 && count <= Math.Min(MostLines, line); count++)
        {
            var size = rows[row - 1].Line.Size;
            var group = lines[(line - count)..line];
            var distance = count == 0 ? 0 : Math.Abs(Middle(group.SelectMany(static chunks => chunks)) - rows[row - 1].Line.CentreY);
            var price = cost[row - 1, line - count] + (count == 0 ? size : distance + Looseness(group));
            if (distance < Centred * size && price < best.Item1)
            {
                best = (price, count);
            }
        }

        return best;
    }

    /// <summary>Lines of one label stand as close as lines can; between labels there is a little more.</summary>
    private double Looseness(List<List<Chunk>> group)
    {
        var looseness = 0.0;
        for (var index = 1; index < group.Count; index++)
        {
            looseness += 3 * (group[index][0].Words[0].CentreY - group[index - 1][0].Words[0].CentreY - pitch);
        }

        return looseness;
    }

    /// <summary>What stands left of the rows' labels names a group of rows, or a row that has nothing else.</summary>
    private void ShareOuter(List<Chunk> chunks)
    {
        var outer = rows.Select(static _ => new List<Chunk>()).ToList();
        foreach (var chunk in chunks)
        {
            var nearest = Nearest(chunk);
            (own[nearest].Count == 0 ? outer[nearest] : others).Add(chunk);
        }

        for (var row = 0; row < rows.Count; row++)
        {
            var innermost = outer[row].Count == 0 ? 0 : outer[row].Max(static chunk => chunk.Left);
            foreach (var chunk in outer[row])
            {
                (chunk.Right <= innermost + 1 ? others : own[row]).Add(chunk);
            }
        }
    }

    private int Nearest(Chunk chunk)
    {
        var nearest = 0;
        for (var row = 1; row < rows.Count; row++)
        {
            if (Distance(row, chunk) < Distance(nearest, chunk))
            {
                nearest = row;
            }
        }

        return nearest;
    }

    private double Distance(int row, Chunk chunk) => Math.Abs(rows[row].Line.CentreY - chunk.Words[0].CentreY);
}
