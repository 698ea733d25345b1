using BenchmarkDotNet.Attributes;
using Gongkai.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Checking.Arithmetic;
using Gongkai.Reports.Mending;

namespace Gongkai.Bench.Full;

/// <summary>Checking and mending what was read; each call takes the next sample.</summary>
[MemoryDiagnoser]
public class FigureBenchmarks
{
    private readonly ReportChecker checker = new(CheckSettings.Default);
    private readonly FigureSet[] spoilt = Samples.Spoilt(3);
    private int turn;

    [Benchmark]
    public object ArithmeticIdentities() => ArithmeticCheck.Check(Next(Samples.Reports).Figures);

    [Benchmark]
    public object AllChecks() => checker.Check(Next(Samples.Reports), CheckContext.None);

    [Benchmark]
    public MendResult MendThreeWrongCells() => Mender.Find(Next(spoilt));

    [Benchmark]
    public MendResult MendWorst() => Mender.Find(Next(Samples.Worst));

    private T Next<T>(T[] items) => items[turn++ % items.Length];
}
