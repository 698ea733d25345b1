using Gongkai.Reports;
using Gongkai.Reports.Reading;
using Gongkai.Testing.Mending;
using Gongkai.Testing.Published;
using Gongkai.Testing.Reports;

namespace Gongkai.Bench;

/// <summary>The reports that are measured: of the size and in the layouts of published ones, the same in every run.</summary>
internal static class Samples
{
    private const int Count = 64;

    /// <summary>Plain texts of 7 to 8 kB, in every layout that keeps each figure beside its label.</summary>
    public static byte[][] Texts { get; } = Printed("txt", sentences: 22, most: 9_000);

    /// <summary>Web pages of about 8 kB.</summary>
    public static byte[][] Pages { get; } = Printed("html", sentences: 0, most: 10_000);

    /// <summary>Word files.</summary>
    public static byte[][] WordFiles { get; } = Printed("docx", sentences: 22, most: 20_000);

    /// <summary>The texts as they are read.</summary>
    public static AnnualReport[] Reports { get; } = [.. Texts.Select(text => ReportReader.Read("", text, ReadLimits.Default).Report!)];

    /// <summary>Figures that add up but for so many wrong cells.</summary>
    public static FigureSet[] Spoilt(int wrongCells) => Made(random => MendScenarios.WithWrongCells(MendScenarios.Agreeing(random), random, wrongCells));

    /// <summary>The hardest figures to mend: every cell of tables three and four is any number; every total is wrong; thirty cells are wrong.</summary>
    public static FigureSet[] Worst { get; } =
    [
        .. Made(random => MendScenarios.WithNothingRight(MendScenarios.Agreeing(random), random))[..8],
        .. Made(random => MendScenarios.WithAllRowTotalsWrong(MendScenarios.Agreeing(random), random))[..4],
        .. Made(random => MendScenarios.WithWrongCells(MendScenarios.Agreeing(random), random, 30))[..8],
    ];

    private static FigureSet[] Made(Func<Random, FigureSet> make) => [.. Enumerable.Range(0, Count).Select(seed => make(new Random(seed)))];

    private static byte[][] Printed(string kind, int sentences, int most)
    {
        var layouts = PublishedLayouts.Of(kind).Where(layout => !layout.IsDamaged).ToArray();
        var reports = Enumerable.Range(0, int.MaxValue).Select(seed => Report(layouts[seed % layouts.Length], seed, sentences));
        return [.. reports.Where(file => file.Length > most / 4 && file.Length < most).Take(Count)];
    }

    private static byte[] Report(PublishedLayout layout, int seed, int sentences)
    {
        var random = new Random(seed);
        return layout.Render(LongProse.Of(RandomReport.Make(seed), random, sentences), random).Bytes;
    }
}
