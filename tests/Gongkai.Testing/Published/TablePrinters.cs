using Gongkai.Reports.Form;

namespace Gongkai.Testing.Published;

/// <summary>Ways of printing a table as text that keep every figure beside its label.</summary>
public static class TablePrinters
{
    /// <summary>Tabs, every place of the table printed: merged places are empty.</summary>
    public static IEnumerable<string> Tabs(FormSheet sheet, Expected expected, Random random) =>
        Rows(sheet, expected).Select(row => string.Join('\t', row.Cells.Select(cell => cell.Text)));

    /// <summary>Tabs, without the empty places after the last cell.</summary>
    public static IEnumerable<string> TabsTrimmed(FormSheet sheet, Expected expected, Random random)
    {
        foreach (var row in Rows(sheet, expected))
        {
            if (row.Cells.Any(cell => cell.Address is not null) && row.Cells.Last(cell => cell.Address is not null).Text.Length == 0)
            {
                expected.Doubt(row.Figures);
            }

            yield return string.Join('\t', row.Cells.Select(cell => cell.Text)).TrimEnd('\t');
        }
    }

    /// <summary>Tabs; a merged cell takes one place and the row is filled up at its end.</summary>
    public static IEnumerable<string> TabsPadded(FormSheet sheet, Expected expected, Random random)
    {
        foreach (var row in Rows(sheet, expected))
        {
            var cells = row.Cells.Where(cell => cell.Part != CellPart.Beside).Select(cell => cell.Text).ToList();
            yield return string.Join('\t', cells.Concat(Enumerable.Repeat("", sheet.Width - cells.Count)));
        }
    }

    /// <summary>One cell a line, each behind a tab, with an empty line between rows.</summary>
    public static IEnumerable<string> IndentedLines(FormSheet sheet, Expected expected, Random random)
    {
        foreach (var row in Rows(sheet, expected))
        {
            yield return "";
            foreach (var cell in row.Cells.Where(cell => cell.Part != CellPart.Beside))
            {
                yield return "\t" + cell.Text;
            }
        }
    }

    /// <summary>One cell a line; empty cells leave no trace.</summary>
    public static IEnumerable<string> BareLines(FormSheet sheet, Expected expected, Random random)
    {
        foreach (var row in Rows(sheet, expected, blanksVanish: true))
        {
            foreach (var cell in row.Cells.Where(cell => cell.Text.Length > 0))
            {
                yield return cell.Text;
            }
        }
    }

    /// <summary>Spaces between the cells; empty cells leave no trace.</summary>
    public static IEnumerable<string> Spaces(FormSheet sheet, Expected expected, Random random)
    {
        foreach (var row in Rows(sheet, expected, blanksVanish: true))
        {
            var gap = new string(' ', random.Next(1, 5));
            yield return new string(' ', random.Next(3)) + string.Join(gap, row.Cells.Select(cell => cell.Text).Where(text => text.Length > 0));
        }
    }

    /// <summary>Pipes around and between all places of the table.</summary>
    public static IEnumerable<string> Pipes(FormSheet sheet, Expected expected, Random random) =>
        Rows(sheet, expected).Select(row => "| " + string.Join(" | ", row.Cells.Select(cell => cell.Text)) + " |");

    /// <summary>Pipes between the places only; a blank at either end looks like an outer pipe.</summary>
    public static IEnumerable<string> InnerPipes(FormSheet sheet, Expected expected, Random random) =>
        Rows(sheet, expected, blanksVanish: true).Select(row => string.Join(" | ", row.Cells.Select(cell => cell.Text)));

    /// <summary>Markdown: pipes and a rule under the first row.</summary>
    public static IEnumerable<string> Markdown(FormSheet sheet, Expected expected, Random random)
    {
        var lines = Pipes(sheet, expected, random).ToList();
        lines.Insert(1, "|" + string.Concat(Enumerable.Repeat(" --- |", sheet.Width)));
        return lines;
    }

    /// <summary>Pipes; a merged cell is followed by as many pipes as it takes places.</summary>
    public static IEnumerable<string> PipeRuns(FormSheet sheet, Expected expected, Random random)
    {
        foreach (var row in Rows(sheet, expected, blanksVanish: true))
        {
            yield return "|" + string.Concat(row.Cells.Select(cell => cell.Text.Length == 0 ? "|" : $" {cell.Text} |"));
        }
    }

    /// <summary>A cell on one line and its pipe on the next.</summary>
    public static IEnumerable<string> PipesOnOwnLines(FormSheet sheet, Expected expected, Random random)
    {
        foreach (var row in Rows(sheet, expected, blanksVanish: true))
        {
            yield return "|";
            foreach (var cell in row.Cells.Where(cell => cell.Part != CellPart.Beside))
            {
                yield return cell.Text;
                yield return "|";
            }

            yield return "";
        }
    }

    /// <summary>Marks what no text can tell, and hands on the filled rows.</summary>
    internal static IEnumerable<FilledRow> Rows(FormSheet sheet, Expected expected, bool blanksVanish = false)
    {
        var rows = sheet.Fill();
        var broken = rows.Any(row => row.HasBrokenLabel);
        foreach (var row in rows)
        {
            if (row.IsOpenEnded || row.HasLetters || ((blanksVanish || broken) && row.HasBlankFigure))
            {
                expected.Doubt(row.Figures);
            }

            yield return row;
        }

        if (blanksVanish && sheet.Table is (FormTable.Proactive or FormTable.Proactive2019) && rows.Any(row => row.HasBlankFigure))
        {
            expected.Doubt(rows.SelectMany(row => row.Figures));
        }
    }
}
