using System.Text;
using Gongkai.Reports.Reading;
using static Gongkai.Reports.Tests.Reading.Word.WordFile;

namespace Gongkai.Reports.Tests.Reading.Word;

public sealed class WordReaderTests
{
    [Fact]
    public void Merged_cells_keep_their_columns() =>
        Read(Table(
            Row(Cell("说明", Span(2) + Merge(true)), Cell("申请人", Span(2))),
            Row(Cell("", Span(2) + Merge(false)), Cell("自然人"), Cell("总计")),
            Row(Cell("办理", Merge(true)), Cell("公开"), Cell("1"), Cell("")),
            Row(Cell("", Merge(false)), Cell("部分"), Cell("0"), Cell("0")))).ShouldBe(
        [
            "[说明+2x2|申请人+2x1]",
            "[自然人@2|总计]",
            "[办理+1x2|公开|1|]",
            "[部分@1|0|0]",
        ]);

    [Fact]
    public void Columns_left_out_before_a_row_are_counted() =>
        Read(Table(Row(Cell("甲"), Cell("1")), "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + Cell("2") + "</w:tr>"))
            .ShouldBe(["[甲|1]", "[2@1]"]);

    [Fact]
    public void The_old_way_of_merging_to_the_right_is_a_span() =>
        Read(Table(Row(Cell("甲", "<w:hMerge w:val=\"restart\"/>"), Cell("", "<w:hMerge/>"), Cell("1")), Row(Cell("乙"), Cell("2"), Cell("3"))))
            .ShouldBe(["[甲+2x1|1]", "[乙|2|3]"]);

    [Fact]
    public void A_table_in_a_cell_stands_on_its_own() =>
        Read(Table(Row("<w:tc>" + P("一、总体情况") + Table(Row(Cell("甲"), Cell("1"))) + P("完") + "</w:tc>", Cell("旁注"))))
            .ShouldBe(["一、总体情况", "[甲|1]", "完", "旁注"]);

    [Fact]
    public void Several_paragraphs_in_a_cell_are_lines() =>
        Read(Table(Row("<w:tc>" + P("1.属于") + P("国家秘密") + "</w:tc>", Cell("0")))).ShouldBe(["[1.属于⏎国家秘密|0]"]);

    [Fact]
    public void Tracked_changes_are_read_in_their_final_state()
    {
        Read("<w:p><w:r><w:t>共</w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins><w:r><w:t>7</w:t></w:r></w:ins>"
            + "<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo></w:p>").ShouldBe(["共7新"]);
        Read("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>" + P("后半")).ShouldBe(["前半后半"]);
        Read(Table(
            Row(Cell("甲"), Cell("1")),
            "<w:tr><w:trPr><w:del/></w:trPr>" + Cell("乙") + Cell("2") + "</w:tr>",
            Row(Cell("丙"), "<w:tc><w:tcPr><w:cellDel/></w:tcPr>" + P("9") + "</w:tc>", Cell("3")))).ShouldBe(["[甲|1]", "[丙|3]"]);
        Read("<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>显示</w:t></w:r></w:p>").ShouldBe(["显示"]);
    }

    [Fact]
    public void Hidden_text_is_not_read() =>
        Read("<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>乙</w:t></w:r></w:p>")
            .ShouldBe(["甲乙"]);

    [Fact]
    public void A_field_is_its_result() =>
        Read("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>=SUM(LEFT)</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>").ShouldBe(["12"]);

    [Fact]
    public void A_text_box_is_read_once_after_its_paragraph()
    {
        var box = "<w:txbxContent>" + P("青石镇人民政府") + Table(Row(Cell("甲"), Cell("1"))) + "</w:txbxContent>";
        Read("<w:p><w:r><w:t>封面</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>" + box + "</wps:txbx></mc:Choice>"
            + "<mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>之后</w:t></w:r></w:p>" + P("正文"))
            .ShouldBe(["封面之后", "青石镇人民政府", "[甲|1]", "正文"]);
    }

    [Fact]
    public void An_alternative_without_a_choice_is_its_fallback() =>
        Read("<w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>旧式</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>").ShouldBe(["旧式"]);

    [Fact]
    public void Containers_are_looked_through() =>
        Read("<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink><w:r><w:t>甲</w:t></w:r></w:hyperlink>"
            + "<w:smartTag><w:r><w:t>乙</w:t></w:r></w:smartTag><w:customXml><w:r><w:t>丙</w:t></w:r></w:customXml></w:p></w:sdtContent></w:sdt>").ShouldBe(["甲乙丙"]);

    [Fact]
    public void Breaks_tabs_hyphens_and_symbols() =>
        Read("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>2024</w:t><w:noBreakHyphen/><w:t>1</w:t><w:br w:type=\"page\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r></w:p>")
            .ShouldBe(["甲", "乙 2024-1☑"]);

    [Fact]
    public void A_table_nested_too_deep_is_read_as_text()
    {
        var nested = P("底");
        for (var level = 0; level < 200; level++)
        {
            nested = Table(Row("<w:tc>" + nested + "</w:tc>"));
        }

        Read(nested).ShouldBe(["底"]);
    }

    [Fact]
    public void A_document_type_definition_is_refused()
    {
        var evil = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>";
        Blocks.Failure(Blocks.Zip(("word/document.xml", evil))).ShouldContain("损坏");
    }

    [Fact]
    public void A_bomb_is_refused_while_it_unpacks() =>
        Blocks.Failure(Of("<w:p><w:r><w:t>" + new string('政', 3_000_000) + "</w:t></w:r></w:p>"), ReadLimits.Default with { UnpackedBytes = 1_000_000 }).ShouldContain("压缩炸弹");

    [Fact]
    public void Every_truncation_gives_a_sentence()
    {
        var file = Of(string.Concat(Enumerable.Range(0, 40).Select(number => P($"第{number}段"))));
        for (var length = 4; length < file.Length; length += 7)
        {
            Blocks.Failure(file[..length]).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_digit_that_was_damaged_in_the_zip_is_not_read_as_another()
    {
        using var memory = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(memory, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("word/document.xml", System.IO.Compression.CompressionLevel.NoCompression).Open();
            part.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:r><w:t>12345</w:t></w:r></w:p></w:document>"u8);
        }

        var file = memory.ToArray();
        Blocks.Of(Blocks.Read(file)).ShouldBe(["12345"]);
        file[file.AsSpan().IndexOf("12345"u8)] = (byte)'7';
        Blocks.Failure(file).ShouldContain("损坏");
    }

    [Fact]
    public void Xml_that_breaks_off_is_refused() =>
        Blocks.Failure(Blocks.Zip(("word/document.xml", Encoding.UTF8.GetBytes("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>")))).ShouldContain("不完整");
}
