using System.Security.Cryptography;
using Gongkai.Reports;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Checking.Arithmetic;
using Gongkai.Reports.Checking.Documents;
using Gongkai.Reports.Checking.Narrative;
using Gongkai.Reports.Checking.Tables;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Files;
using Gongkai.Reports.Reading.Html;
using Gongkai.Reports.Reading.Recognition;
using Gongkai.Reports.Reading.Text;
using Gongkai.Testing.Published;
using Gongkai.Testing.Reports;

namespace Gongkai.Bench.Quick;

/// <summary>Where the time of a report goes, stage by stage: every stage is run again on what the one before it made.</summary>
internal static class Stages
{
    public static void Run()
    {
        Console.WriteLine($"{"text",-34} {"µs/report",10} {"kB/report",10}");
        var texts = Samples.Texts;
        Print(
            texts.Length,
            ("bare: decode and split", Over(texts, text => Bare.Lines(text))),
            ("sniffing", Over(texts, text => Sniffing.KindOf(text))),
            ("decoding", Over(texts, text => TextDecoding.Decode(text))),
            ("SHA-256", Over(texts, text => SHA256.HashData(text))));
        string[] decoded = [.. texts.Select(text => TextDecoding.Decode(text))];
        SourceDocument[] documents = [.. decoded.Select(PlainTextReader.Read)];
        Print(
            texts.Length,
            ("PlainTextReader", Over(decoded, text => PlainTextReader.Read(text))),
            ("ReportRecogniser", Over(documents, document => ReportRecogniser.Recognise(document))));
        Recognition(documents);
        Checks(Samples.Reports);
        Formats();
        Layouts();
    }

    /// <summary>The layouts that take longest to read.</summary>
    private static void Layouts()
    {
        var layouts = PublishedLayouts.Of("txt").Select(layout => (layout.Name, Files: Enumerable.Range(0, 8).Select(seed => layout.Render(RandomReport.Make(seed), new Random(seed)).Bytes).ToArray()));
        var costs = layouts.Select(layout => (layout.Name, Seconds: Timing.Each(layout.Files, file => ReportReader.Read("", file, ReadLimits.Default)).Average()));
        Console.WriteLine("slowest text layouts, read");
        foreach (var (name, seconds) in costs.OrderByDescending(cost => cost.Seconds).Take(8))
        {
            Console.WriteLine($"  {name,-50} {ResultTable.Show(seconds * 1e6, "0.0"),10}");
        }
    }

    private static void Recognition(SourceDocument[] documents)
    {
        var rows = Array.ConvertAll(documents, RowWalker.Walk);
        var walks = Array.ConvertAll(rows, Walked);
        var headings = Array.ConvertAll(walks, walk => SectionFinder.Choose(walk.Headings));
        Print(
            documents.Length,
            ("  RowWalker.Walk", Over(documents, document => RowWalker.Walk(document))),
            ("  TableWalk.Walk", Over(rows, row => Walked(row))),
            ("  SectionFinder.Choose", Over(walks, walk => SectionFinder.Choose(walk.Headings))),
            ("  TextParts.Find", OverIndex(documents.Length, index => TextParts.Find(walks[index].TextLines, headings[index], documents[index]))),
            ("  FigurePlacing.Place", Over(walks, walk => new FigurePlacing(walk, Edition.National2021).Place())));
    }

    private static void Checks(AnnualReport[] reports)
    {
        var checker = new ReportChecker(CheckSettings.Default);
        var passages = Array.ConvertAll(reports, PassagesOf);
        Print(
            reports.Length,
            ("ReportChecker.Check", Over(reports, report => checker.Check(report, CheckContext.None))),
            ("  TableChecks", Over(reports, report => TableChecks.Check(report, Findings()))),
            ("  ArithmeticCheck", Over(reports, report => ArithmeticCheck.Check(report.Figures))),
            ("  FigureChecks", Over(reports, report => FigureChecks.Check(report, AgencyName.LevelOf(report.Agency), Findings()))),
            ("  SectionChecks", Over(reports, report => SectionChecks.Check(report, AgencyName.LevelOf(report.Agency), Findings()))),
            ("  DateChecks", Over(reports, report => DateChecks.Check(report, CheckContext.None, Findings()))),
            ("  LeftOverChecks", Over(reports, report => LeftOverChecks.Check(report, Findings()))),
            ("  Passage.Of, all sections", Over(reports, report => PassagesOf(report))),
            ("  ClaimReader", OverIndex(reports.Length, index => ClaimReader.Read(reports[index], passages[index]))),
            ("  StatementChecks", OverIndex(reports.Length, index => StatementChecks.Check(reports[index], passages[index], Findings()))),
            ("  FeeChecks", OverIndex(reports.Length, index => FeeChecks.Check(reports[index], passages[index], Findings()))));
    }

    private static void Formats()
    {
        var pages = Samples.Pages;
        string[] decoded = [.. pages.Select(page => TextDecoding.Decode(page))];
        SourceDocument[] documents = [.. decoded.Select(page => HtmlReader.Read(page, ReadLimits.Default))];
        Print(
            pages.Length,
            ("web page: AngleSharp alone", Over(pages, page => Bare.Html(page))),
            ("  sniffing", Over(pages, page => Sniffing.KindOf(page))),
            ("  HtmlReader", Over(decoded, page => HtmlReader.Read(page, ReadLimits.Default))),
            ("  ReportRecogniser", Over(documents, document => ReportRecogniser.Recognise(document))));
        var files = Samples.WordFiles;
        SourceDocument[] words = [.. files.Select(file => SourceReader.Read(file, ReadLimits.Default).Document!)];
        Print(
            files.Length,
            ("Word: unzip and XmlReader", Over(files, file => Bare.Word(file))),
            ("  sniffing", Over(files, file => Sniffing.KindOf(file))),
            ("  sniffing and WordReader", Over(files, file => SourceReader.Read(file, ReadLimits.Default))),
            ("  ReportRecogniser", Over(words, document => ReportRecogniser.Recognise(document))));
    }

    private static TableWalk Walked(List<SourceRow> rows)
    {
        var walk = new TableWalk(rows);
        walk.Walk();
        return walk;
    }

    private static Passage[] PassagesOf(AnnualReport report) => [.. report.Sections.Select(Passage.Of)];

    private static FindingList Findings() => new(CheckSettings.Default);

    private static void Print(int items, params (string Name, Action Pass)[] stages)
    {
        var costs = Timing.Measure(items, [.. stages.Select(stage => stage.Pass)]);
        for (var index = 0; index < stages.Length; index++)
        {
            Console.WriteLine($"{stages[index].Name,-34} {ResultTable.Show(costs[index].Seconds * 1e6, "0.0"),10} {ResultTable.Show(costs[index].Allocated / 1000.0, "0.0"),10}");
        }
    }

    private static Action Over<T>(T[] items, Action<T> work) => OverIndex(items.Length, index => work(items[index]));

    private static Action OverIndex(int count, Action<int> work) => () =>
    {
        for (var index = 0; index < count; index++)
        {
            work(index);
        }
    };
}
