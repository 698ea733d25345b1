using Gongkai.Reports.Reading;
using Gongkai.Testing;
using Gongkai.Testing.Published;
using Gongkai.Testing.Reports;

namespace Gongkai.Reports.Tests.Reading;

public sealed class PublishedFileTests
{
    private const int Seeds = 12;

    public static TheoryData<string> FileLayouts => [.. PublishedLayouts.All.Where(layout => layout.Kind != "txt").Select(layout => layout.Name)];

    [Theory]
    [MemberData(nameof(FileLayouts))]
    public void Pages_Word_files_and_workbooks_are_read_as_printed(string name)
    {
        var layout = PublishedLayouts.Named(name);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var score = Read(layout, seed);

            score.Wrong.ShouldBe(0, $"seed {seed}\n{score.Differences}");
            score.Missed.ShouldBe(0, $"seed {seed}\n{score.Differences}");
            score.Head.ShouldBeEmpty($"seed {seed}");
        }
    }

    /// <summary>Made by LibreOffice from Word files, and read through LibreOffice or pdftotext.</summary>
    [Theory]
    [InlineData("pdf")]
    [InlineData("odt")]
    [InlineData("doc")]
    [InlineData("rtf")]
    public void Files_of_an_office_program_are_read_as_printed(string format)
    {
        Assert.SkipUnless(OfficeProgram.IsInstalled, "LibreOffice is not installed.");
        var layout = PublishedLayouts.Named("merged cells");
        var printed = Enumerable.Range(0, 4)
            .Select(seed => layout.Render(RandomReport.Make(new Random(seed), ReportTraits.Ordinary), new Random(seed)))
            .ToList();
        var files = OfficeProgram.Convert([.. printed.Select((report, seed) => ($"report{seed}.docx", report.Bytes))], format);
        for (var seed = 0; seed < files.Count; seed++)
        {
            var outcome = ReportReader.Read($"report{seed}.{format}", files[seed], ReadLimits.Default);
            outcome.Failure.ShouldBeNull();
            var score = Accuracy.Score(outcome.Report!, printed[seed].Expected);

            score.Wrong.ShouldBe(0, $"seed {seed}\n{score.Differences}");
            score.Missed.ShouldBe(0, $"seed {seed}\n{score.Differences}");
        }
    }

    private static Accuracy Read(PublishedLayout layout, int seed)
    {
        var printed = layout.Render(RandomReport.Make(seed), new Random(seed));
        var outcome = ReportReader.Read($"report.{layout.Kind}", printed.Bytes, ReadLimits.Default);
        outcome.Failure.ShouldBeNull();
        return Accuracy.Score(outcome.Report!, printed.Expected);
    }
}
