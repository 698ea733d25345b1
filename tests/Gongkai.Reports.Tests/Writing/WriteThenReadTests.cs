using FsCheck;
using FsCheck.Fluent;
using Gongkai.Reports.Form;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Writing;
using Gongkai.Testing.Reports;

namespace Gongkai.Reports.Tests.Writing;

public sealed class WriteThenReadTests
{
    private static readonly Cell[] Oddities =
        [Cell.Blank(), Cell.Dash("—"), Cell.Dash("/"), Cell.Text("无"), Cell.Text("不适用"), Cell.Unreadable("1 2"), Cell.Unreadable("l0"), Cell.Number(1234567)];

    [Theory]
    [InlineData(WriteFormat.Json)]
    [InlineData(WriteFormat.Csv)]
    [InlineData(WriteFormat.Html)]
    [InlineData(WriteFormat.Docx)]
    [InlineData(WriteFormat.Xlsx)]
    public void What_is_written_reads_back_as_the_same_report(WriteFormat format) =>
        Prop.ForAll(
            Gen.Choose(0, 1_000_000).Select(seed => Spoilt(new Random(seed))).ToArbitrary(),
            report => ReportReader.Read($"报告.{format}", Written.Bytes(report, format), ReadLimits.Default).Report!.ShouldBeTheSameAs(report))
            .QuickCheckThrowOnFailure();

    /// <summary>A report with every kind of cell, rows and tables left out, and sections left out.</summary>
    private static AnnualReport Spoilt(Random random)
    {
        var report = RandomReport.Make(random, ReportTraits.Any(random));
        var form = NationalForm.Figures.Where(figure => report.Figures[figure.Address].Kind != CellKind.Missing).ToList();
        var changes = Enumerable.Range(0, random.Next(6))
            .Select(_ => form[random.Next(form.Count)].Address)
            .Distinct()
            .ToDictionary(address => address, _ => Oddities[random.Next(Oddities.Length)]);
        var row = (RequestRow)random.Next(60);
        var table = (FormTable)random.Next(20);
        foreach (var figure in form.Where(figure => NationalForm.RowOf(figure.Address) == row || figure.Table == table))
        {
            changes[figure.Address] = Cell.Missing;
        }

        var leftOut = random.Next(1, 12);
        return report with { Figures = report.Figures.With(changes), Sections = [.. report.Sections.Where(section => section.Number != leftOut)] };
    }
}
