using System.Text;
using Gongkai.Cli.Printing;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Cli.Running;

/// <summary>Works through the files in parallel and prints the results in their order, as they come, within bounded memory.</summary>
/// <param name="paths">Files, folders, globs, zips.</param>
/// <param name="jobs">How many at once.</param>
/// <param name="frame">What stands around the results.</param>
internal sealed class FileRun(IReadOnlyList<string> paths, int jobs, OutputFrame frame)
{
    /// <summary>Whether the run looks for findings, so that its summary counts them.</summary>
    public bool IsExamining { get; init; } = true;

    /// <summary>Runs, prints the summary, and returns the exit code.</summary>
    /// <param name="work">Makes the result of one file; called from several threads.</param>
    /// <param name="take">Called with each result in order, before it is printed; may replace it.</param>
    /// <param name="cancellation">Ends the run after the files at hand.</param>
    public async Task<int> RunAsync(Func<SourceFile, FileResult> work, Func<FileResult, FileResult>? take, CancellationToken cancellation)
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, jobs + 2), completions);
        var tally = new Tally(IsExamining);
        using var progress = new Progress();
        var counting = CountAsync(progress, cancellation);
        await using var output = new BufferedStream(StandardOutput.Open(), 1 << 16);
        var printed = 0;
        try
        {
            await OrderedWork.RunAsync(SourceFiles.Enumerate(paths, ReadLimits.Default), jobs, work, Take, cancellation);
            await counting;
        }
        catch (IOException exception) when (StandardOutput.IsBrokenPipe(exception))
        {
            return tally.ExitCode;
        }
        finally
        {
            progress.Hide();
        }

        if (tally.IsEmpty)
        {
            return CommandLine.Refuse("没有找到报告文件。可以读的是 .txt、.html、.docx、.pdf、.xlsx、.xls、.json、.csv、.doc、.wps、.odt、.rtf 和装着它们的 .zip。");
        }

        Write(output, (printed == 0 ? frame.Open : "") + frame.Close);
        await output.FlushAsync(CancellationToken.None);
        await Console.Error.WriteLineAsync(tally.ToString());
        return tally.ExitCode;

        void Take(FileResult result)
        {
            result = take is null ? result : take(result);
            tally.Add(result);
            if (result.Failure is not null)
            {
                progress.Hide();
                Console.Error.WriteLine(Shown.Plain($"gongkai: {result.Name}：{result.Failure}"));
            }

            if (result.Output.Length > 0)
            {
                Write(output, printed++ == 0 ? frame.Open : frame.Between);
                output.Write(result.Output);
                if (Terminal.IsStyled)
                {
                    progress.Hide();
                    output.Flush();
                }
            }

            progress.Step();
        }
    }

    private static void Write(Stream output, string text) => output.Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Counts the files beside the work, so that the bar knows its end.</summary>
    private Task CountAsync(Progress progress, CancellationToken cancellation) =>
        !Terminal.HasStyledError || paths.Contains("-")
            ? Task.CompletedTask
            : Task.Run(() => progress.Total = SourceFiles.Enumerate(paths, ReadLimits.Default).TakeWhile(_ => !cancellation.IsCancellationRequested).Count(), CancellationToken.None);
}
