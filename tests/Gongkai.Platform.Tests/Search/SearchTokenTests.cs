using Gongkai.Platform.Search;
using Gongkai.Platform.Search.Documents;
using Gongkai.Platform.Search.Texts;

namespace Gongkai.Platform.Tests.Search;

public sealed class SearchTokenTests
{
    [Theory]
    [InlineData("住房补贴", "住房 房补 补贴 贴")]
    [InlineData("补　贴", "补贴 贴")]
    [InlineData("2026年预算", "2026 年预 预算 算")]
    [InlineData("ＧＤＰ增长5.2％", "gdp 增长 长 5.2")]
    [InlineData("增长。3", "增长 长 3")]
    [InlineData("第一段\n第二段", "第一 一段 段 第二 二段 段")]
    [InlineData("𠮷林", "𠮷林 林")]
    [InlineData("——！", "")]
    public void A_text_is_cut_into_pairs_of_letters_and_whole_runs(string text, string tokens) =>
        string.Join(' ', SearchTokens.Of(text)).ShouldBe(tokens);

    [Theory]
    [InlineData("青政发〔2026〕5号")]
    [InlineData("青政发[2026]5号")]
    [InlineData("青政发（2026）5号")]
    [InlineData("青政发【２０２６】第5号")]
    [InlineData("青政发 〔2026〕 05 号")]
    public void A_number_is_one_token_whatever_its_brackets(string number)
    {
        SearchTokens.Of($"根据{number}文件").ShouldContain("青政发[2026]5号");
        SearchWords.Of(number).Terms()!.ShouldContain("5");
        SearchWords.TermsOf(number).ShouldBe([new SearchTerm("青政发[2026]5号", IsBeginning: false)]);
    }

    [Theory]
    [InlineData("住房补贴", "'住房' & '房补' & '补贴'")]
    [InlineData("渠", "'渠':*")]
    [InlineData("jyj", "'jyj':*")]
    [InlineData("5 2026", "'5' & '2026'")]
    [InlineData("11370200", "'11370200':*")]
    [InlineData("青政发〔2026〕", "'青政发[2026]':*")]
    [InlineData("\"住房补贴\" 2026", "'住房' & '房补' & '补贴' & '2026'")]
    [InlineData("' & | ! :* \\", null)]
    [InlineData("", null)]
    public void Words_ask_for_all_their_tokens(string query, string? terms) => SearchWords.Of(query).Terms().ShouldBe(terms);

    [Fact]
    public void What_stands_between_quotation_marks_is_a_phrase()
    {
        var words = SearchWords.Of("“公租房 租金”　2026");

        words.Phrases.ShouldBe(["公租房 租金"]);
        words.Words.ShouldBe(["公租房 租金", "2026"]);
    }

    [Fact]
    public void A_query_without_end_is_cut_short()
    {
        SearchWords.Of(new string('长', 5_000)).Words.ShouldHaveSingleItem().Length.ShouldBe(SearchWords.LongestQuery);
        SearchWords.Of(string.Join(' ', Enumerable.Range(10, 30))).Words.Count.ShouldBe(8);
    }

    [Theory]
    [InlineData("教育局", "jyj")]
    [InlineData("云溪县水利局", "yxxslj")]
    [InlineData("住房和城乡建设局", "zfhcxjsj")]
    [InlineData("自然资源局", "zrzyj")]
    [InlineData("长沙市", "css,zss")]
    [InlineData("第3小学", "d3xx")]
    [InlineData("！", "")]
    public void A_name_has_the_initials_of_its_reading(string name, string initials) => string.Join(',', PinyinInitials.Of(name)).ShouldBe(initials);

    [Fact]
    public void The_initials_of_the_end_of_a_name_find_it_too() => PinyinInitials.TailsOf("清河县教育局").ShouldBe(["qhxjyj", "hxjyj", "xjyj", "jyj", "yj"]);

    [Fact]
    public void Places_and_weights_are_kept() =>
        new SearchVector().Add(["住房", "it's"], 'A').Add(["住房"], 'C').ToString().ShouldBe("'住房':1A,5C 'it''s':2A");

    [Theory]
    [InlineData("公祖房", "公租房")]
    [InlineData("公租防", "公租房")]
    [InlineData("住房补助", "住房补贴")]
    [InlineData("房住补贴", "住房补贴")]
    [InlineData("完全不同", null)]
    [InlineData("公租房", null)]
    public void A_slip_is_put_right_by_what_titles_say(string word, string? better) =>
        SearchCorrection.Nearest(word, ["关于公租房租金的通知", "关于发放住房补贴的通知"]).ShouldBe(better);

    [Fact]
    public void Words_are_marked_where_they_stand_whatever_their_width() =>
        MarkedText.Of("ＧＤＰ增长，GDP下降", ["gdp"]).ShouldBe(
            [new MarkedPiece("ＧＤＰ", IsFound: true), new MarkedPiece("增长，", IsFound: false), new MarkedPiece("GDP", IsFound: true), new MarkedPiece("下降", IsFound: false)]);

    [Fact]
    public void An_excerpt_stands_where_the_most_of_the_words_are()
    {
        var text = $"住房{new string('一', 300)}住房补贴{new string('二', 300)}";

        var excerpt = MarkedText.Excerpt(text, ["住房", "补贴"]).ShouldNotBeNull();

        excerpt.Where(piece => piece.IsFound).Select(piece => piece.Text).ShouldBe(["住房", "补贴"]);
        excerpt[0].Text.ShouldBe("…");
        MarkedText.Excerpt(text, ["水利"]).ShouldBeNull();
    }
}
