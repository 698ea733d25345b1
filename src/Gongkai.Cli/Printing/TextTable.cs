using System.Text;
using Gongkai.Cli.Running;
using Spectre.Console;

namespace Gongkai.Cli.Printing;

/// <summary>
/// A table whose columns are as wide as their cells; where a terminal is too narrow the first column is cut.
/// Spectre.Console's own table is not used: it breaks off with an exception where a column is narrower than a Chinese word.
/// </summary>
/// <param name="headings">The headings of the columns.</param>
/// <param name="rightAligned">Whether all columns but the first are aligned to the right, as figures are.</param>
internal sealed class TextTable(IReadOnlyList<string> headings, bool rightAligned)
{
    private const int Gap = 2;
    private const int NarrowestFirst = 16;

    private readonly List<(string Text, string Style)[]> rows = [];

    public void Add(params IEnumerable<(string Text, string Style)> cells) => rows.Add([.. cells]);

    public void Draw(IAnsiConsole console)
    {
        var widths = headings.Select((heading, column) => rows.Select(row => DisplayWidth.Of(row[column].Text)).Append(DisplayWidth.Of(heading)).Max()).ToArray();
        var others = widths[1..].Sum(width => width + Gap);
        widths[0] = Math.Min(widths[0], Math.Max(NarrowestFirst, Terminal.Width - others));
        Line(console, [.. headings.Select(heading => (heading, "bold"))], widths);
        if (Terminal.IsStyled)
        {
            console.MarkupLine($"[dim]{new string('─', Math.Min(widths[0] + others, Terminal.Width))}[/]");
        }

        foreach (var row in rows)
        {
            Line(console, row, widths);
        }
    }

    private void Line(IAnsiConsole console, (string Text, string Style)[] cells, int[] widths)
    {
        var line = new StringBuilder();
        for (var column = 0; column < cells.Length; column++)
        {
            var text = DisplayWidth.Cut(cells[column].Text, widths[column]);
            var padded = column > 0 && rightAligned ? DisplayWidth.PadLeft(text, widths[column]) : DisplayWidth.PadRight(text, widths[column]);
            line.Append(' ', column > 0 ? Gap : 0).Append('[').Append(cells[column].Style).Append(']').Append(Shown.InMarkup(padded)).Append("[/]");
        }

        console.MarkupLine(line.ToString());
    }
}
