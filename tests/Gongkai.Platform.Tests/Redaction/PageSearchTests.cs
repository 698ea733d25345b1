using Gongkai.Platform.Redaction;

namespace Gongkai.Platform.Tests.Redaction;

public sealed class PageSearchTests
{
    [Fact]
    public void A_phrase_is_found_over_the_end_of_a_line_and_in_the_middle_of_one()
    {
        var page = Page("受理人为张三", "丰，住址不详", "张三丰本人");

        var places = PageSearch.Find([page], ["张 三丰"]);

        places.Count.ShouldBe(2);
        places[0].Areas.Count.ShouldBe(2);
        places[0].Areas[0].Left.ShouldBe(0.1 + (4.0 / 6 * 0.6), 0.02);
        places[0].Areas[1].Left.ShouldBe(0.1, 0.02);
        places[0].Areas[1].Width.ShouldBe(0.1, 0.03);
        places[1].Areas.ShouldHaveSingleItem().Width.ShouldBe(0.36, 0.03);
    }

    [Theory]
    [InlineData("ＺＨＡＮＧ", "zhang")]
    [InlineData("⼭⽔", "山水")]
    [InlineData("Zhang", "ZHANG ")]
    public void Width_case_and_radicals_of_letters_make_no_difference(string written, string wanted) =>
        PageSearch.Find([Page(written)], [wanted]).ShouldHaveSingleItem();

    [Fact]
    public void Numbers_of_persons_are_known_by_their_check_digits()
    {
        var page = Page("110101199003074477", "110101199003074470", "卡号 6222 0212 3456 7890 128", "6222021234567890129", "电话 13800001111", "0572-1234567", "年份 2025");

        PageSearch.FindNumbers([page]).Select(place => place.What).ShouldBe(["身份证号 110***********4477", "银行卡号 622************0128", "手机号 138****1111", "固定电话 057****4567"]);
    }

    [Fact]
    public void Nothing_is_found_where_nothing_is_wanted_or_there()
    {
        PageSearch.Find([Page("文字")], ["", "  ", "\n"]).ShouldBeEmpty();
        PageSearch.Find([new PageText(1, [])], ["文字"]).ShouldBeEmpty();
        PageSearch.FindNumbers([]).ShouldBeEmpty();
    }

    /// <summary>Lines of a page, each a word, or several where spaces part them.</summary>
    private static PageText Page(params string[] lines) => new(1,
    [
        .. lines.SelectMany((line, row) =>
        {
            var words = line.Split(' ');
            var width = 0.6 / words.Length;
            return words.Select((word, column) => new PageWord(0.1 + (column * width), 0.1 + (row * 0.05), 0.1 + (column * width) + (words.Length == 1 ? width : width * 0.8), 0.13 + (row * 0.05), word));
        }),
    ]);
}
