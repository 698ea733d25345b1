using System.IO.Compression;
using System.Text;

namespace Gongkai.Platform.Tests.Publishing.Texts;

/// <summary>An official document as Word writes it.</summary>
internal static class PrintedWord
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private const string Picture = """
        <w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="2857500" cy="1905000"/><wp:docPr id="1" name="图片 1" descr="灌溉渠位置图"/>
        <a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="rId1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
        """;

    private const string Table = """
        <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>镇</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>长度</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>云溪</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>东</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>西</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>4</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        """;

    /// <summary>A notice with masthead, number, title, headings, lists, a table, a picture, a note, changes and hidden words.</summary>
    public static byte[] Notice() => Of(
        Line("青禾县人民政府办公室文件", "center", 44) + Line("青政办〔2026〕5号", "center") + Line("关于开展灌溉渠", "center", 44) + Line("维修检查的通知", "center", 44)
        + Line("各镇人民政府：") + Indented("为保障春灌，现通知如下。")
        + "<w:p><w:pPr><w:pStyle w:val=\"1\"/></w:pPr><w:r><w:t>一、总体要求</w:t></w:r></w:p>"
        + Numbered("排查渠道", 1) + Numbered("登记问题", 1) + Numbered("分级负责", 2)
        + Picture + Table
        + "<w:p><w:pPr><w:ind w:firstLine=\"640\"/></w:pPr><w:r><w:t>资金由县级承担</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:ins w:id=\"1\"><w:r><w:t>八成</w:t></w:r></w:ins><w:del w:id=\"2\"><w:r><w:delText>五成</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>底价</w:t></w:r><w:r><w:t>。</w:t></w:r><w:hyperlink r:id=\"rId2\"><w:r><w:t>办事指南</w:t></w:r></w:hyperlink></w:p>"
        + Line("青禾县人民政府办公室", "right") + Line("2026年3月5日", "right") + Line("（此件公开发布）"),
        ("word/styles.xml", $"<w:styles xmlns:w=\"{Word}\"><w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"),
        ("word/numbering.xml", $"""
            <w:numbering xmlns:w="{Word}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
            <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>
            """),
        ("word/footnotes.xml", $"<w:footnotes xmlns:w=\"{Word}\"><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>以决算为准。</w:t></w:r></w:p></w:footnote></w:footnotes>"));

    public static byte[] Of(string body, params ReadOnlySpan<(string Name, string Content)> parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/><Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/><Override PartName=\"/word/footnotes.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml\"/></Types>");
            Put(archive, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"{Relations}/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Put(archive, "word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/image\" Target=\"media/image1.png\"/><Relationship Id=\"rId2\" Type=\"{Relations}/hyperlink\" Target=\"https://www.gov.cn/\" TargetMode=\"External\"/><Relationship Id=\"rId3\" Type=\"{Relations}/footnotes\" Target=\"footnotes.xml\"/><Relationship Id=\"rId4\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId5\" Type=\"{Relations}/numbering\" Target=\"numbering.xml\"/></Relationships>");
            Put(archive, "word/document.xml", $"<w:document xmlns:w=\"{Word}\" xmlns:r=\"{Relations}\"><w:body>{body}</w:body></w:document>");
            foreach (var (name, content) in parts)
            {
                Put(archive, name, content);
            }

            using var picture = archive.CreateEntry("word/media/image1.png").Open();
            picture.Write(Convert.FromBase64String(Pixel));
        }

        return file.ToArray();
    }

    public static string Line(string text, string alignment = "left", int size = 32) =>
        $"<w:p><w:pPr><w:jc w:val=\"{alignment}\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"{size}\"/></w:rPr><w:t>{text}</w:t></w:r></w:p>";

    public static string Indented(string text) => $"<w:p><w:pPr><w:ind w:firstLine=\"640\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Numbered(string text, int list) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static void Put(ZipArchive archive, string name, string content)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
