using System.Text;
using Gongkai.Reports.Reading;
using Gongkai.Testing.Fuzz;
using Gongkai.Testing.Published;
using Gongkai.Testing.Reports;

namespace Gongkai.Reports.Tests.Reading;

/// <summary>Whatever the bytes: a report or one sentence, bounded work, no figure that does not stand there. At length: <c>bench/run --fuzz</c>.</summary>
public sealed class FuzzTests
{
    // Long enough for a machine that is busy with other things; it only keeps a hang from holding up the tests.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("txt", 900)]
    [InlineData("html", 600)]
    [InlineData("json", 250)]
    [InlineData("csv", 250)]
    [InlineData("docx", 200)]
    [InlineData("xlsx", 100)]
    public void A_spoilt_file_gives_a_report_without_figures_of_its_own_or_one_sentence(string kind, int count) =>
        FuzzRun.Faults(Enumerable.Range(1, count).Select(seed => (kind, seed)), Patience).ShouldBeEmpty();

    [Fact]
    public void A_row_printed_many_times_with_other_figures_is_unread_and_does_not_pile_up()
    {
        var printed = PublishedLayouts.Named("tabs, every place printed").Render(RandomReport.Make(1), new Random(1)).Text;
        var row = printed.Split('\n').Single(line => line.Contains("属于行政查询事项", StringComparison.Ordinal));
        var label = row[..(row.IndexOf("事项", StringComparison.Ordinal) + 2)];
        var rows = Enumerable.Range(1, 5_000).Select(number => label + string.Concat(Enumerable.Repeat($"\t{number}", 7)));

        var report = ReportReader.Read("", Encoding.UTF8.GetBytes(printed.Replace(row, string.Join('\n', rows), StringComparison.Ordinal)), ReadLimits.Default).Report!;

        report.Figures.Cells.ToArray().Max(cell => cell.Raw.Length).ShouldBeLessThan(2_000);
    }

    [Fact]
    public void The_same_seed_spoils_a_file_in_the_same_way() =>
        Mutator.Kinds.ShouldAllBe(kind => Mutator.Make(kind, 7).Bytes.SequenceEqual(Mutator.Make(kind, 7).Bytes));
}
