using Gongkai.Platform.Publishing.Texts;

namespace Gongkai.Platform.Tests.Publishing.Texts;

public sealed class TextDifferenceTests
{
    [Fact]
    public void A_changed_paragraph_shows_its_changed_words_and_its_neighbours_stay()
    {
        var difference = TextDifference.Of(
            "<p>各镇人民政府：</p><p>请于2026年3月1日前报送统计表，逾期不再受理。</p><p>特此通知。</p>",
            "<p>各镇人民政府：</p><p>请于2026年3月15日前报送汇总表，逾期不再受理。</p><p>联系电话：12345</p><p>特此通知。</p>");

        difference.Blocks.Select(block => block.State).ShouldBe([DifferenceState.Same, DifferenceState.Changed, DifferenceState.Added, DifferenceState.Same]);
        difference.Blocks[1].Runs.ShouldBe(
        [
            new(DifferenceState.Same, "请于2026年3月"), new(DifferenceState.Removed, "1"), new(DifferenceState.Added, "15"), new(DifferenceState.Same, "日前报送"),
            new(DifferenceState.Removed, "统计"), new(DifferenceState.Added, "汇总"), new(DifferenceState.Same, "表，逾期不再受理。"),
        ]);
        (difference.Added, difference.Removed, difference.Changed, difference.IsEmpty).ShouldBe((1, 0, 1, false));
    }

    [Fact]
    public void A_row_of_a_table_is_compared_as_a_line()
    {
        var difference = TextDifference.Of("<table><tr><td>甲</td><td>12</td></tr><tr><td>乙</td><td>5</td></tr></table>", "<table><tr><td>甲</td><td>13</td></tr><tr><td>乙</td><td>5</td></tr></table>");

        difference.Blocks.Count(block => block.Kind == DifferenceKind.Row).ShouldBe(difference.Blocks.Count);
        string.Concat(difference.Blocks.SelectMany(block => block.Runs).Where(run => run.State == DifferenceState.Added).Select(run => run.Text)).ShouldContain("13");
        difference.Blocks[^1].State.ShouldBe(DifferenceState.Same);
    }

    [Fact]
    public void Words_that_stayed_in_another_look_are_said_to_be_restyled()
    {
        var difference = TextDifference.Of("<p>正文</p>", "<p><strong>正文</strong></p>");

        difference.Blocks.ShouldHaveSingleItem().IsRestyled.ShouldBeTrue();
        TextDifference.Of("<p>正文</p>", "<p>正文</p>").IsEmpty.ShouldBeTrue();
        TextDifference.Of("", "").Blocks.ShouldBeEmpty();
    }

    [Fact]
    public void The_words_of_both_versions_can_be_read_out_of_it_again()
    {
        var (before, after) = ("甲乙丙丁戊己庚辛", "甲丙乙丁己戊庚壬");
        var runs = TextDifference.OfPlain(before, after);

        string.Concat(runs.Where(run => run.State != DifferenceState.Added).Select(run => run.Text)).ShouldBe(before);
        string.Concat(runs.Where(run => run.State != DifferenceState.Removed).Select(run => run.Text)).ShouldBe(after);
    }

    [Fact]
    public void Large_texts_that_share_nothing_are_compared_in_bounded_time()
    {
        var before = string.Concat(Enumerable.Range(0, 3_000).Select(index => $"<p>{new string('甲', 50)}{index}</p>"));
        var after = string.Concat(Enumerable.Range(0, 3_000).Select(index => $"<p>{new string('乙', 50)}{index}</p>"));

        TextDifference.Of(before, after).Blocks.Count.ShouldBe(6_000);
        TextDifference.OfPlain(new string('甲', 20_000), new string('甲', 20_001)).Count.ShouldBe(2);
    }
}
