using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Gongkai.Reports.Writing;

/// <summary>The table of two columns in a paper: a label, and what was filled in.</summary>
internal static class DocxForm
{
    private const string Word = DocxParts.WordNamespace;
    private const int LabelWidth = 2400;

    public static void Write(XmlWriter xml, ImmutableArray<(string Label, string Value)> rows)
    {
        xml.WriteStartElement("tbl", Word);
        DocxTable.Properties(xml);
        xml.WriteStartElement("tblGrid", Word);
        DocxWriter.Element(xml, "gridCol", ("w", LabelWidth));
        DocxWriter.Element(xml, "gridCol", ("w", PrintedTable.FullWidth - LabelWidth));
        xml.WriteEndElement();
        foreach (var (label, value) in rows)
        {
            xml.WriteStartElement("tr", Word);
            Cell(xml, "FormLabel", label, LabelWidth);
            Cell(xml, "FormValue", value, PrintedTable.FullWidth - LabelWidth);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, string style, string text, int width)
    {
        xml.WriteStartElement("tc", Word);
        xml.WriteStartElement("tcPr", Word);
        xml.WriteStartElement("tcW", Word);
        xml.WriteAttributeString("w", Word, width.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("type", Word, "dxa");
        xml.WriteEndElement();
        DocxWriter.Element(xml, "vAlign", "center");
        xml.WriteEndElement();
        DocxParagraph.Write(xml, style, text);
        xml.WriteEndElement();
    }
}
