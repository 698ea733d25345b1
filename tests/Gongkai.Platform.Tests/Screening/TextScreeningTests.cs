using Gongkai.Law.Publishing;
using Gongkai.Platform.Screening.Texts;
using Gongkai.Platform.Screening.Texts.Words;
using Gongkai.Testing.Screening;

namespace Gongkai.Platform.Tests.Screening;

/// <summary>A hit says where it stands, why, and on what it rests; its suggestion is put in by one click, and a word about it stays with it.</summary>
public sealed class TextScreeningTests
{
    private const string Identity = "990011196302111079";

    [Fact]
    public void A_complete_document_without_faults_has_no_hits() =>
        Of("<p>为做好春季防火工作，现将有关事项通知如下。</p><p>县政府办公室</p>").ShouldBeEmpty();

    [Fact]
    public void A_hit_says_where_it_stands_and_hides_what_it_found()
    {
        var hit = Of($"<p>第一段。</p><p>当事人王建国，身份证号{Identity}。</p>").ShouldHaveSingleItem();

        hit.Rule.ShouldBe(ScreeningRules.IdNumber);
        hit.Severity.ShouldBe(ScreeningSeverity.Grave);
        hit.Place.ShouldBe(new HitPlace(HitField.Body) { Number = 2, Offset = 11, Length = 18 });
        hit.Place.Words.ShouldBe("正文第 2 段");
        hit.Found.ShouldBe("990***********1079");
        hit.BasedOn.ShouldContain("《个人信息保护法》");
        hit.Message.ShouldNotContain(Identity);
    }

    [Fact]
    public void What_is_kept_stays_kept_while_other_parts_of_the_text_change()
    {
        var before = Of($"<p>甲。</p><p>当事人王建国，身份证号{Identity}。</p>").Single();
        var after = Of($"<p>先写的一段。</p><p>甲改过了。</p><p><b>当事人</b>王建国，身份证号{Identity}。</p>").Single();
        var another = Of($"<p>当事人李建国，证件号码为{Identity}。</p>").Single();

        after.Fingerprint.ShouldBe(before.Fingerprint);
        after.Place.Number.ShouldBe(3);
        another.Fingerprint.ShouldNotBe(before.Fingerprint);
    }

    [Fact]
    public void Equal_hits_are_told_apart()
    {
        var hits = Of($"<table><tr><th>姓名</th><th>身份证号</th></tr><tr><td>甲</td><td>{Identity}</td></tr><tr><td>乙</td><td>{Identity}</td></tr></table>");

        hits.Count.ShouldBe(2);
        hits.Select(hit => hit.Fingerprint).Distinct().Count().ShouldBe(2);
        hits[1].Place.Words.ShouldBe("表 1 第 3 行第 2 列");
    }

    [Fact]
    public void One_click_masks_what_was_found_wherever_the_marks_of_the_page_stand()
    {
        var document = LabelledText.Complete($"<p>当事人<b>王建国</b>，身份证号{Identity[..6]}<span>{Identity[6..]}</span>，按装完成，按装合格。</p>") with { Title = "关于布署工作的通知" };
        var hits = TextScreening.Of(document, WordBook.BuiltIn);

        var mended = BodyMending.Apply(document, [.. hits.Select(hit => hit.Fingerprint)], WordBook.BuiltIn);

        mended.BodyHtml.ShouldBe("<p>当事人<b>王建国</b>，身份证号990***********1079<span></span>，安装完成，安装合格。</p>");
        mended.Title.ShouldBe("关于部署工作的通知");
        TextScreening.Of(mended, WordBook.BuiltIn).ShouldBeEmpty();
    }

    [Fact]
    public void A_hit_that_is_no_longer_there_changes_nothing()
    {
        var document = LabelledText.Complete("<p>按装完成。</p>");

        BodyMending.Apply(document, ["0123456789abcdef"], WordBook.BuiltIn).ShouldBe(document);
    }

    [Fact]
    public void A_name_is_out_of_date_only_from_the_day_on_which_it_changed()
    {
        var document = LabelledText.Complete("<p>请到县工商行政管理局办理登记。</p>");

        TextScreening.Of(document, WordBook.BuiltIn).Single().Suggestion.ShouldBe("市场监督管理局");
        TextScreening.Of(document with { MadeOn = new DateOnly(2017, 5, 1), PublishedOn = new DateOnly(2017, 5, 2) }, WordBook.BuiltIn).ShouldBeEmpty();
    }

    [Fact]
    public void A_mark_agrees_with_what_was_decided_or_is_grave()
    {
        var document = LabelledText.Complete("<p>（此件不公开）</p>");

        TextScreening.Of(document, WordBook.BuiltIn).Single().Severity.ShouldBe(ScreeningSeverity.Grave);
        TextScreening.Of(document with { Openness = DisclosureAttribute.Withheld }, WordBook.BuiltIn).ShouldBeEmpty();
    }

    [Fact]
    public void Any_html_gives_hits_and_no_failure()
    {
        foreach (var html in (string[])["", "<", "<table><tr><td rowspan=99999 colspan=99999>x<table><tr><td>按装", "<p>" + new string('的', 20_000), new string('《', 5_000), "<!-- --><script>按装</script><p hidden>按装</p>", "\0\uFFFF<p>1" + new string('9', 9_000)])
        {
            Should.NotThrow(() => Of(html));
        }
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own_a_title_and_a_law()
    {
        ScreeningRules.All.Select(rule => rule.Id).ShouldBeUnique();
        ScreeningRules.All.ShouldAllBe(rule => rule.Title.Length > 0 && rule.BasedOn.Contains('《') || rule.BasedOn.Contains("GB/T"));
        typeof(ScreeningRules).GetFields().Length.ShouldBe(ScreeningRules.All.Count);
    }

    private static IReadOnlyList<ScreeningHit> Of(string html) => TextScreening.Of(LabelledText.Complete(html), WordBook.BuiltIn);
}
