using System.Diagnostics;
using System.Globalization;
using Gongkai.Testing.Published;
using Gongkai.Testing.Reports;

namespace Gongkai.Bench.Quick;

/// <summary>A folder full of reports of every text layout, web page and Word layout, checked by the command line as a process of its own.</summary>
internal static class ManyFiles
{
    private const double MostMemory = 200;

    public static void Run(int count)
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-bench-");
        try
        {
            Write(folder.FullName, count);
            var (seconds, processor, megabytes, summary) = Check(folder.FullName);
            ResultTable.Row(
                $"check {count} files, as a process",
                string.Create(CultureInfo.InvariantCulture, $"{count / seconds:N0} files/s ({count / processor:N0} a processor second), peak {megabytes:0} MB"),
                $"< {MostMemory} MB",
                megabytes < MostMemory);
            Console.WriteLine($"  {summary}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(string folder, int count)
    {
        // Nine texts to one page or Word file.
        var texts = PublishedLayouts.Of("txt").ToArray();
        var others = PublishedLayouts.Of("html").Concat(PublishedLayouts.Of("docx")).ToArray();
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, number =>
        {
            var layout = number % 10 == 9 ? others[number / 10 % others.Length] : texts[number % texts.Length];
            var inner = Directory.CreateDirectory(Path.Combine(folder, $"{number / 1000}"));
            File.WriteAllBytes(Path.Combine(inner.FullName, $"{number:D6}.{layout.Kind}"), layout.Render(RandomReport.Make(number), new Random(number)).Bytes);
        });
    }

    private static (double Seconds, double Processor, double Megabytes, string Summary) Check(string folder)
    {
        var program = Environment.GetEnvironmentVariable("GONGKAI") ?? throw new InvalidOperationException("GONGKAI names no program; start bench/run.");
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "check", folder, "--format", "csv"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var error = process.StandardError.ReadToEndAsync();
        var (peak, processor) = (0L, TimeSpan.Zero);
        while (!process.WaitForExit(20))
        {
            (peak, processor) = UseOf(process, peak, processor);
        }

        output.Wait();
        var lines = error.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (clock.Elapsed.TotalSeconds, processor.TotalSeconds, peak / 1e6, lines.Length > 0 ? lines[^1] : "");
    }

    /// <summary>The peak that the system itself keeps, so that none is missed between two looks, and the processor time so far.</summary>
    private static (long Peak, TimeSpan Processor) UseOf(Process process, long peak, TimeSpan processor)
    {
        try
        {
            process.Refresh();
            return (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
        }
        catch (InvalidOperationException)
        {
            // It ended between the look and the question.
            return (peak, processor);
        }
    }
}
