using Gongkai.Platform.Publishing.Texts;

namespace Gongkai.Platform.Tests.Publishing.Texts;

public sealed class CleanHtmlTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("各镇人民政府：\n现通知如下。", "<p>各镇人民政府：</p>\n<p>现通知如下。</p>")]
    [InlineData("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>")]
    public void Text_that_somebody_wrote_without_an_editor_becomes_paragraphs(string written, string expected) => CleanHtml.Of(written).ShouldBe(expected);

    [Theory]
    [InlineData("<div><span style='font-family:宋体;color:red'>一、<b><span>加强</span></b><b>领导</b></span></div>", "<p>一、<strong>加强领导</strong></p>")]
    [InlineData("<b style='font-weight:normal'>正文</b><span style='font-weight:700'>粗</span>", "<p>正文<strong>粗</strong></p>")]
    [InlineData("<p>　　第一段</p><p>&nbsp;</p><p>　　第二段</p>", "<p>第一段</p>\n<p>第二段</p>")]
    [InlineData("<p>上一行<br>下一行</p>", "<p>上一行<br>下一行</p>")]
    [InlineData("<p>　　第一段<br>　　第二段</p>", "<p>第一段</p>\n<p>第二段</p>")]
    [InlineData("<p>一行\n被源代码折断</p>", "<p>一行被源代码折断</p>")]
    [InlineData("<h1>标题</h1><h2>一、目标</h2>", "<h2>标题</h2>\n<h3>一、目标</h3>")]
    [InlineData("<h2><b>一、目标</b></h2>", "<h2>一、目标</h2>")]
    [InlineData("<p align=center>居中</p><p style='text-align:right'>右</p>", "<p class=\"text-center\">居中</p>\n<p class=\"text-end\">右</p>")]
    [InlineData("<p class='text-center evil'>居中</p>", "<p class=\"text-center\">居中</p>")]
    [InlineData("<p>H<sub>2</sub>O，10<sup>3</sup>，<u>下划线</u>，<del>删</del></p>", "<p>H<sub>2</sub>O，10<sup>3</sup>，<u>下划线</u>，<s>删</s></p>")]
    [InlineData("<p>姓名：<u>&nbsp;&nbsp;&nbsp;</u></p>", "<p>姓名：<u>&nbsp;&nbsp;&nbsp;</u></p>")]
    [InlineData("<p>　　　　　　　　　　　　某县人民政府</p>", "<p class=\"signature\">某县人民政府</p>")]
    [InlineData("<ol start=3 type=a><li>甲<ul><li>乙</ul><li>丙</ol>", "<ol start=\"3\" type=\"a\"><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol>")]
    [InlineData("<blockquote>引文</blockquote><hr>", "<blockquote><p>引文</p></blockquote>\n<hr>")]
    [InlineData("<p style='text-indent:32pt'>正文</p><p>某单位：</p>", "<p>正文</p>\n<p class=\"flush\">某单位：</p>")]
    [InlineData("<a href='HTTPS://www.gov.cn/a?b=1&amp;c=2'>国务院</a>", "<p><a href=\"https://www.gov.cn/a?b=1&amp;c=2\">国务院</a></p>")]
    [InlineData("<a href='#_Toc1'>目录</a><a href='/documents/1'>本站</a><a href='tel:12345'>电话</a>", "<p>目录<a href=\"/documents/1\">本站</a><a href=\"tel:12345\">电话</a></p>")]
    [InlineData("<form><label>姓名</label><select><option>甲</select><textarea>乙</textarea></form>", "<p>姓名</p>\n<p>甲</p>\n<p>乙</p>")]
    [InlineData("<pre>第一行\n第二行</pre>", "<p>第一行<br>第二行</p>")]
    public void What_a_text_may_hold_is_kept_and_the_rest_leaves_its_words(string html, string expected) => CleanHtml.Of(html).ShouldBe(expected);

    [Fact]
    public void Lists_of_word_become_lists_and_chinese_numbers_stay_text()
    {
        const string Word = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal{mso-style-parent:""} --></style></head><body>
            <!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->
            <p class=MsoTitle align=center><b><span style='font-family:方正小标宋'>关于开展检查的通知</span></b></p>
            <p class=MsoListParagraph style='text-indent:-21pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、<span style='font:7pt "Times New Roman"'>&nbsp;</span></span><![endif]>目标<o:p></o:p></p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span>甲事项</p>
            <p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span>细节</p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span>乙事项</p>
            <p class=MsoNormal style='mso-outline-level:2'><span lang=EN-US>二、要求<o:p></o:p></span></p>
            </body></html>
            """;

        CleanHtml.Of(Word).ShouldBe("""
            <h2 class="text-center">关于开展检查的通知</h2>
            <p>一、目标</p>
            <ol><li>甲事项<ul><li>细节</li></ul></li><li>乙事项</li></ol>
            <h3>二、要求</h3>
            """, StringCompareShould.IgnoreLineEndings);
    }

    [Fact]
    public void Tables_stay_tables_with_their_merged_cells_and_a_head()
    {
        const string Html = """
            <table border=1 style='mso-table-layout-alt:fixed'><tr><td><p align=center><b>镇</b></p></td><td colspan=2 align=center><b>数量</b></td></tr>
            <tr><td rowspan=99>城关</td><td>1</td><td onclick=x>2</td></tr><tr><td>3</td><td><p>甲</p><p>乙</p></td></tr></table>
            """;

        CleanHtml.Of(Html).ShouldBe(
            "<table><thead><tr><th scope=\"col\"><p class=\"text-center\">镇</p></th><th scope=\"colgroup\" colspan=\"2\"><p class=\"text-center\">数量</p></th></tr></thead>"
            + "<tbody><tr><td rowspan=\"2\">城关</td><td>1</td><td>2</td></tr><tr><td>3</td><td><p>甲</p><p>乙</p></td></tr></tbody></table>");
    }

    [Theory]
    [InlineData("<table><tr><td>序号<td>项目<tr><td>1<td>道路</table>", 1)]
    [InlineData("<table><tr><td>项目<td>金额<tr><td>道路<td>12 万元<tr><td>桥<td>3.5</table>", 1)]
    [InlineData("<table><tr><td>姓名<td>某某<tr><td>电话<td>12345<tr><td>住址<td>某路</table>", 0)]
    [InlineData("<table><tr><th>镇<th>数<tr><td>甲<td>1</table>", 1)]
    [InlineData("<table><tr><th>镇<td>甲<tr><th>数<td>1</table>", 0)]
    public void The_first_row_heads_a_table_only_where_it_looks_like_a_head(string html, int heads) =>
        CleanHtml.Of(html).Split("<thead>").Length.ShouldBe(heads + 1);

    [Fact]
    public void A_table_that_only_lays_out_the_page_becomes_what_it_holds() =>
        CleanHtml.Of("<table><tr><td><table><tr><td>甲</td><td>乙</td></tr></table><p>说明</p></td></tr></table>")
            .ShouldBe("<table><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table>\n<p>说明</p>");

    [Fact]
    public void Pictures_are_our_own_or_are_taken_out_of_the_text()
    {
        var own = $"<img src=\"{CleanHtml.PicturePath}0199\" alt=\"示意图\" width=\"300\">";
        var cleaned = CleanHtml.WithPictures($"{own}<img src='data:image/png;base64,iVBORw0KGgo=' alt=内嵌><img src='https://example.org/a.png' alt=外部><img src='https://t.example.org/x.gif' width=1 height=1>");

        cleaned.Html.ShouldStartWith($"<p>{own}<img src=\"picture:");
        cleaned.Html.ShouldEndWith("〔图片：外部〕</p>");
        cleaned.Pictures.ShouldHaveSingleItem().ContentType.ShouldBe("image/png");
        cleaned.LostPictures.ShouldHaveSingleItem().ShouldBe(new LostPicture("外部", "https://example.org/a.png"));
        CleanedText.Place(cleaned.Html, cleaned.Pictures, static _ => CleanHtml.PicturePath + "7").ShouldContain($"src=\"{CleanHtml.PicturePath}7\" alt=\"内嵌\"");
        CleanHtml.Of($"<p><img src='{CleanHtml.PicturePath}../../account/logout' alt=x></p>").ShouldBe("<p>〔图片：x〕</p>");
    }

    [Fact]
    public void A_picture_with_its_caption_stays_one() =>
        CleanHtml.Of($"<figure><img src='{CleanHtml.PicturePath}1' alt=图><figcaption>图 1</figcaption></figure>")
            .ShouldBe($"<figure><img src=\"{CleanHtml.PicturePath}1\" alt=\"图\"><figcaption>图 1</figcaption></figure>");
}
