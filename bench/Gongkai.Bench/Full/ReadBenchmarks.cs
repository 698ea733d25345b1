using BenchmarkDotNet.Attributes;
using Gongkai.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Reading;

namespace Gongkai.Bench.Full;

/// <summary>Reading one report of each format, beside the bare cost of the format; each call takes the next sample.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ReadBenchmarks
{
    private readonly ReportChecker checker = new(CheckSettings.Default);
    private int turn;

    [Benchmark(Baseline = true), BenchmarkCategory("text")]
    public int DecodeAndSplit() => Bare.Lines(Next(Samples.Texts));

    [Benchmark, BenchmarkCategory("text")]
    public AnnualReport ReadText() => Read(Next(Samples.Texts));

    [Benchmark, BenchmarkCategory("text")]
    public object ReadAndCheckText() => checker.Check(Read(Next(Samples.Texts)), CheckContext.None);

    [Benchmark(Baseline = true), BenchmarkCategory("page")]
    public int ParseWithAngleSharp() => Bare.Html(Next(Samples.Pages));

    [Benchmark, BenchmarkCategory("page")]
    public AnnualReport ReadPage() => Read(Next(Samples.Pages));

    [Benchmark(Baseline = true), BenchmarkCategory("word")]
    public int UnzipAndWalkXml() => Bare.Word(Next(Samples.WordFiles));

    [Benchmark, BenchmarkCategory("word")]
    public AnnualReport ReadWord() => Read(Next(Samples.WordFiles));

    private static AnnualReport Read(byte[] file) => ReportReader.Read("", file, ReadLimits.Default).Report!;

    private byte[] Next(byte[][] files) => files[turn++ % files.Length];
}
