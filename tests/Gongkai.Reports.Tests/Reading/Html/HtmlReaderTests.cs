using System.Diagnostics;
using System.Text;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Reading.Html;

public sealed class HtmlReaderTests
{
    private static string[] Read(string html) => Blocks.Of(Document(html));

    private static SourceDocument Document(string html) => Blocks.Read(Encoding.UTF8.GetBytes("<html><head><title>青石镇年报</title></head><body>" + html));

    [Fact]
    public void A_cell_gets_the_column_that_a_browser_gives_it()
    {
        Read("""
            <table>
            <tr><td rowspan=2 colspan=2>合计说明</td><td colspan=2>申请人</td></tr>
            <tr><td>自然人</td><td>总计</td></tr>
            <tr><td rowspan=2>办理</td><td>公开</td><td>1</td><td>1</td></tr>
            <tr><td>部分</td><td>0</td><td>0</td></tr>
            </table>
            """).ShouldBe(
        [
            "[合计说明+2x2|申请人+2x1]",
            "[自然人@2|总计]",
            "[办理+1x2|公开|1|1]",
            "[部分@1|0|0]",
        ]);
    }

    [Fact]
    public void Missing_and_extra_cells_stay_missing_and_extra() =>
        Read("<table><tr><td>甲<td>1<td>2</tr><tr><td>乙<td>3</tr><tr><td>丙<td>4<td>5<td>6</tr></table>")
            .ShouldBe(["[甲|1|2]", "[乙|3]", "[丙|4|5|6]"]);

    [Fact]
    public void An_empty_cell_is_there() =>
        Read("<table><tr><td>甲</td><td>&nbsp;</td><td><p>&nbsp;</p></td><td>2</td></tr></table>").ShouldBe(["[甲|||2]"]);

    [Fact]
    public void Paragraphs_and_breaks_in_a_cell_are_lines() =>
        Read("<table><tr><td><p>1.属于</p><p>国家<br>秘密</p></td><td><p><span>&nbsp;12 </span></p></td></tr></table>")
            .ShouldBe(["[1.属于⏎国家⏎秘密|12]"]);

    [Fact]
    public void A_line_end_of_the_source_between_Chinese_characters_is_nothing() =>
        Read("<p>政府信\n      息公开\n2024 年</p>").ShouldBe(["政府信息公开 2024 年"]);

    [Fact]
    public void A_layout_table_is_taken_apart_in_reading_order() =>
        Read("""
            <table><tr><td>首页</td><td>
              <p>一、总体情况</p><table><tr><td>甲</td><td>1</td></tr></table><p>二、其他</p>
            </td></tr></table>
            """).ShouldBe(["首页", "一、总体情况", "[甲|1]", "二、其他"]);

    [Fact]
    public void A_wrapper_of_one_cell_is_no_table() =>
        Read("<table><tr><td><table><tr><td><p>一</p><p>二</p></td></tr></table></td></tr></table>").ShouldBe(["一", "二"]);

    [Fact]
    public void Long_prose_in_a_table_becomes_a_paragraph_and_parts_the_table()
    {
        var prose = string.Concat(Enumerable.Repeat("本年度我镇持续推进各项公开工作。", 8));
        Read($"<table><tr><td>甲</td><td>1</td></tr><tr><td colspan=2>{prose}</td></tr><tr><td>乙</td><td>2</td></tr></table>")
            .ShouldBe(["[甲|1]", prose, "[乙|2]"]);
    }

    [Fact]
    public void A_table_cut_in_two_stays_two_grids() =>
        Document("<table><tr><td>甲</td><td>1</td></tr></table><table><tr><td>乙</td><td>2</td></tr></table>").Blocks.Length.ShouldBe(2);

    [Theory]
    [InlineData("<p style='display:none'>9</p>")]
    [InlineData("<p style='color:red;DISPLAY : none !important'>9</p>")]
    [InlineData("<p hidden>9</p>")]
    [InlineData("<span style='visibility:hidden'>9</span>")]
    [InlineData("<span style='font-size:0px'>9</span>")]
    [InlineData("<span style='mso-hide:all'>9</span>")]
    [InlineData("<script>document.write(9)</script>")]
    [InlineData("<style>p{width:9px}</style>")]
    [InlineData("<noscript>9</noscript>")]
    [InlineData("<template><p>9</p></template>")]
    [InlineData("<!-- 9 -->")]
    public void What_the_page_hides_is_not_read(string hidden) => Read($"<p>甲{hidden}乙</p>").ShouldAllBe(text => !text.Contains('9'));

    [Fact]
    public void A_small_font_is_not_hidden() => Read("<p style='font-size:0.9em'>甲</p>").ShouldBe(["甲"]);

    [Fact]
    public void A_removed_cell_lets_the_next_move_up_and_an_invisible_one_keeps_its_place() =>
        Read("<table><tr><td>甲</td><td style='display:none'>8</td><td>1</td></tr><tr><td>乙</td><td style='visibility:hidden'>9</td><td>2</td></tr></table>")
            .ShouldBe(["[甲|1]", "[乙||2]"]);

    [Fact]
    public void A_row_span_ends_with_its_group_of_rows() =>
        Read("<table><thead><tr><td rowspan=3>表头</td><td>甲</td></tr></thead><tbody><tr><td>乙</td><td>1</td></tr></tbody></table>")
            .ShouldBe(["[表头|甲]", "[乙|1]"]);

    [Fact]
    public void Numbers_of_a_list_are_made_into_text() =>
        Read("<ol><li>甲</li><li><p>乙</p></li></ol><ol start=3 type=a><li>丙</li></ol><ol style='list-style-type:cjk-ideographic'><li>丁</li></ol><ul><li>戊</li></ul>")
            .ShouldBe(["1. 甲", "2. 乙", "c. 丙", "一、丁", "戊"]);

    [Fact]
    public void A_title_of_the_page_is_kept_apart() => Document("<p>正文</p>").Title.ShouldBe("青石镇年报");

    [Fact]
    public void Places_count_tables_and_rows()
    {
        var grid = Document("<table><tr><td>甲<td>1</table><table><tr><td>乙<td>2<tr><td>丙<td>3</table>").Blocks[1].ShouldBeOfType<SourceGrid>();
        grid.Rows[1].Place.ShouldBe(new SourcePlace(2, 2, 0));
    }

    [Fact]
    public void Word_mark_up_of_a_hundred_kilobytes_is_read_through()
    {
        var style = string.Concat(Enumerable.Repeat("mso-style-name:正文;mso-fareast-font-family:仿宋;", 60));
        var row = $"<tr style='{style}'><td style='{style}'><p class=MsoNormal style='{style}'><span lang=EN-US style='{style}'>7<o:p></o:p></span></p></td><td>8</td></tr>";
        var rows = Read("<table class=MsoNormalTable>" + string.Concat(Enumerable.Repeat(row, 10)) + "</table>");
        rows.Length.ShouldBe(10);
        rows.ShouldAllBe(text => text == "[7|8]");
    }

    [Fact]
    public void Ten_thousand_nested_tables_are_read_in_bounded_time()
    {
        var watch = Stopwatch.StartNew();
        Read(string.Concat(Enumerable.Repeat("<table><tr><td>", 10_000)) + "底").ShouldBe(["底"]);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_control_character_between_digits_does_not_join_them() =>
        Read("<table><tr><td>117\u001001</td><td>1</td></tr></table>").ShouldBe(["[117\uFFFD01|1]"]);

    [Fact]
    public void A_page_of_nothing_but_open_elements_is_refused() =>
        Blocks.Failure(Encoding.UTF8.GetBytes("<p>" + string.Concat(Enumerable.Repeat("<span>", 100_000))), ReadLimits.Default).ShouldContain("嵌套过深");

    [Fact]
    public void Absurd_spans_are_bounded() =>
        Read("<table><tr><td colspan=999999999 rowspan=999999999>甲</td><td>1</td></tr><tr><td colspan=-3 rowspan=x>乙</td></tr></table>").Length.ShouldBe(2);

    [Fact]
    public void Too_many_cells_are_refused() =>
        Blocks.Failure(Encoding.UTF8.GetBytes("<table>" + string.Concat(Enumerable.Repeat("<tr><td>1<td>2", 600))), ReadLimits.Default with { Blocks = 1000 })
            .ShouldContain("1000");
}
