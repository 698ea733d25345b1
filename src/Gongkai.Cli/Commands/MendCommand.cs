using System.Collections.Immutable;
using System.CommandLine;
using Gongkai.Cli.Printing;
using Gongkai.Cli.Running;
using Gongkai.Reports;
using Gongkai.Reports.Mending;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Files;
using Gongkai.Reports.Writing;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai mend</c>: the smallest changes that make the figures agree; applied to a copy only when asked.</summary>
internal static class MendCommand
{
    private const int MostMends = 10_000;

    public static Command Build()
    {
        var command = new DocumentedCommand(
            "mend",
            "找出最少改几格、怎么改，数字就能全部对上",
            ("gongkai mend 报告.docx", "列出各种改法，不改动文件"),
            ("gongkai mend 报告.docx --last 去年.docx", "同时要求与上年结转一致"),
            ("gongkai mend 报告.docx --apply 2 -o 修正.docx", "按第 2 种改法另写一份；原文件不动"));
        var files = SharedOptions.Files(ArgumentArity.OneOrMore);
        var format = SharedOptions.Format();
        var apply = new Option<int?>("--apply")
        {
            Description = "采用第几种改法，写到 -o 给出的文件",
            HelpName = "序号",
            CustomParser = result => SharedOptions.Whole(result, 1, MostMends),
        };
        var output = SharedOptions.Output("输出文件，格式看扩展名");
        var force = SharedOptions.Force();
        var examining = new ExaminerOptions();
        command.Add(files);
        command.Add(format);
        command.Add(apply);
        command.Add(output);
        command.Add(force);
        examining.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var (examiner, failure) = await examining.OpenAsync(parsed, cancellation);
            if (examiner is null)
            {
                return CommandLine.Refuse(failure!);
            }

            var paths = parsed.GetValue(files)!;
            if (parsed.GetValue(apply) is { } number)
            {
                return Apply(paths, number, parsed.GetValue(output), parsed.GetValue(force), examiner);
            }

            if (parsed.GetValue(output) is not null)
            {
                return CommandLine.Refuse("要写出修正后的报告，请用 --apply 写明采用第几种改法。");
            }

            var asked = parsed.GetValue(format);
            var run = new FileRun(paths, examining.Jobs(parsed), OutputFrame.Of(asked, MendsPage.CsvHeader));
            return await run.RunAsync(file => Find(file, asked, examiner), take: null, cancellation);
        });
        return command;
    }

    private static FileResult Find(SourceFile file, OutputFormat format, Examiner examiner)
    {
        var outcome = ReportReader.Read(file, ReadLimits.Default);
        if (outcome.Report is not { } report)
        {
            return new FileResult { Name = file.Name, Failure = outcome.Failure };
        }

        var examination = examiner.Examine(report);
        ImmutableArray<Finding> broken = [.. examination.Findings.Where(Examiner.IsBrokenIdentity)];
        return new FileResult
        {
            Name = file.Name,
            HasLast = examination.HasLast,
            Findings = broken,
            Output = format switch
            {
                OutputFormat.Table => Terminal.Render(console => MendsPage.Draw(console, examination, broken, file.Name)),
                OutputFormat.Json or OutputFormat.Jsonl => ReportObject.Of(examination with { Findings = broken }, format),
                OutputFormat.Csv => MendsPage.Csv(examination, file.Name),
            },
        };
    }

    private static int Apply(string[] paths, int number, string? output, bool force, Examiner examiner)
    {
        if (output is null || ReportWriter.FromExtension(Path.GetExtension(output)) is not { } format)
        {
            return CommandLine.Refuse("请用 -o 给出输出文件，文件名以 .docx、.html、.json、.csv 或 .xlsx 结尾。");
        }

        var (report, failure) = paths.Length == 1 ? SingleReport.Read(paths[0]) : (null, "--apply 一次只能用于一份报告。");
        if (report is null)
        {
            return CommandLine.Refuse(failure!);
        }

        var mends = examiner.Examine(report).Choices;
        if (number > mends.Length)
        {
            return CommandLine.Refuse(mends.IsEmpty ? "这份报告没有可采用的改法。" : $"只有 {mends.Length} 种改法，没有第 {number} 种。");
        }

        var mend = mends[number - 1];
        if (new OutputFile(paths, force).Write(Mender.Apply(report, mend), format, output) is { } objection)
        {
            return CommandLine.Refuse(objection);
        }

        Console.Error.WriteLine($"已写入 {output}：{string.Join("；", mend.Changes.Select(Words.Of))}。原文件没有改动。");
        return CommandLine.Fine;
    }
}
