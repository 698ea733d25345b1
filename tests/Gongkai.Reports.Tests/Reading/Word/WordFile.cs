namespace Gongkai.Reports.Tests.Reading.Word;

/// <summary>Makes small Word files out of the XML of their body.</summary>
internal static class WordFile
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    public static byte[] Of(string body, string? numbering = null, string? styles = null)
    {
        List<(string, string)> parts = [("[Content_Types].xml", "<Types/>"), ("word/document.xml", $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>")];
        if (numbering is not null)
        {
            parts.Add(("word/numbering.xml", $"<w:numbering {Namespaces}>{numbering}</w:numbering>"));
        }

        if (styles is not null)
        {
            parts.Add(("word/styles.xml", $"<w:styles {Namespaces}>{styles}</w:styles>"));
        }

        return Blocks.Zip([.. parts]);
    }

    public static string[] Read(string body, string? numbering = null, string? styles = null) =>
        Blocks.Of(Blocks.Read(Of(body, numbering, styles)));

    public static string P(string text, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Table(params string[] rows) => $"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{string.Concat(rows)}</w:tbl>";

    public static string Span(int columns) => $"<w:gridSpan w:val=\"{columns}\"/>";

    public static string Merge(bool begins) => begins ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
}
