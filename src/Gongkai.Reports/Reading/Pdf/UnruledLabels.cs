using ChunkedLine = Gongkai.Reports.Reading.Pdf.UnruledTables.ChunkedLine;

namespace Gongkai.Reports.Reading.Pdf;

/// <summary>
/// Gives each row of a table without lines its label. A label of several lines stands with its middle at the row's figures;
/// where one does not, the labels are not certain. Labels of groups of rows stand left of those of the rows.
/// </summary>
internal sealed class UnruledLabels
{
    private readonly List<ChunkedLine> rows;
    private readonly List<Chunk>[] own;
    private readonly List<Chunk> groups = [];

    public UnruledLabels(List<ChunkedLine> lines, List<ChunkedLine> rows, double firstColumn)
    {
        this.rows = rows;
        own = [.. rows.Select(static _ => new List<Chunk>())];
        List<Chunk> chunks = [.. lines.SelectMany(static line => line.Chunks).Where(chunk => !chunk.IsFigure && chunk.Right < firstColumn + 4)];
        if (chunks.Count == 0)
        {
            return;
        }

        Left = chunks.Min(static chunk => chunk.Left);
        Right = chunks.Max(static chunk => chunk.Right);
        var rowLeft = RowLeft(chunks);
        chunks = [.. chunks.SelectMany(chunk => chunk.SplitAt(rowLeft))];
        foreach (var chunk in chunks.Where(chunk => chunk.Right > rowLeft))
        {
            own[Nearest(chunk)].Add(chunk);
        }

        foreach (var chunk in chunks.Where(chunk => chunk.Right <= rowLeft))
        {
            var nearest = Nearest(chunk);
            if (own[nearest].Count == 0 || own[nearest].TrueForAll(other => other.Right <= rowLeft))
            {
                own[nearest].Add(chunk);
            }
            else
            {
                groups.Add(chunk);
            }
        }

        var hasStrayFigure = lines.Exists(line => line.Chunks.Exists(chunk => chunk.IsFigure && !line.IsData));
        AreMostlyCertain = !hasStrayFigure && Enumerable.Range(0, rows.Count).Count(IsCertain) * 4 >= rows.Count * 3;
    }

    /// <summary>Whether so few rows are in doubt that the others can be trusted.</summary>
    public bool AreMostlyCertain { get; }

    public double Left { get; }

    public double Right { get; }

    public List<PdfWord> Of(int row) => [.. own[row].SelectMany(static chunk => chunk.Words)];

    /// <summary>The labels of groups that stand between the row before and this one.</summary>
    public IEnumerable<Chunk> GroupsBefore(int row) => groups.Where(group => Nearest(group) == row).OrderBy(static group => group.Words[0].CentreY);

    /// <summary>Where the labels of most rows begin.</summary>
    private double RowLeft(List<Chunk> chunks)
    {
        var lefts = rows.SelectMany(row => row.Chunks.TakeWhile(static chunk => !chunk.IsFigure).TakeLast(1)).Select(static chunk => chunk.Left).ToList();
        return lefts.Count == 0
            ? chunks.Min(static chunk => chunk.Left)
            : lefts.GroupBy(static left => Math.Round(left / 4)).MaxBy(static group => group.Count())!.Min();
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

    /// <summary>Whether the row's label surely is its own.</summary>
    public bool IsCertain(int row)
    {
        if (own[row].Count == 0)
        {
            return false;
        }

        var middle = (own[row].Min(static chunk => chunk.Words[0].Top) + own[row].Max(static chunk => chunk.Words[0].Bottom)) / 2;
        return Math.Abs(middle - rows[row].Line.CentreY) < 0.35 * rows[row].Line.Size;
    }
}
