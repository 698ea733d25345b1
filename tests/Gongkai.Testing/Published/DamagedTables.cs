using System.Collections.Immutable;
using Gongkai.Reports.Form;

namespace Gongkai.Testing.Published;

/// <summary>Ways of printing a table that lose something, each marking what it loses.</summary>
public static class DamagedTables
{
    private static readonly string[] PageMarks = ["- 3 -", "— 3 —", "\f", "-4-", "第3页 共6页", "—5—"];

    /// <summary>One to three rows have a figure too few.</summary>
    public static IEnumerable<string> CellTooFew(FormSheet sheet, Expected expected, Random random) =>
        Rows(sheet, expected, random, (row, figures) =>
        {
            figures.RemoveAt(random.Next(figures.Count));
            expected.Lose(row.Figures);
        });

    /// <summary>One to three rows have a figure too many.</summary>
    public static IEnumerable<string> CellTooMany(FormSheet sheet, Expected expected, Random random) =>
        Rows(sheet, expected, random, (row, figures) =>
        {
            figures.Insert(random.Next(figures.Count + 1), random.Next(2) == 0 ? "0" : "7");
            expected.Lose(row.Figures);
        });

    /// <summary>Every row of table three holds six figures for seven columns, and blanks at its end.</summary>
    public static IEnumerable<string> SixOfSeven(FormSheet sheet, Expected expected, Random random)
    {
        var left = random.Next(7);
        foreach (var row in TablePrinters.Rows(sheet, expected))
        {
            var cells = row.Cells.ToList();
            if (sheet.Table == FormTable.Requests && row.HasFigures)
            {
                cells.RemoveAt(row.Cells.Length - 7 + left);
                expected.Lose(row.Figures);
            }

            yield return string.Join('\t', cells.Where(cell => cell.Part != CellPart.Beside).Select(cell => cell.Text)) + "\t";
        }
    }

    /// <summary>Blank cells have gone, and what stood behind them has moved up.</summary>
    public static IEnumerable<string> BlanksVanished(FormSheet sheet, Expected expected, Random random) =>
        Blanks(sheet, expected, atEnd: false);

    /// <summary>Blank cells have slid to the end of their row.</summary>
    public static IEnumerable<string> BlanksSlid(FormSheet sheet, Expected expected, Random random) =>
        Blanks(sheet, expected, atEnd: true);

    /// <summary>The figures of a row run together.</summary>
    public static IEnumerable<string> RunTogether(FormSheet sheet, Expected expected, Random random)
    {
        foreach (var row in TablePrinters.Rows(sheet, expected))
        {
            var labels = row.Cells.Where(cell => cell.Address is null && cell.Text.Length > 0).Select(cell => cell.Text);
            if (row.Figures.Length > 1 || row.HasBlankFigure)
            {
                expected.Doubt(row.Figures);
            }

            var figures = string.Concat(row.Cells.Where(cell => cell.Address is not null).Select(cell => cell.Text));
            yield return string.Join(' ', labels.Append(figures));
        }
    }

    /// <summary>All labels first, then all figures row by row.</summary>
    public static IEnumerable<string> TornByRows(FormSheet sheet, Expected expected, Random random)
    {
        var rows = TornLabels(sheet, expected, out var labels);
        var separator = random.Next(2) == 0 ? " " : "\n";
        return [.. labels, .. rows.Select(row => string.Join(separator, row))];
    }

    /// <summary>All labels first, then all figures column by column.</summary>
    public static IEnumerable<string> TornByColumns(FormSheet sheet, Expected expected, Random random)
    {
        var rows = TornLabels(sheet, expected, out var labels);
        var separator = random.Next(2) == 0 ? " " : "\n";
        var width = rows.Max(row => row.Count);
        return
        [
            .. labels,
            .. Enumerable.Range(0, width).Select(column => string.Join(separator, rows.Where(row => row.Count > column).Select(row => row[column]))),
        ];
    }

    /// <summary>One cell a line, and a line like the one before it has gone.</summary>
    public static IEnumerable<string> RepeatedLinesDropped(FormSheet sheet, Expected expected, Random random)
    {
        DoubtAll(sheet, expected);
        var last = "";
        foreach (var line in TablePrinters.BareLines(sheet, expected, random))
        {
            if (line != last)
            {
                yield return line;
            }

            last = line;
        }
    }

    /// <summary>One cell a line, and every line that stood anywhere before has gone.</summary>
    public static IEnumerable<string> SeenLinesDropped(FormSheet sheet, Expected expected, Random random)
    {
        DoubtAll(sheet, expected);
        return TablePrinters.BareLines(sheet, expected, random).Distinct();
    }

    /// <summary>A page ends within a row that is printed one cell a line.</summary>
    public static IEnumerable<string> PageWithinLines(FormSheet sheet, Expected expected, Random random)
    {
        var lines = TablePrinters.IndentedLines(sheet, expected, random).ToList();
        lines.Insert(random.Next(2, lines.Count - 1), PageMarks[random.Next(PageMarks.Length)]);
        return lines;
    }

    /// <summary>A page ends within a row of tabs: the rest of the row stands on the next page.</summary>
    public static IEnumerable<string> PageWithinRow(FormSheet sheet, Expected expected, Random random)
    {
        var rows = TablePrinters.Rows(sheet, expected).ToList();
        var broken = random.Next(rows.Count);
        for (var index = 0; index < rows.Count; index++)
        {
            var cells = rows[index].Cells.Select(cell => cell.Text).ToList();
            if (index != broken)
            {
                yield return string.Join('\t', cells);
                continue;
            }

            expected.Doubt(rows.Skip(index).Take(2).SelectMany(row => row.Figures));
            var cut = random.Next(1, cells.Count);
            yield return string.Join('\t', cells[..cut]);
            yield return "";
            yield return PageMarks[random.Next(PageMarks.Length)];
            yield return "";
            yield return string.Join('\t', cells[cut..]);
        }
    }

    /// <summary>A page ends between the rows of the header, or after some rows, where the header is then repeated.</summary>
    public static IEnumerable<string> PageWithinHeader(FormSheet sheet, Expected expected, Random random)
    {
        var lines = TablePrinters.Tabs(sheet, expected, random).ToList();
        var mark = PageMarks[random.Next(PageMarks.Length)];
        if (sheet.Table == FormTable.Requests && random.Next(2) == 0)
        {
            lines.InsertRange(random.Next(4, lines.Count), ["", mark, "", .. lines[..3]]);
        }
        else
        {
            lines.InsertRange(random.Next(1, 3), ["", mark, ""]);
        }

        return lines;
    }

    private static void DoubtAll(FormSheet sheet, Expected expected) => expected.Doubt(sheet.Fill().SelectMany(row => row.Figures));

    private static List<List<string>> TornLabels(FormSheet sheet, Expected expected, out ImmutableArray<string> labels)
    {
        DoubtAll(sheet, expected);
        var rows = sheet.Fill();
        labels = [.. rows.SelectMany(row => row.Cells).Where(cell => cell.Address is null && cell.Text.Length > 0).Select(cell => cell.Text)];
        return [.. rows.Where(row => row.HasFigures).Select(row => row.Cells.Where(cell => cell.Address is not null).Select(cell => cell.Text).ToList())];
    }

    private static IEnumerable<string> Blanks(FormSheet sheet, Expected expected, bool atEnd)
    {
        foreach (var row in TablePrinters.Rows(sheet, expected, blanksVanish: true))
        {
            var kept = row.Cells.Where(cell => cell.Address is null ? cell.Part != CellPart.Beside : cell.Text.Length > 0).Select(cell => cell.Text).ToList();
            if (atEnd && sheet.Table is (FormTable.Proactive or FormTable.Proactive2019))
            {
                yield return string.Join('\t', row.Cells.Select(cell => cell.Text));
                continue;
            }

            if (atEnd)
            {
                kept.AddRange(Enumerable.Repeat("", row.Cells.Count(cell => cell.Address is not null && cell.Text.Length == 0)));
            }

            yield return string.Join('\t', kept);
        }
    }

    private static IEnumerable<string> Rows(FormSheet sheet, Expected expected, Random random, Action<FilledRow, List<string>> damage)
    {
        var rows = TablePrinters.Rows(sheet, expected).ToList();
        var chosen = rows.Where(row => row.Figures.Length > 2 && !row.HasBlankFigure).OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToHashSet();
        foreach (var row in rows)
        {
            var labels = row.Cells.Where(cell => cell.Address is null).Select(cell => cell.Text).ToList();
            var figures = row.Cells.Where(cell => cell.Address is not null).Select(cell => cell.Text).ToList();
            if (chosen.Contains(row))
            {
                damage(row, figures);
            }

            yield return string.Join('\t', row.Figures.Length > 2 ? labels.Concat(figures) : row.Cells.Select(cell => cell.Text));
        }
    }
}
