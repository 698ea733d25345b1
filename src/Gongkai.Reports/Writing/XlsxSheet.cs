using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Gongkai.Reports.Writing;

/// <summary>A sheet of the workbook being filled; rows and columns count from 0.</summary>
internal sealed partial class XlsxSheet(params int[] columnWidths)
{
    /// <summary>The most that Excel holds in one cell.</summary>
    public const int LongestText = 32_767;

    private const string Sheet = XlsxParts.SheetNamespace;
    private const int LineHeight = 15;

    // Past fifteen digits Excel would round, so the digits stay as text.
    private const decimal LargestExact = 999_999_999_999_999m;

    private readonly List<SortedDictionary<int, SheetCell>> rows = [];
    private readonly List<int> lines = [];
    private readonly StringBuilder merges = new();
    private int mergeCount;

    public int RowCount => rows.Count;

    /// <summary>The name of a cell in formulas: <c>A1</c>.</summary>
    public static string Reference(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{row + 1}");

    /// <summary>A to Z, then AA to ZZ and so on: there is no zero among these digits.</summary>
    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    public void Put(int row, int column, SheetStyle style, string text) => Put(row, column, new SheetCell(style, text, null, null));

    public void Put(int row, int column, SheetStyle style, decimal value, string? formula = null) =>
        Put(row, column, new SheetCell(style, null, value, formula));

    public void Merge(int row, int column, int rowSpan, int columnSpan, SheetStyle style)
    {
        if (rowSpan == 1 && columnSpan == 1)
        {
            return;
        }

        merges.Append(CultureInfo.InvariantCulture, $"<mergeCell ref=\"{Reference(row, column)}:{Reference(row + rowSpan - 1, column + columnSpan - 1)}\"/>");
        mergeCount++;

        // Covered cells carry the style too, or the border would have gaps.
        for (var covered = row; covered < row + rowSpan; covered++)
        {
            for (var right = column; right < column + columnSpan; right++)
            {
                if (covered != row || right != column)
                {
                    Put(covered, right, new SheetCell(style, null, null, null));
                }
            }
        }
    }

    /// <summary>Makes a row high enough for so many lines; merged cells do not do that by themselves.</summary>
    public void SetLines(int row, int count)
    {
        Reach(row);
        lines[row] = Math.Max(lines[row], count);
    }

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("worksheet", Sheet);
        xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (var column = 0; column < columnWidths.Length; column++)
        {
            xml.WriteRaw(string.Create(
                CultureInfo.InvariantCulture,
                $"<col min=\"{column + 1}\" max=\"{column + 1}\" width=\"{columnWidths[column]}\" customWidth=\"1\"/>"));
        }

        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData", Sheet);
        for (var row = 0; row < rows.Count; row++)
        {
            Row(xml, row);
        }

        xml.WriteEndElement();
        if (mergeCount > 0)
        {
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<mergeCells count=\"{mergeCount}\">{merges}</mergeCells>"));
        }

        xml.WriteRaw("<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.8\" bottom=\"0.8\" header=\"0.3\" footer=\"0.3\"/>");
        xml.WriteRaw("<pageSetup paperSize=\"9\" fitToHeight=\"0\"/>");
        xml.WriteEndElement();
    }

    private void Row(XmlWriter xml, int row)
    {
        if (rows[row].Count == 0)
        {
            return;
        }

        xml.WriteStartElement("row", Sheet);
        xml.WriteAttributeString("r", XmlConvert.ToString(row + 1));
        if (lines[row] > 0)
        {
            xml.WriteAttributeString("ht", XmlConvert.ToString(Math.Min(400, (lines[row] * LineHeight) + 4)));
            xml.WriteAttributeString("customHeight", "1");
        }

        foreach (var (column, cell) in rows[row])
        {
            Cell(xml, Reference(row, column), cell);
        }

        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, string reference, SheetCell cell)
    {
        var text = cell.Text;
        if (cell.Value is { } value && Math.Abs(value) > LargestExact)
        {
            text = Figure.Format(value);
        }

        xml.WriteStartElement("c", Sheet);
        xml.WriteAttributeString("r", reference);
        xml.WriteAttributeString("s", XmlConvert.ToString((int)cell.Style));
        if (!string.IsNullOrEmpty(text))
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Sheet);
            xml.WriteStartElement("t", Sheet);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(CodeLike().Replace(PrintableText.Of(text), "_x005F_"));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        else if (cell.Value is not null)
        {
            if (cell.Formula is not null)
            {
                xml.WriteElementString("f", Sheet, cell.Formula);
            }

            xml.WriteElementString("v", Sheet, Figure.Format(cell.Value.Value));
        }

        xml.WriteEndElement();
    }

    private void Put(int row, int column, SheetCell cell)
    {
        Reach(row);
        rows[row][column] = cell;
    }

    private void Reach(int row)
    {
        while (rows.Count <= row)
        {
            rows.Add([]);
            lines.Add(0);
        }
    }

    // Excel takes _x0041_ for the letter A; the underscore has to be written so itself.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex CodeLike();

    private readonly record struct SheetCell(SheetStyle Style, string? Text, decimal? Value, string? Formula);
}
