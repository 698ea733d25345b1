using System.Buffers;
using System.Collections.Immutable;
using Gongkai.Cli.Running;
using Gongkai.Reports;
using Gongkai.Reports.Form;
using Spectre.Console;

namespace Gongkai.Cli.Printing;

/// <summary>What <c>gongkai check</c> prints for people: the headline, the findings, the mends worth a look.</summary>
internal static class FindingsPage
{
    private const int MendsShown = 3;
    private const int MostAlike = 10;
    private const int AlikeShown = 5;
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(" '\"()&;$*");

    public static void Draw(IAnsiConsole console, Examination examination, string file, string? lastPath)
    {
        Headline(console, examination.Report, file);
        if (examination.Findings.IsEmpty)
        {
            console.MarkupLine("  [green]没有发现问题[/]");
            return;
        }

        Findings(console, examination.Findings);
        Mends(console, examination, file, lastPath);
    }

    /// <summary>The agency, the year, the edition, the file, and how many figures were read.</summary>
    public static void Headline(IAnsiConsole console, AnnualReport report, string file)
    {
        var year = report.Year is { } known ? $"{known}年" : "年份未读出";
        if (report.Figures.Equals(FigureSet.Empty))
        {
            Paragraph.Write(console, 0, $"{report.Agency ?? "机关名称未读出"}  {year}  没有三张表", file, "bold");
            return;
        }

        Paragraph.Write(console, 0, $"{report.Agency ?? "机关名称未读出"}  {year}  {Words.Of(report.Edition)}", file, "bold");
        var cells = NationalForm.Of(report.Edition, Identities.HasSingleOtherwiseRow(report.Figures)).Select(address => report.Figures[address]).ToList();
        var read = cells.Count(cell => cell.IsNumber);
        var others = Enum.GetValues<CellKind>()
            .Where(kind => kind != CellKind.Number)
            .Select(kind => (Name: Name(kind), Count: cells.Count(cell => cell.Kind == kind)))
            .Where(kind => kind.Count > 0)
            .Select(kind => $"{kind.Name} {kind.Count}")
            .ToList();
        Paragraph.Write(console, 2, $"数字 {cells.Count} 格：读出 {read}{(others.Count > 0 ? $"，其余 {string.Join("、", others)}" : "")}");
    }

    public static void Mend(IAnsiConsole console, int number, Mend mend)
    {
        Paragraph.Write(console, 4, $"{number}. {string.Join("；", mend.Changes.Select(Words.Of))}", mend.Reason);
    }

    private static void Findings(IAnsiConsole console, ImmutableArray<Finding> findings)
    {
        foreach (var group in findings.GroupBy(finding => finding.Severity).OrderByDescending(group => group.Key))
        {
            console.MarkupLine($"  [{Words.ColourOf(group.Key)}]{group.Key.Word()} {group.Count()} 条[/]");
            foreach (var alike in group.GroupBy(finding => finding.Rule))
            {
                Alike(console, [.. alike]);
            }
        }
    }

    /// <summary>Findings of one rule; of a great many the first few, so that they do not bury the others.</summary>
    private static void Alike(IAnsiConsole console, ImmutableArray<Finding> findings)
    {
        var shown = findings.Length > MostAlike ? AlikeShown : findings.Length;
        foreach (var finding in findings[..shown])
        {
            Paragraph.Write(console, 4, finding.Message, finding.Rule);
        }

        if (shown < findings.Length)
        {
            Paragraph.Write(console, 4, $"……这样的还有 {findings.Length - shown} 条，--format csv 列出全部", findings[0].Rule);
        }
    }

    private static void Mends(IAnsiConsole console, Examination examination, string file, string? lastPath)
    {
        var mends = examination.Mending.Mends;
        if (mends.IsEmpty)
        {
            return;
        }

        Paragraph.Write(console, 2, $"最少改 {examination.Mending.ChangedCells} 格就能对上，共 {mends.Length} 种改法{(mends.Length > MendsShown ? $"，前 {MendsShown} 种是" : "")}（仅供参考，请核对原始台账）：");
        for (var index = 0; index < Math.Min(MendsShown, mends.Length); index++)
        {
            Mend(console, index + 1, mends[index]);
        }

        if (File.Exists(file))
        {
            // Past the console, so that a long command is not broken into lines and can be copied.
            console.Profile.Out.Writer.WriteLine($"    {Shown.Plain(Command(file, lastPath))}");
        }
    }

    private static string Command(string file, string? lastPath)
    {
        var copy = Path.GetFileNameWithoutExtension(file) + "-修正.docx";
        var last = lastPath is null ? "" : $" --last {Quoted(lastPath)}";
        return $"gongkai mend {Quoted(file)}{last} --apply 1 -o {Quoted(copy)}";
    }

    private static string Quoted(string path) => path.AsSpan().ContainsAny(NeedQuotes) ? $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'" : path;

    private static string Name(CellKind kind) => kind switch
    {
        CellKind.Blank => "空白",
        CellKind.Dash => "划线",
        CellKind.Text => "文字",
        CellKind.Missing => "缺",
        CellKind.Unreadable => "未读出",
        CellKind.Number => "数字",
    };
}
