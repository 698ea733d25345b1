using Gongkai.Reports.Comparing;
using Gongkai.Reports.Form;
using Gongkai.Testing.Mending;

namespace Gongkai.Reports.Tests.Comparing;

public sealed class ReportComparisonTests
{
    private static readonly FigureAddress Received = NationalForm.Request(RequestRow.Received, ApplicantColumn.Total);

    [Fact]
    public void A_change_is_told_only_where_both_cells_are_numbers()
    {
        var earlier = MendScenarios.Figures(new() { [Received] = 5 });
        var later = MendScenarios.Figures(new() { [Received] = 8 })
            .With([KeyValuePair.Create(NationalForm.Request(RequestRow.Granted, ApplicantColumn.Total), Cell.Blank())]);

        var comparison = ReportComparison.Compare(new AnnualReport { Figures = earlier }, new AnnualReport { Figures = later });

        comparison.Figures.Length.ShouldBe(NationalForm.Of(Edition.National2021).Count());
        comparison.Figures.Single(figure => figure.Address == Received).Change.ShouldBe(3);
        comparison.Figures.Count(figure => !figure.IsSame).ShouldBe(2);
        comparison.Figures.Count(figure => figure.Change is null).ShouldBe(1);
    }

    [Fact]
    public void Sentences_kept_word_for_word_are_set_beside_each_other()
    {
        var section = Compare("我镇高度重视。公开信息22条。加强培训。", "我镇高度重视。公开信息30条。新设专栏。加强培训。");

        section.Sentences.Select(pair => pair.Wording).ShouldBe([Wording.Same, Wording.SameApartFromFigures, Wording.Different, Wording.Same]);
        section.Sentences[2].ShouldBe(new SentencePair(null, "新设专栏。", Wording.Different));
        section.LaterCharacters.ShouldBe(7 + 8 + 5 + 5 - 0);
        section.KeptShare.ShouldBe(12.0 / 25);
        section.KeptShareApartFromFigures.ShouldBe(20.0 / 25);
    }

    [Theory]
    [InlineData("2023年公开22条。", "2024年公开1,030条。")]
    [InlineData("办结率98.5%。", "办结率100%。")]
    [InlineData("公开２２条。", "公开 30 条。")]
    public void Other_figures_in_the_same_words_are_the_same_wording(string earlier, string later)
    {
        Compare(earlier, later).KeptShareApartFromFigures.ShouldBe(1);
        Compare(earlier, later).KeptShare.ShouldBe(0);
    }

    [Fact]
    public void Among_sentences_that_differ_in_figures_only_the_same_one_is_preferred() =>
        Compare("受理3件。\n受理5件。", "受理5件。").Sentences.Single(pair => pair.Later is not null).Wording.ShouldBe(Wording.Same);

    [Fact]
    public void Rewritten_sentences_stand_side_by_side() =>
        Compare("甲。旧话。乙。", "甲。新话。乙。").Sentences[1].ShouldBe(new SentencePair("旧话。", "新话。", Wording.Different));

    [Fact]
    public void A_section_that_one_report_lacks_is_still_shown()
    {
        var section = Compare(null, "全是新的。");

        section.Earlier.ShouldBeNull();
        section.KeptShare.ShouldBe(0);
        section.Sentences.ShouldBe([new SentencePair(null, "全是新的。", Wording.Different)]);
    }

    [Fact]
    public void The_same_report_is_kept_whole()
    {
        var report = new AnnualReport { Sections = [new Section(1, "总体情况", "其一。其二；其三\n其四！"), new Section(5, "存在的主要问题及改进情况", "无。")] };

        ReportComparison.Compare(report, report).KeptShare.ShouldBe(1);
        ReportComparison.Compare(report, new AnnualReport()).KeptShare.ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20_000)]
    public void Twenty_thousand_sentences_stay_bounded_however_often_they_repeat(int different)
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(index => $"第{new string('甲', 1 + (index % different % 7))}{(char)('一' + (index % different))}句。"));

        Compare(text, text).KeptShare.ShouldBe(1);
    }

    private static SectionComparison Compare(string? earlier, string? later) =>
        ReportComparison.Compare(With(earlier), With(later)).Sections.ShouldHaveSingleItem();

    private static AnnualReport With(string? text) => new() { Sections = text is null ? [] : [new Section(1, "总体情况", text)] };
}
