using System.Text.RegularExpressions;
using System.Xml;

namespace Gongkai.Reports.Writing;

/// <summary>The paragraphs of the Word file.</summary>
internal static partial class DocxParagraph
{
    private const string Word = DocxParts.WordNamespace;

    // Twentieths of a point: a character of 三号 and of 二号.
    private const int BodyCharacter = 320;
    private const int TitleCharacter = 440;
    private const int LongestHeading = 30;

    /// <summary>An empty line that keeps two tables apart, or stands after the last one.</summary>
    public static void Gap(XmlWriter xml) => Write(xml, "TableGap", "");

    public static void Write(XmlWriter xml, string style, string text)
    {
        Start(xml, style);
        Runs(xml, text);
        xml.WriteEndElement();
    }

    /// <summary>A title longer than a line breaks before its last words 政府信息公开…, so that no word is torn (GB/T 9704 7.3.1).</summary>
    public static void Title(XmlWriter xml, string text)
    {
        xml.WriteStartElement("p", Word);
        xml.WriteStartElement("pPr", Word);
        DocxWriter.Element(xml, "pStyle", "Title");
        var indent = TitleIndent(text);
        if (indent > 0)
        {
            DocxWriter.Element(xml, "ind", ("left", indent), ("right", indent));
        }

        xml.WriteEndElement();
        Runs(xml, text);
        xml.WriteEndElement();
    }

    /// <summary>A paragraph; （一）… at its start is a heading of the second order, alone or up to its first stop.</summary>
    public static void Body(XmlWriter xml, string text, bool keepNext)
    {
        var end = HeadingEnd(text);
        if (end == text.Length)
        {
            Write(xml, "Heading2", text);
            return;
        }

        Start(xml, "Body", keepNext);
        if (end > 0)
        {
            Runs(xml, text[..end], "RunInHeading");
        }

        Runs(xml, text[end..]);
        xml.WriteEndElement();
    }

    /// <summary>The agency's name two characters from the right, or further in where the date below is the longer line (GB/T 9704 7.3.5.2).</summary>
    public static void Signatory(XmlWriter xml, string text, DateOnly? signedOn)
    {
        var date = signedOn is null ? 0 : WidthInHalves(ReportLayout.DateText(signedOn.Value));
        FromRight(xml, text, Math.Max(4, date + 8 - WidthInHalves(text)), keepNext: true);
    }

    /// <summary>The date begins two characters right of the name above.</summary>
    public static void Date(XmlWriter xml, string text, string? signatory) =>
        FromRight(xml, text, Math.Max(4, WidthInHalves(signatory ?? "") - WidthInHalves(text)), keepNext: false);

    private static void FromRight(XmlWriter xml, string text, int halves, bool keepNext)
    {
        // A name that fills the line has no room for an indent.
        var room = Math.Max(0, (PrintedTable.FullWidth / (BodyCharacter / 2)) - WidthInHalves(text));
        xml.WriteStartElement("p", Word);
        xml.WriteStartElement("pPr", Word);
        DocxWriter.Element(xml, "pStyle", "Signature");
        if (keepNext)
        {
            DocxWriter.Element(xml, "keepNext");
        }

        DocxWriter.Element(xml, "ind", ("right", Math.Min(halves, room) * BodyCharacter / 2));
        xml.WriteEndElement();
        Runs(xml, text);
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string style, bool keepNext = false)
    {
        xml.WriteStartElement("p", Word);
        xml.WriteStartElement("pPr", Word);
        DocxWriter.Element(xml, "pStyle", style);
        if (keepNext)
        {
            DocxWriter.Element(xml, "keepNext");
        }

        xml.WriteEndElement();
    }

    internal static void Runs(XmlWriter xml, string text, string? style = null)
    {
        var printable = PrintableText.Of(text);
        if (printable.Length == 0)
        {
            return;
        }

        xml.WriteStartElement("r", Word);
        if (style is not null)
        {
            xml.WriteStartElement("rPr", Word);
            DocxWriter.Element(xml, "rStyle", style);
            xml.WriteEndElement();
        }

        var start = 0;
        for (var index = 0; index <= printable.Length; index++)
        {
            var isEnd = index == printable.Length;
            if (!isEnd && printable[index] is not ('\t' or '\n'))
            {
                continue;
            }

            if (index > start)
            {
                xml.WriteStartElement("t", Word);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(printable[start..index]);
                xml.WriteEndElement();
            }

            if (!isEnd)
            {
                DocxWriter.Element(xml, printable[index] == '\t' ? "tab" : "br");
            }

            start = index + 1;
        }

        xml.WriteEndElement();
    }

    private static int HeadingEnd(string text)
    {
        if (!SecondOrder().IsMatch(text))
        {
            return 0;
        }

        var stop = text.IndexOf('。', StringComparison.Ordinal);
        if (stop < 0)
        {
            return text.Length <= LongestHeading ? text.Length : 0;
        }

        return stop < LongestHeading ? stop + 1 : 0;
    }

    private static int TitleIndent(string title)
    {
        const int Line = PrintedTable.FullWidth;
        var width = WidthInHalves(title) * TitleCharacter / 2;
        if (width <= Line)
        {
            return 0;
        }

        var last = title.LastIndexOf("政府信息公开", StringComparison.Ordinal);
        var first = last > 0 ? WidthInHalves(title[..last]) * TitleCharacter / 2 : 0;
        var lines = (width + Line - 1) / Line;
        var target = first < Line && first * 2 >= width ? first : (width / lines) + TitleCharacter;

        // Word sets a quarter of a character between Chinese and digits.
        return Math.Max(0, (Line - target - (TitleCharacter * 4 / 5)) / 2);
    }

    // ASCII letters and digits take half the width of a Chinese character.
    private static int WidthInHalves(string text)
    {
        var halves = 0;
        foreach (var character in text)
        {
            halves += character < '\x80' ? 1 : 2;
        }

        return halves;
    }

    [GeneratedRegex("^（[一二三四五六七八九十]{1,3}）")]
    private static partial Regex SecondOrder();
}
