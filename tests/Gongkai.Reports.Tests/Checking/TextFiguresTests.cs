using Gongkai.Reports.Checking.Narrative;

namespace Gongkai.Reports.Tests.Checking;

public sealed class TextFiguresTests
{
    [Theory]
    [MemberData(nameof(TextWordings.All), MemberType = typeof(TextWordings))]
    public void A_sentence_says_of_each_cell_what_it_surely_says(string sentence, string expected)
    {
        var found = TextFigures.Find(Sample.Report(overview: sentence))
            .Select(figure => $"{figure.Address}={figure.Value:0}{(figure.Sure ? "" : "?")}");

        string.Join(' ', found).ShouldBe(expected, sentence);
    }

    [Fact]
    public void A_county_speaks_of_the_whole_county_and_of_itself_so_neither_is_sure()
    {
        var report = Sample.Report(overview: "全县共收到政府信息公开申请120件，县政府本级收到申请20件。") with { Agency = "云岭县人民政府" };

        TextFigures.Find(report).ShouldAllBe(figure => !figure.Sure);
    }

    [Fact]
    public void An_office_that_acts_for_its_government_speaks_of_its_own_figures()
    {
        var report = Sample.Report(overview: "县政府办公室代表县政府共受理政府信息公开申请20件，办结20件。") with { Agency = "云岭县人民政府办公室" };

        TextFigures.Find(report).Select(figure => figure.Value).ShouldBe([20, 20]);
    }

    [Fact]
    public void Another_agencys_figures_are_not_the_reports()
    {
        var report = Sample.Report(overview: "县公安局收到政府信息公开申请20件，办结20件。") with { Agency = "云岭县财政局" };

        TextFigures.Find(report).ShouldBeEmpty();
    }

    [Fact]
    public void Each_figure_comes_with_its_sentence_and_section()
    {
        var figure = TextFigures.Find(Sample.Report(overview: "工作扎实。全年收到政府信息公开申请 5 件。")).ShouldHaveSingleItem();

        figure.Sentence.ShouldBe("全年收到政府信息公开申请5件");
        figure.Section.ShouldBe(1);
    }
}
