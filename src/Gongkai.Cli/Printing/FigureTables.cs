using Gongkai.Cli.Running;
using Gongkai.Reports;
using Gongkai.Reports.Form;
using Spectre.Console;

namespace Gongkai.Cli.Printing;

/// <summary>The three tables as <c>gongkai read</c> prints them for people.</summary>
internal static class FigureTables
{
    private const int LabelWidth = 38;
    private const int CellWidth = 12;

    public static void Draw(IAnsiConsole console, AnnualReport report) => Draw(console, report, _ => CellText.UnreadMark);

    /// <summary>Draws the tables.</summary>
    /// <param name="console">Where.</param>
    /// <param name="report">The report.</param>
    /// <param name="unread">What stands for a cell that is unreadable.</param>
    public static void Draw(IAnsiConsole console, AnnualReport report, Func<Cell, string> unread)
    {
        var addresses = NationalForm.Of(report.Edition, Identities.HasSingleOtherwiseRow(report.Figures)).ToList();
        foreach (var table in addresses.GroupBy(address => address.Figure.TableName))
        {
            console.WriteLine();
            console.MarkupLine($"[bold]{table.Key} {Title(table.Key)}[/]");
            foreach (var block in Blocks(table))
            {
                Table(report.Figures, block, unread).Draw(console);
            }
        }

        if (addresses.Exists(address => !report.Figures[address].IsNumber))
        {
            console.MarkupLine("[dim]〔缺〕：来源中没有这一格；〔未读出〕：不能确定是什么数字；空白：原表为空白，不等于 0。[/]");
        }
    }

    private static string Title(string tableName) => tableName switch
    {
        "表二" => NationalForm.SectionHeadings[1],
        "表三" => NationalForm.SectionHeadings[2],
        _ => NationalForm.SectionHeadings[3],
    };

    /// <summary>Rows that stand under the same column headings.</summary>
    private static IEnumerable<List<IGrouping<string, FigureAddress>>> Blocks(IEnumerable<FigureAddress> addresses)
    {
        List<IGrouping<string, FigureAddress>> block = [];
        foreach (var row in addresses.GroupBy(address => address.Figure.Row))
        {
            if (block.Count > 0 && !Columns(block[0]).SequenceEqual(Columns(row)))
            {
                yield return block;
                block = [];
            }

            block.Add(row);
        }

        yield return block;
    }

    private static IEnumerable<string> Columns(IEnumerable<FigureAddress> row) => row.Select(address => address.Figure.Column);

    private static TextTable Table(FigureSet figures, List<IGrouping<string, FigureAddress>> rows, Func<Cell, string> unread)
    {
        var table = new TextTable([.. Columns(rows[0]).Prepend("")], rightAligned: true);
        foreach (var row in rows)
        {
            table.Add(row.Select(address => Cell(figures[address], unread)).Prepend((DisplayWidth.Cut(row.Key, LabelWidth), "default")));
        }

        return table;
    }

    private static (string Text, string Style) Cell(Cell cell, Func<Cell, string> unread)
    {
        // What an unread cell held may be a whole row: too wide for a table, and told by the findings.
        var text = cell.Kind == CellKind.Unreadable ? unread(cell) : DisplayWidth.Cut(CellText.Print(cell).ReplaceLineEndings(" "), CellWidth);
        return (text, cell.IsNumber ? "default" : "yellow");
    }
}
