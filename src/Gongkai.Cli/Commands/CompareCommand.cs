using System.CommandLine;
using Gongkai.Cli.Printing;
using Gongkai.Cli.Running;
using Gongkai.Reports.Comparing;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai compare</c>: two years of one agency, or two agencies.</summary>
internal static class CompareCommand
{
    public static Command Build()
    {
        var command = new DocumentedCommand(
            "compare",
            "比较两份报告：数字的增减，文字有多少是照搬的",
            ("gongkai compare 2023.docx 2024.docx", "与上年比较"),
            ("gongkai compare 甲镇.html 乙镇.html --format csv", "两个机关的数字，一格一行"));
        var earlier = SharedOptions.File("文件甲", "较早的报告，或一个机关的报告");
        var later = SharedOptions.File("文件乙", "较晚的报告，或另一个机关的报告");
        var format = SharedOptions.Format();
        command.Add(earlier);
        command.Add(later);
        command.Add(format);
        command.SetAction(parsed =>
        {
            var (before, wrong) = SingleReport.Read(parsed.GetValue(earlier)!);
            if (before is null)
            {
                return CommandLine.Refuse(wrong!);
            }

            var (after, alsoWrong) = SingleReport.Read(parsed.GetValue(later)!);
            if (after is null)
            {
                return CommandLine.Refuse(alsoWrong!);
            }

            var comparison = ReportComparison.Compare(before, after);
            StandardOutput.Write(parsed.GetValue(format) switch
            {
                OutputFormat.Table => Terminal.Render(console => ComparisonPage.Draw(console, comparison)),
                OutputFormat.Json => ComparisonData.Json(comparison, indented: true),
                OutputFormat.Jsonl => ComparisonData.Json(comparison, indented: false),
                OutputFormat.Csv => ComparisonData.Csv(comparison),
            });
            return CommandLine.Fine;
        });
        return command;
    }
}
