using System.Globalization;
using Gongkai.Cli.Running;
using Gongkai.Reports;
using Gongkai.Reports.Comparing;
using Spectre.Console;

namespace Gongkai.Cli.Printing;

/// <summary>What <c>gongkai compare</c> prints for people.</summary>
internal static class ComparisonPage
{
    private const int CellWidth = 20;

    public static void Draw(IAnsiConsole console, ReportComparison comparison)
    {
        console.MarkupLine($"[bold]{Name(comparison.Earlier)} → {Name(comparison.Later)}[/]");
        Figures(console, comparison);
        console.WriteLine();
        console.MarkupLine($"[bold]文字：后一份有 {Share(comparison.KeptShare)} 与前一份逐字相同，不计数字为 {Share(comparison.KeptShareApartFromFigures)}[/]");
        Paragraph.Write(console, 2, "＝ 逐字相同　≈ 只有数字不同　－ 只在前一份　＋ 只在后一份");
        foreach (var section in comparison.Sections)
        {
            Section(console, section);
        }
    }

    private static void Figures(IAnsiConsole console, ReportComparison comparison)
    {
        var different = comparison.Figures.Where(figure => !figure.IsSame).ToList();
        console.WriteLine($"数字 {comparison.Figures.Length} 格，{(different.Count == 0 ? "全部相同" : $"不同的 {different.Count} 格：")}");
        if (different.Count == 0)
        {
            return;
        }

        var table = new TextTable(["数字", "前", "后", "增减"], rightAligned: true);
        foreach (var figure in different)
        {
            table.Add(
                (figure.Address.Figure.Description, "default"),
                (DisplayWidth.Cut(CellText.Print(figure.Earlier), CellWidth), "default"),
                (DisplayWidth.Cut(CellText.Print(figure.Later), CellWidth), "default"),
                (Change(figure.Change), "yellow"));
        }

        table.Draw(console);
    }

    private static void Section(IAnsiConsole console, SectionComparison section)
    {
        console.WriteLine();
        var heading = (section.Later ?? section.Earlier)!.Heading;
        Paragraph.Write(
            console,
            0,
            $"{Words.SectionNumber(section.Number)}、{heading}：{Share(section.KeptShare)} 逐字相同，不计数字为 {Share(section.KeptShareApartFromFigures)}",
            style: "bold");
        foreach (var pair in section.Sentences)
        {
            switch (pair.Wording)
            {
                case Wording.Same:
                    Paragraph.Write(console, 2, $"＝ {pair.Later}", style: "yellow");
                    break;
                case Wording.SameApartFromFigures:
                    Paragraph.Write(console, 2, $"≈ {pair.Later}", style: "yellow");
                    break;
                case Wording.Different:
                    Sentence(console, "－", pair.Earlier, "red");
                    Sentence(console, "＋", pair.Later, "green");
                    break;
            }
        }
    }

    private static void Sentence(IAnsiConsole console, string mark, string? text, string style)
    {
        if (text is not null)
        {
            Paragraph.Write(console, 2, $"{mark} {text}", style: style);
        }
    }

    private static string Name(AnnualReport report) =>
        Shown.InMarkup($"{report.Agency ?? "机关名称未读出"}{(report.Year is { } year ? $" {year}年" : "")}");

    private static string Change(decimal? change) => change switch
    {
        null => "",
        > 0 => $"+{Figure.Format(change.Value)}",
        _ => Figure.Format(change.Value),
    };

    private static string Share(double share) => share.ToString("0%", CultureInfo.InvariantCulture);
}
