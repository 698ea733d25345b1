using System.CommandLine;
using Gongkai.Cli.Running;
using Gongkai.Reports;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Files;
using Gongkai.Reports.Writing;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai write</c>: the reports in another format, as they were read.</summary>
internal static class WriteCommand
{
    public static Command Build()
    {
        var command = new DocumentedCommand(
            "write",
            "把报告写成规范的 Word、网页、Excel、JSON 或 CSV",
            ("gongkai write 报告.html -o 报告.docx", "按国家格式写成 Word"),
            ("gongkai write 全县/ --to xlsx -o 输出/", "整个文件夹都写成 Excel，放进另一个文件夹"),
            ("gongkai write 报告.pdf --to json", "写到标准输出"));
        var files = SharedOptions.Files(ArgumentArity.OneOrMore);
        var output = SharedOptions.Output("输出文件；与 --to 同用且来源不止一个文件时是输出文件夹");
        var to = SharedOptions.Choice<WriteFormat?>(
            "--to",
            "输出格式；不写时看输出文件的扩展名",
            null,
            ("docx", WriteFormat.Docx),
            ("html", WriteFormat.Html),
            ("json", WriteFormat.Json),
            ("csv", WriteFormat.Csv),
            ("xlsx", WriteFormat.Xlsx));
        var force = SharedOptions.Force();
        var jobs = SharedOptions.Jobs();
        command.Add(files);
        command.Add(output);
        command.Add(to);
        command.Add(force);
        command.Add(jobs);
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(files)!, parsed.GetValue(output), parsed.GetValue(to), parsed.GetValue(force), parsed.GetValue(jobs), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string? output, WriteFormat? to, bool force, int jobs, CancellationToken cancellation)
    {
        var isFolder = output is not null && (Directory.Exists(output) || output.EndsWith('/') || (to is not null && (paths.Length > 1 || Directory.Exists(paths[0]))));
        var format = to ?? (output is null || isFolder ? null : ReportWriter.FromExtension(Path.GetExtension(output)));
        if (format is not { } known)
        {
            return CommandLine.Refuse("不知道写成什么格式：请用 --to 写明 docx、html、json、csv 或 xlsx，或让 -o 的文件名以它们结尾。");
        }

        if (isFolder)
        {
            return await WriteManyAsync(paths, output!, known, force, jobs, cancellation);
        }

        var (report, failure) = paths.Length == 1 ? SingleReport.Read(paths[0]) : (null, "来源不止一个文件：请用 --to 写明格式，用 -o 给出输出文件夹。");
        if (report is null)
        {
            return CommandLine.Refuse(failure!);
        }

        return output is null or "-" ? Print(report, known)
            : new OutputFile(paths, force).Write(report, known, output) is { } objection ? CommandLine.Refuse(objection)
            : CommandLine.Fine;
    }

    private static int Print(AnnualReport report, WriteFormat format)
    {
        if (format is WriteFormat.Docx or WriteFormat.Xlsx && !Console.IsOutputRedirected)
        {
            return CommandLine.Refuse("这种格式不能显示在屏幕上：请用 -o 给出输出文件。");
        }

        using var written = new MemoryStream();
        ReportWriter.Write(report, format, written);
        StandardOutput.Write(written.GetBuffer().AsSpan(0, (int)written.Length));
        return CommandLine.Fine;
    }

    private static Task<int> WriteManyAsync(string[] paths, string folder, WriteFormat format, bool force, int jobs, CancellationToken cancellation)
    {
        var file = new OutputFile(paths, force);
        var names = new OutputNames(folder, format);
        return new FileRun(paths, jobs, OutputFrame.Plain) { IsExamining = false }.RunAsync(Read, Write, cancellation);

        static FileResult Read(SourceFile source)
        {
            var outcome = ReportReader.Read(source, ReadLimits.Default);
            return new FileResult { Name = source.Name, Report = outcome.Report, Failure = outcome.Failure };
        }

        FileResult Write(FileResult read)
        {
            if (read.Report is null)
            {
                return read;
            }

            var path = names.Of(read.Name);
            return read with { Failure = file.Write(read.Report, format, path), Report = null };
        }
    }
}
