using System.CommandLine;
using Gongkai.Cli.Printing;
using Gongkai.Cli.Running;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Summing;
using Gongkai.Reports.Writing;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai sum</c>: many reports added into one.</summary>
internal static class SumCommand
{
    public static Command Build()
    {
        var command = new DocumentedCommand(
            "sum",
            "把许多报告逐格相加成一份，写明哪些格不能相加、为什么",
            ("gongkai sum 全县/ -o 全县汇总.xlsx", "汇总一个文件夹，写成 Excel"),
            ("gongkai sum 部门/ 乡镇/ --agency 某某县人民政府 -o 汇总.docx", "写成 Word，并写上机关名称"),
            ("gongkai sum 全县.zip --format csv", "一格一行：合计、几份相加、几份未能相加"));
        var files = SharedOptions.Files(ArgumentArity.OneOrMore);
        var format = SharedOptions.Format();
        var output = SharedOptions.Output("把汇总写成一份报告，格式看扩展名");
        var agency = new Option<string?>("--agency") { Description = "写在汇总报告上的机关名称", HelpName = "名称" };
        var force = SharedOptions.Force();
        var jobs = SharedOptions.Jobs();
        command.Add(files);
        command.Add(format);
        command.Add(output);
        command.Add(agency);
        command.Add(force);
        command.Add(jobs);
        command.SetAction((parsed, cancellation) =>
        {
            var paths = parsed.GetValue(files)!;
            var path = parsed.GetValue(output);
            var file = new OutputFile(paths, parsed.GetValue(force));
            var written = path is null ? null : ReportWriter.FromExtension(Path.GetExtension(path));
            var objection = path is null ? null
                : written is null ? "输出文件名应以 .docx、.html、.json、.csv 或 .xlsx 结尾。"
                : file.Objection(path);
            return objection is not null
                ? Task.FromResult(CommandLine.Refuse(objection))
                : RunAsync(paths, parsed.GetValue(jobs), parsed.GetValue(format), Finish, cancellation);

            string? Finish(SummedReports sum) => path is null ? null
                : file.Write(sum.Report with { Agency = parsed.GetValue(agency) }, written!.Value, path);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        string[] paths, int jobs, OutputFormat format, Func<SummedReports, string?> finish, CancellationToken cancellation)
    {
        var adding = new ReportSum();
        var status = await new FileRun(paths, jobs, OutputFrame.Plain) { IsExamining = false }.RunAsync(
            source =>
            {
                var outcome = ReportReader.Read(source, ReadLimits.Default);
                return new FileResult { Name = source.Name, Report = outcome.Report, Failure = outcome.Failure };
            },
            result =>
            {
                if (result.Report is { } report)
                {
                    adding.Add(report);
                }

                return result with { Report = null };
            },
            cancellation);
        var sum = adding.Result();
        if (sum.Included.IsEmpty)
        {
            return CommandLine.CouldNotRun;
        }

        StandardOutput.Write(format switch
        {
            OutputFormat.Table => Terminal.Render(console => SumPage.Draw(console, sum)),
            OutputFormat.Json => SumData.Json(sum, indented: true),
            OutputFormat.Jsonl => SumData.Json(sum, indented: false),
            OutputFormat.Csv => SumData.Csv(sum),
        });
        return finish(sum) is { } failure ? CommandLine.Refuse(failure)
            : status == CommandLine.Fine && sum.Figures.Any(figure => figure.NotAdded.Length > 0) ? CommandLine.Findings
            : status;
    }
}
