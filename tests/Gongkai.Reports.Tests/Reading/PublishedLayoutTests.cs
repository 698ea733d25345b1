using Gongkai.Reports.Reading.Recognition;
using Gongkai.Reports.Reading.Text;
using Gongkai.Testing;
using Gongkai.Testing.Published;
using Gongkai.Testing.Reports;

namespace Gongkai.Reports.Tests.Reading;

public sealed class PublishedLayoutTests
{
    private const int Seeds = 40;

    public static TheoryData<string> TextLayouts => [.. PublishedLayouts.Of("txt").Select(layout => layout.Name)];

    public static TheoryData<string> WholeTextLayouts => [.. PublishedLayouts.Of("txt").Where(layout => !layout.IsDamaged).Select(layout => layout.Name)];

    public static TheoryData<string> DamagedTextLayouts => [.. PublishedLayouts.Of("txt").Where(layout => layout.IsDamaged).Select(layout => layout.Name)];

    [Theory]
    [MemberData(nameof(TextLayouts))]
    public void No_figure_is_ever_read_as_another(string name)
    {
        foreach (var (seed, score) in Scores(name))
        {
            score.Wrong.ShouldBe(0, $"seed {seed}\n{score.Differences}");
        }
    }

    [Theory]
    [MemberData(nameof(WholeTextLayouts))]
    public void Every_figure_that_the_layout_leaves_certain_is_read(string name)
    {
        foreach (var (seed, score) in Scores(name))
        {
            score.Missed.ShouldBe(0, $"seed {seed}\n{score.Differences}");
        }
    }

    [Theory]
    [MemberData(nameof(DamagedTextLayouts))]
    public void Damage_takes_little_more_than_it_touches(string name)
    {
        var scores = Scores(name).Select(entry => entry.Score).ToList();
        scores.Sum(score => score.Missed).ShouldBeLessThan(scores.Sum(score => score.Right) / 20);
    }

    [Theory]
    [MemberData(nameof(WholeTextLayouts))]
    public void Agency_year_period_date_and_sections_are_read(string name)
    {
        foreach (var (seed, score) in Scores(name))
        {
            score.Head.ShouldBeEmpty($"seed {seed}");
        }
    }

    private static IEnumerable<(int Seed, Accuracy Score)> Scores(string name)
    {
        var layout = PublishedLayouts.Named(name);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var printed = layout.Render(RandomReport.Make(seed), new Random(seed));
            var read = ReportRecogniser.Recognise(PlainTextReader.Read(printed.Text));
            yield return (seed, Accuracy.Score(read, printed.Expected));
        }
    }
}
