using System.CommandLine;
using Gongkai.Cli.Printing;
using Gongkai.Cli.Running;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai read</c>: what stands in the reports.</summary>
internal static class ReadCommand
{
    public static Command Build()
    {
        var command = new DocumentedCommand(
            "read",
            "读出报告里的三张表和文字",
            ("gongkai read 报告.docx", "把三张表显示在屏幕上"),
            ("gongkai read 全省/ --format csv > 数据.csv", "一格一行：机关、年份、指标、数值，可用 R 或 Excel 打开"),
            ("gongkai read 报告.html --format json", "全部内容，连同检查结果和改法"),
            ("pdftotext -layout 报告.pdf - | gongkai read -", "从标准输入读文本"));
        var files = SharedOptions.Files(ArgumentArity.OneOrMore);
        var format = SharedOptions.Format();
        var examining = new ExaminerOptions();
        command.Add(files);
        command.Add(format);
        examining.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (examiner, failure) = await examining.OpenAsync(parsed, cancellation);
            if (examiner is null)
            {
                return CommandLine.Refuse(failure!);
            }

            var asked = parsed.GetValue(format);
            var run = new FileRun(parsed.GetValue(files)!, examining.Jobs(parsed), OutputFrame.Of(asked, FiguresCsv.Header));
            return await run.RunAsync(file => Read(file, asked, examiner), take: null, cancellation);
        });
        return command;
    }

    private static FileResult Read(SourceFile file, OutputFormat format, Examiner examiner)
    {
        var outcome = ReportReader.Read(file, ReadLimits.Default);
        return outcome.Report is not { } report
            ? new FileResult { Name = file.Name, Failure = outcome.Failure }
            : new FileResult
            {
                Name = file.Name,
                Report = report,
                Findings = report.ReadingFindings,
                Output = format switch
                {
                    OutputFormat.Table => Terminal.Render(console =>
                    {
                        FindingsPage.Headline(console, report, file.Name);
                        FigureTables.Draw(console, report);
                    }),
                    OutputFormat.Json or OutputFormat.Jsonl => ReportObject.Of(examiner.Examine(report), format),
                    OutputFormat.Csv => FiguresCsv.Of(report, file.Name),
                },
            };
    }
}
