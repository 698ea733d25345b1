using System.Xml;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Writing;

/// <summary>A table of the Word file: merged cells as the form has them, rows that do not break, header rows on every page.</summary>
internal static class DocxTable
{
    private const string Word = DocxParts.WordNamespace;

    public static void Write(XmlWriter xml, PrintedTable table)
    {
        xml.WriteStartElement("tbl", Word);
        Properties(xml);
        xml.WriteStartElement("tblGrid", Word);
        foreach (var width in table.Widths)
        {
            DocxWriter.Element(xml, "gridCol", ("w", width));
        }

        xml.WriteEndElement();
        var above = new PrintedCell[table.Widths.Length];
        for (var row = 0; row < table.Rows.Length; row++)
        {
            Row(xml, table, row, above);
        }

        xml.WriteEndElement();
    }

    internal static void Properties(XmlWriter xml)
    {
        xml.WriteStartElement("tblPr", Word);
        xml.WriteStartElement("tblW", Word);
        xml.WriteAttributeString("w", Word, XmlConvert.ToString(PrintedTable.FullWidth));
        xml.WriteAttributeString("type", Word, "dxa");
        xml.WriteEndElement();
        DocxWriter.Element(xml, "jc", "center");
        xml.WriteStartElement("tblBorders", Word);
        foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" })
        {
            xml.WriteStartElement(side, Word);
            xml.WriteAttributeString("val", Word, "single");
            xml.WriteAttributeString("sz", Word, "4");
            xml.WriteAttributeString("space", Word, "0");
            xml.WriteAttributeString("color", Word, "auto");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("tblLayout", Word);
        xml.WriteAttributeString("type", Word, "fixed");
        xml.WriteEndElement();
        xml.WriteStartElement("tblCellMar", Word);
        foreach (var side in new[] { "left", "right" })
        {
            xml.WriteStartElement(side, Word);
            xml.WriteAttributeString("w", Word, "55");
            xml.WriteAttributeString("type", Word, "dxa");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, PrintedTable table, int index, PrintedCell[] above)
    {
        var isWide = table.Form is FormTable.Proactive or FormTable.Proactive2019;
        xml.WriteStartElement("tr", Word);
        xml.WriteStartElement("trPr", Word);
        DocxWriter.Element(xml, "cantSplit");
        DocxWriter.Element(xml, "trHeight", ("val", isWide ? 480 : 320));
        if (index < table.HeaderRows)
        {
            DocxWriter.Element(xml, "tblHeader");
        }

        xml.WriteEndElement();

        // Each row keeps to the next, so that a table that fits on a page is not torn.
        var keepNext = index < table.Rows.Length - 1;
        var next = 0;
        var cells = table.Rows[index].Cells;
        for (var column = 0; column < table.Widths.Length;)
        {
            var starts = next < cells.Length && cells[next].Column == column;
            var cell = starts ? cells[next++] : above[column];
            Cell(xml, table, cell, starts, keepNext, isWide);
            if (starts)
            {
                above[column] = cell;
            }

            column += cell.ColumnSpan;
        }

        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, PrintedTable table, PrintedCell cell, bool starts, bool keepNext, bool isWide)
    {
        xml.WriteStartElement("tc", Word);
        xml.WriteStartElement("tcPr", Word);
        xml.WriteStartElement("tcW", Word);
        xml.WriteAttributeString("w", Word, XmlConvert.ToString(table.WidthOf(cell)));
        xml.WriteAttributeString("type", Word, "dxa");
        xml.WriteEndElement();
        if (cell.ColumnSpan > 1)
        {
            DocxWriter.Element(xml, "gridSpan", ("val", cell.ColumnSpan));
        }

        if (cell.RowSpan > 1)
        {
            DocxWriter.Element(xml, "vMerge", starts ? "restart" : "continue");
        }

        DocxWriter.Element(xml, "vAlign", "center");
        xml.WriteEndElement();
        xml.WriteStartElement("p", Word);
        xml.WriteStartElement("pPr", Word);
        DocxWriter.Element(xml, "pStyle", isWide ? "WideTableText" : "TableText");
        if (keepNext)
        {
            DocxWriter.Element(xml, "keepNext");
        }

        if (cell.Role is CellRole.Row && !isWide && cell.RowSpan == 1)
        {
            DocxWriter.Element(xml, "jc", "left");
        }

        xml.WriteEndElement();
        if (starts)
        {
            DocxParagraph.Runs(xml, cell.Text);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
