using Gongkai.Platform.Screening.Texts;
using Gongkai.Platform.Screening.Texts.Words;
using Gongkai.Testing.Screening;

namespace Gongkai.Platform.Tests.Screening;

/// <summary>The screening over texts that say what is to be found in them.</summary>
public sealed class LabelledTextTests
{
    private const double Least = 0.95;

    [Fact]
    public void Every_family_of_rules_finds_what_there_is_and_little_else()
    {
        var (scores, mistakes) = ScreeningScore.Measure(LabelledText.All, WordBook.BuiltIn);

        scores.ShouldAllBe(score => score.Precision >= Least && score.Recall >= Least, string.Join('\n', mistakes));
    }

    [Fact]
    public void The_labelled_texts_are_many_and_hold_every_rule_of_a_text()
    {
        LabelledText.All.Count(text => text.Expected.Count > 0).ShouldBeGreaterThanOrEqualTo(120);
        LabelledText.All.Count(text => text.Expected.Count == 0).ShouldBeGreaterThanOrEqualTo(60);
        var expected = LabelledText.All.SelectMany(text => text.Expected).Select(pair => pair.Rule).ToHashSet();
        ScreeningRules.All.Where(rule => rule.Family != "file" && rule != ScreeningRules.LocalWord && !expected.Contains(rule.Id)).ShouldBeEmpty();
        expected.Where(id => ScreeningRules.Find(id) is null).ShouldBeEmpty();
    }
}
