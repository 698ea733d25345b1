using Gongkai.Platform.Publishing.Texts;

namespace Gongkai.Platform.Tests.Publishing.Texts;

public sealed class PlainTextTests
{
    private const string Html = "<h2>一、目标</h2><p>第一行<br>第二行</p><ol start=2><li>甲<li>乙</ol><table><caption>表 1</caption><tr><td>镇</td><td>数</td></tr></table><p><img src='/documents/files/1' alt='路线图'></p>";

    [Fact]
    public void Paragraphs_items_and_cells_are_lines() =>
        PlainText.Of(Html).ShouldBe("一、目标\n第一行\n第二行\n2. 甲\n3. 乙\n表 1\n镇\n数\n路线图");

    [Fact]
    public void Spaces_are_not_counted() => PlainText.Count("<p>甲 乙　丙</p><p>丁</p>").ShouldBe(4);

    [Fact]
    public void Headings_become_places_to_jump_to()
    {
        var outline = Outline.Of("<h2>一、目标</h2><p>文</p><h3>（一）<b>要求</b></h3>");

        outline.Html.ShouldBe("<h2 id=\"part-1\">一、目标</h2>\n<p>文</p>\n<h3 id=\"part-2\">（一）要求</h3>");
        outline.Headings.ShouldBe([new OutlineHeading("part-1", 2, "一、目标"), new OutlineHeading("part-2", 3, "（一）要求")]);
        CleanHtml.Of(outline.Html).ShouldNotContain("id=");
    }
}
