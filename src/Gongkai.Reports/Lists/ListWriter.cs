using System.Buffers;
using System.Text;
using Gongkai.Reports.Writing;

namespace Gongkai.Reports.Lists;

/// <summary>Writes a list as people open it in Excel: a workbook of text cells, or CSV in UTF-8 with its byte order mark.</summary>
public static class ListWriter
{
    private const string ContentTypes = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
        """;

    private const string Workbook = $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <workbook xmlns="{XlsxParts.SheetNamespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>
        """;

    private const string Relationships = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
        """;

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>A workbook with one sheet; every cell is text, so that a code keeps its zeros.</summary>
    /// <param name="widths">The widths of the first columns, in characters.</param>
    /// <param name="rows">The headings first.</param>
    /// <param name="output">Where the bytes go.</param>
    public static void WriteXlsx(int[] widths, IEnumerable<IReadOnlyList<string>> rows, Stream output)
    {
        var sheet = new XlsxSheet(widths);
        foreach (var (number, row) in rows.Index())
        {
            for (var column = 0; column < row.Count; column++)
            {
                sheet.Put(number, column, number == 0 ? SheetStyle.Header : SheetStyle.Plain, row[column]);
            }
        }

        using var package = new PackageZip(output);
        package.Add("[Content_Types].xml", ContentTypes);
        package.Add("_rels/.rels", XlsxParts.PackageRelationships);
        package.Add("xl/workbook.xml", Workbook);
        package.Add("xl/_rels/workbook.xml.rels", Relationships);
        package.Add("xl/styles.xml", XlsxParts.Styles);
        package.Add("xl/worksheets/sheet1.xml", sheet.Write);
    }

    /// <summary>CSV (RFC 4180). A cell that a spreadsheet would take for a formula is written with an apostrophe before it.</summary>
    public static void WriteCsv(IEnumerable<IReadOnlyList<string>> rows, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        foreach (var row in rows)
        {
            writer.WriteLine(CsvLine(row));
        }
    }

    /// <summary>One line of such a CSV, without its end.</summary>
    public static string CsvLine(IEnumerable<string> cells) => string.Join(',', cells.Select(Field));

    private static string Field(string cell)
    {
        var text = cell is ['=' or '+' or '-' or '@' or '\t' or '\r', _, ..] ? "'" + cell : cell;
        return text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
