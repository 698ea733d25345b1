using static Gongkai.Reports.Tests.Reading.Word.WordFile;

namespace Gongkai.Reports.Tests.Reading.Word;

public sealed class AutomaticNumberingTests
{
    private const string Headings =
        "<w:abstractNum w:abstractNumId=\"0\">"
        + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"japaneseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>"
        + "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%3.\"/></w:lvl>"
        + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
        + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"4\"/></w:lvlOverride></w:num>";

    private static string Item(string text, int level, int list = 1) =>
        P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    [Fact]
    public void Levels_count_on_and_begin_anew_under_the_next_heading() =>
        Read(Item("总体情况", 0) + Item("主动公开", 1) + Item("依申请公开", 1) + Item("受理", 2) + P("没有编号") + Item("存在的问题", 0) + Item("人员", 1), Headings)
            .ShouldBe(["一、总体情况", "（一）主动公开", "（二）依申请公开", "1. 受理", "没有编号", "二、存在的问题", "（一）人员"]);

    [Fact]
    public void A_list_with_its_own_start_begins_there() =>
        Read(Item("甲", 0) + Item("乙", 0, list: 2) + Item("丙", 0, list: 2), Headings).ShouldBe(["一、甲", "四、乙", "五、丙"]);

    [Fact]
    public void Numbering_may_come_from_the_style() =>
        Read(
            P("总体情况", "<w:pStyle w:val=\"H1\"/>") + P("主动公开", "<w:pStyle w:val=\"H1b\"/>"),
            Headings.Replace("<w:lvl w:ilvl=\"0\">", "<w:lvl w:ilvl=\"0\"><w:pStyle w:val=\"H1\"/>", StringComparison.Ordinal),
            "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"H1b\"><w:basedOn w:val=\"H1\"/></w:style>")
            .ShouldBe(["一、总体情况", "二、主动公开"]);

    [Fact]
    public void A_paragraph_may_leave_the_list_of_its_style() =>
        Read(
            P("正文", "<w:pStyle w:val=\"H1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
            Headings,
            "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>").ShouldBe(["正文"]);

    [Theory]
    [InlineData("upperRoman", "IV")]
    [InlineData("lowerLetter", "d")]
    [InlineData("ideographDigital", "四")]
    [InlineData("decimalEnclosedCircle", "④")]
    [InlineData("ideographTraditional", "丁")]
    [InlineData("chineseLegalSimplified", "肆")]
    [InlineData("bullet", "")]
    public void Formats(string format, string expected)
    {
        var list = $"<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"4\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        Read(Item("甲", 0), list).ShouldBe([expected + "甲"]);
    }

    [Fact]
    public void Ten_and_more_in_Chinese()
    {
        var items = Read(string.Concat(Enumerable.Range(0, 21).Select(_ => Item("条", 0))), Headings);
        items[9].ShouldBe("十、条");
        items[10].ShouldBe("十一、条");
        items[19].ShouldBe("二十、条");
        items[20].ShouldBe("二十一、条");
    }
}
