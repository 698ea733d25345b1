namespace Gongkai.Reports.Writing;

/// <summary>Writes a report as a workbook: a sheet with the tables as printed and live sums, and a sheet with the text.</summary>
internal static class XlsxWriter
{
    private const int TextWidth = 100;

    public static void Write(AnnualReport report, Stream output)
    {
        var tables = XlsxTables.Of(report);
        var text = TextOf(report);
        using var package = new PackageZip(output);
        package.Add("[Content_Types].xml", XlsxParts.ContentTypes);
        package.Add("_rels/.rels", XlsxParts.PackageRelationships);
        package.Add("xl/workbook.xml", XlsxParts.Workbook);
        package.Add("xl/_rels/workbook.xml.rels", XlsxParts.WorkbookRelationships);
        package.Add("xl/styles.xml", XlsxParts.Styles);
        package.Add("xl/worksheets/sheet1.xml", tables.Write);
        package.Add("xl/worksheets/sheet2.xml", text.Write);
    }

    // The title stands above the tables, on the first sheet.
    private static XlsxSheet TextOf(AnnualReport report)
    {
        var sheet = new XlsxSheet(TextWidth);
        foreach (var block in ReportLayout.Of(report).Where(block => block.Kind is not (LayoutKind.Title or LayoutKind.Table)))
        {
            var style = block.Kind == LayoutKind.Heading ? SheetStyle.Heading : SheetStyle.Paragraph;
            foreach (var part in Parts(block.Text))
            {
                sheet.Put(sheet.RowCount, 0, style, part);
            }
        }

        return sheet;
    }

    // A paragraph that Excel cannot hold in one cell goes on in the next.
    private static IEnumerable<string> Parts(string text)
    {
        while (text.Length > XlsxSheet.LongestText)
        {
            var length = char.IsHighSurrogate(text[XlsxSheet.LongestText - 1]) ? XlsxSheet.LongestText - 1 : XlsxSheet.LongestText;
            yield return text[..length];
            text = text[length..];
        }

        yield return text;
    }
}
