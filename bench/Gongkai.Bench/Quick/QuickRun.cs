using System.Diagnostics;
using Gongkai.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Checking.Arithmetic;
using Gongkai.Reports.Mending;
using Gongkai.Reports.Reading;

namespace Gongkai.Bench.Quick;

/// <summary>Everything that has a target, in about a minute.</summary>
internal static class QuickRun
{
    private static readonly ReportChecker Checker = new(CheckSettings.Default);

    /// <param name="folder">A folder of texts to be measured too, or null.</param>
    /// <param name="files">How many files the command line is given; 0 for none.</param>
    public static void Run(string? folder, int files)
    {
        ResultTable.Head("");
        Apart("text");
        if (folder is not null)
        {
            Apart("text", folder);
        }

        Apart("page");
        Apart("word");
        Checks(Samples.Reports);
        Mending();
        if (files > 0)
        {
            ManyFiles.Run(files);
        }
    }

    /// <summary>One format, beside its bare cost.</summary>
    public static void Format(string format, string? folder)
    {
        switch (format)
        {
            case "page":
                Format("web page of 8 kB", Samples.Pages, page => Bare.Html(page), 1.5);
                break;
            case "word":
                Format("Word", Samples.WordFiles, file => Bare.Word(file), 2);
                break;
            case var _ when folder is not null:
                Text($"the same, texts of {Path.GetFileName(Path.GetFullPath(folder))}", [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)]);
                break;
            default:
                Text("text, read and check", Samples.Texts);
                break;
        }
    }

    /// <summary>Each format has a process of its own: the compiler would else tune the code that they share to the one that came first.</summary>
    private static void Apart(params string[] arguments)
    {
        using var process = Process.Start(Environment.ProcessPath!, [typeof(QuickRun).Assembly.Location, "--format", .. arguments]);
        process.WaitForExit();
    }

    private static void Text(string what, byte[][] texts)
    {
        Settle(texts, ReadAndCheck);
        var costs = Timing.Measure(texts.Length, Pass(texts, text => Bare.Lines(text)), Pass(texts, ReadBlocks), Pass(texts, Read), Pass(texts, ReadAndCheck));
        ResultTable.Row("decoding and splitting into lines", costs[0]);
        ResultTable.Row("text, to blocks only", costs[1], bare: costs[0]);
        ResultTable.Row("text, read", costs[2], bare: costs[0]);
        ResultTable.Row(what, costs[3], 8_000, costs[0], 10);
    }

    private static void Format(string what, byte[][] files, Action<byte[]> bare, double ratio)
    {
        Settle(files, Read);
        var costs = Timing.Measure(files.Length, Pass(files, bare), Pass(files, ReadBlocks), Pass(files, Read));
        ResultTable.Row($"{what}, its format alone", costs[0]);
        ResultTable.Row($"{what}, to blocks only", costs[1], bare: costs[0]);
        ResultTable.Row($"{what}, read", costs[2], bare: costs[0], ratio: ratio);
    }

    /// <summary>The first lines would else be measured before the machine and the compiler have settled.</summary>
    private static void Settle(byte[][] files, Action<byte[]> work) => Timing.Measure(files.Length, Pass(files, work));

    private static void Checks(AnnualReport[] reports)
    {
        var costs = Timing.Measure(
            reports.Length,
            Pass(reports, report => ArithmeticCheck.Check(report.Figures)),
            Pass(reports, report => Checker.Check(report, CheckContext.None)));
        ResultTable.Row("arithmetic identities alone", costs[0], 200_000);
        ResultTable.Row("all checks", costs[1], 10_000);
    }

    private static void Mending()
    {
        for (var wrong = 1; wrong <= 3; wrong++)
        {
            Mending($"mend, {wrong} wrong", Samples.Spoilt(wrong), 5);
        }

        Mending("mend, worst samples", Samples.Worst, 100);
    }

    private static void Mending(string what, FigureSet[] figures, double milliseconds)
    {
        var mean = Timing.Measure(figures.Length, Pass(figures, Mend))[0].Seconds * 1000;
        var each = Timing.Each(figures, Mend);
        var slowest = each.Max() * 1000;
        ResultTable.Row(what, $"mean {ResultTable.Show(mean, "0.000")} ms, slowest {ResultTable.Show(slowest, "0.00")} ms", $"< {milliseconds} ms", slowest < milliseconds);
    }

    private static void Mend(FigureSet figures) => Mender.Find(figures);

    private static void ReadBlocks(byte[] file) => SourceReader.Read(file, ReadLimits.Default);

    private static void Read(byte[] file) => ReportReader.Read("", file, ReadLimits.Default);

    private static void ReadAndCheck(byte[] file) => Checker.Check(ReportReader.Read("", file, ReadLimits.Default).Report!, CheckContext.None);

    private static Action Pass<T>(T[] items, Action<T> work) => () =>
    {
        foreach (var item in items)
        {
            work(item);
        }
    };
}
