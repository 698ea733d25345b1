using System.Globalization;
using System.Xml;

namespace Gongkai.Reports.Writing;

/// <summary>Writes a report as a Word file in the look of an official document (GB/T 9704—2012).</summary>
internal static class DocxWriter
{
    private const string Word = DocxParts.WordNamespace;

    public static void Write(AnnualReport report, Stream output) => Write(output, xml => Blocks(xml, report));

    /// <summary>A package whose body <paramref name="body"/> writes, on the page and with the type of an official document.</summary>
    internal static void Write(Stream output, Action<XmlWriter> body)
    {
        using var package = new PackageZip(output);
        package.Add("[Content_Types].xml", DocxParts.ContentTypes);
        package.Add("_rels/.rels", DocxParts.PackageRelationships);
        package.Add("word/_rels/document.xml.rels", DocxParts.DocumentRelationships);
        package.Add("word/styles.xml", DocxParts.Styles);
        package.Add("word/settings.xml", DocxParts.Settings);
        package.Add("word/fontTable.xml", DocxParts.FontTable);
        package.Add("word/footer1.xml", DocxParts.OddFooter);
        package.Add("word/footer2.xml", DocxParts.EvenFooter);
        package.Add("word/document.xml", xml => Document(xml, body));
    }

    private static void Document(XmlWriter xml, Action<XmlWriter> body)
    {
        xml.WriteStartElement("w", "document", Word);
        xml.WriteAttributeString("xmlns", "r", null, DocxParts.RelationshipNamespace);
        xml.WriteStartElement("body", Word);
        body(xml);
        PageSetup(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Blocks(XmlWriter xml, AnnualReport report)
    {
        var blocks = ReportLayout.Of(report).ToList();
        for (var index = 0; index < blocks.Count; index++)
        {
            var next = index + 1 < blocks.Count ? blocks[index + 1].Kind : (LayoutKind?)null;
            if (blocks[index].Table is { } table)
            {
                DocxTable.Write(xml, table);

                // Word joins tables that touch, and wants a paragraph after the last one.
                if (next is null or LayoutKind.Table)
                {
                    DocxParagraph.Gap(xml);
                }
            }
            else
            {
                // The signature never stands alone on a page.
                Paragraph(xml, blocks[index], report, keepNext: next is LayoutKind.Signatory or LayoutKind.Date);
            }
        }
    }

    private static void Paragraph(XmlWriter xml, LayoutBlock block, AnnualReport report, bool keepNext)
    {
        switch (block.Kind)
        {
            case LayoutKind.Title:
                DocxParagraph.Title(xml, block.Text);
                break;
            case LayoutKind.Heading:
                DocxParagraph.Write(xml, "Heading1", block.Text);
                break;
            case LayoutKind.Paragraph:
                DocxParagraph.Body(xml, block.Text, keepNext);
                break;
            case LayoutKind.Signatory:
                DocxParagraph.Signatory(xml, block.Text, report.SignedOn);
                break;
            case LayoutKind.Date:
                DocxParagraph.Date(xml, block.Text, report.Signatory);
                break;
            case LayoutKind.Table:
                break;
        }
    }

    private static void PageSetup(XmlWriter xml)
    {
        xml.WriteStartElement("sectPr", Word);
        foreach (var (type, id) in new[] { ("default", "rId4"), ("even", "rId5") })
        {
            xml.WriteStartElement("footerReference", Word);
            xml.WriteAttributeString("type", Word, type);
            xml.WriteAttributeString("id", DocxParts.RelationshipNamespace, id);
            xml.WriteEndElement();
        }

        Element(xml, "pgSz", ("w", 11906), ("h", 16838));
        Element(xml, "pgMar", ("top", 2098), ("right", 1474), ("bottom", 1984), ("left", 1587), ("header", 851), ("footer", 1270), ("gutter", 0));
        Element(xml, "docGrid", ("linePitch", 579));
        xml.WriteEndElement();
    }

    internal static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, int Value)> attributes)
    {
        xml.WriteStartElement(name, Word);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, Word, value.ToString(CultureInfo.InvariantCulture));
        }

        xml.WriteEndElement();
    }

    internal static void Element(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement(name, Word);
        xml.WriteAttributeString("val", Word, value);
        xml.WriteEndElement();
    }
}
