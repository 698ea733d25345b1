using Gongkai.Reports;
using Gongkai.Reports.Summing;
using Spectre.Console;

namespace Gongkai.Cli.Printing;

/// <summary>What <c>gongkai sum</c> prints for people: what was included, the sums, what could not be added and why.</summary>
internal static class SumPage
{
    private const int CellsShown = 20;

    public static void Draw(IAnsiConsole console, SummedReports sum)
    {
        Paragraph.Write(console, 0, $"汇总 {sum.Included.Length} 份报告", style: "bold");
        foreach (var year in sum.Included.GroupBy(report => report.Year).OrderBy(group => group.Key))
        {
            Paragraph.Write(console, 2, $"{(year.Key is { } known ? $"{known}年" : "年份未读出")} {year.Count()} 份");
        }

        FigureTables.Draw(console, sum.Report, cell => cell.Raw.Split('（')[0]);
        NotAdded(console, sum);
    }

    private static void NotAdded(IAnsiConsole console, SummedReports sum)
    {
        var cells = sum.Figures.SelectMany(figure => figure.NotAdded.Select(cell => (figure.Address, Cell: cell))).ToList();
        if (cells.Count == 0)
        {
            return;
        }

        console.WriteLine();
        Paragraph.Write(console, 0, $"未能相加的有 {cells.Count} 格，所在的合计没有作为数字写出：", style: "yellow");
        foreach (var (address, cell) in cells.Take(CellsShown))
        {
            var report = sum.Included[cell.Report];
            Paragraph.Write(console, 2, $"{report.Agency ?? "机关名称未读出"} {address.Figure.Description}：{Reason(cell)}", report.Source ?? "");
        }

        if (cells.Count > CellsShown)
        {
            Paragraph.Write(console, 2, $"……还有 {cells.Count - CellsShown} 格；--format json 列出全部。");
        }
    }

    private static string Reason(NotAdded cell) => cell.Kind switch
    {
        CellKind.Missing => "来源中没有这一格",
        CellKind.Blank => "空白",
        CellKind.Dash or CellKind.Text => $"写的是“{cell.Raw}”",
        CellKind.Unreadable => $"未读出“{cell.Raw}”",
        CellKind.Number => $"“{cell.Raw}”太大，不像是一个机关的数字",
    };
}
