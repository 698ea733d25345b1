using System.CommandLine;
using Gongkai.Cli.Printing;
using Gongkai.Cli.Running;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai check</c>: what is wrong with the reports.</summary>
internal static class CheckCommand
{
    public static Command Build()
    {
        var command = new DocumentedCommand(
            "check",
            "检查报告：勾稽关系、与上年衔接、文字与表格是否一致",
            ("gongkai check 报告.docx", "检查一份报告"),
            ("gongkai check 2024/ --last 2023/", "检查一个文件夹，并与上年报告核对结转"),
            ("gongkai check 全省.zip --format csv > 问题.csv", "一条问题一行"),
            ("gongkai check 报告.pdf --level township", "按乡镇的规则检查"),
            ("gongkai check --list-rules", "列出全部规则"));
        var files = SharedOptions.Files(ArgumentArity.ZeroOrMore);
        var format = SharedOptions.Format();
        var listRules = new Option<bool>("--list-rules") { Description = "列出全部检查规则" };
        var examining = new ExaminerOptions();
        command.Add(files);
        command.Add(format);
        examining.AddTo(command);
        command.Add(listRules);
        command.Validators.Add(result =>
        {
            if (result.GetValue(files) is not { Length: > 0 } && !result.GetValue(listRules))
            {
                result.AddError("没有给出要检查的文件。");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var asked = parsed.GetValue(format);
            if (parsed.GetValue(listRules))
            {
                return RuleList.Print(asked);
            }

            var (examiner, failure) = await examining.OpenAsync(parsed, cancellation);
            if (examiner is null)
            {
                return CommandLine.Refuse(failure!);
            }

            var run = new FileRun(parsed.GetValue(files)!, examining.Jobs(parsed), OutputFrame.Of(asked, FindingsCsv.Header));
            return await run.RunAsync(file => Check(file, asked, examiner, examining.LastPath(parsed)), take: null, cancellation);
        });
        return command;
    }

    private static FileResult Check(SourceFile file, OutputFormat format, Examiner examiner, string? lastPath)
    {
        var outcome = ReportReader.Read(file, ReadLimits.Default);
        if (outcome.Report is not { } report)
        {
            return new FileResult { Name = file.Name, Failure = outcome.Failure };
        }

        var examination = examiner.Examine(report);
        return new FileResult
        {
            Name = file.Name,
            Report = report,
            HasLast = examination.HasLast,
            Findings = examination.Findings,
            Output = format switch
            {
                OutputFormat.Table => Terminal.Render(console => FindingsPage.Draw(console, examination, file.Name, lastPath)),
                OutputFormat.Json or OutputFormat.Jsonl => ReportObject.Of(examination, format),
                OutputFormat.Csv => FindingsCsv.Of(examination, file.Name),
            },
        };
    }
}
