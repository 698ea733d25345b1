using System.Globalization;
using System.Xml;
using Gongkai.Platform.Screening.Texts;

namespace Gongkai.Platform.Screening.Files;

/// <summary>What stands in the cells of an Excel file, on hidden sheets, rows and columns too.</summary>
internal static class ExcelTexts
{
    private const int MostRows = 20_000;
    private const int MostColumns = 200;

    public static ScreenedText Read(string name, OfficePackage package)
    {
        var book = new ExcelBook(package);
        var shared = package.Names.FirstOrDefault(part => part.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase)) is { } part ? Shared(package, part) : [];
        var tables = book.Sheets.Where(sheet => sheet.Part is not null && package.Names.Contains(sheet.Part)).Select((sheet, index) => new ScreenedTable(
            new HitPlace(HitField.Attachment) { File = name, Sheet = sheet.Name, Number = index + 1 }, Rows(package, sheet.Part!, shared), HasHeader: true, sheet.Name)).ToList();
        return new ScreenedText([.. tables.SelectMany(SourceTexts.Cells)], [.. tables.Select(WithTitle)]);
    }

    /// <summary>The title of a sheet often stands in its first row, over the headings.</summary>
    private static ScreenedTable WithTitle(ScreenedTable table) => table with { Before = $"{table.Before} {string.Join(' ', table.Rows.Take(table.HeadingRow).SelectMany(row => row))}" };

    private static List<string> Shared(OfficePackage package, string part) =>
        [.. from item in package.Xml(part)?.Root?.Elements() ?? []
            where item.Name.LocalName == "si"
            select string.Concat(item.Descendants().Where(text => text.Name.LocalName == "t" && text.Ancestors().All(above => above.Name.LocalName != "rPh")).Select(text => text.Value))];

    private static List<IReadOnlyList<string>> Rows(OfficePackage package, string part, List<string> shared)
    {
        var rows = new List<IReadOnlyList<string>>();
        try
        {
            using var stream = package.Open(part);
            using var reader = XmlReader.Create(stream, OfficePackage.ReaderSettings);
            List<string>? row = null;
            while (reader.Read() && rows.Count <= MostRows)
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
                {
                    var number = int.TryParse(reader.GetAttribute("r"), CultureInfo.InvariantCulture, out var said) ? Math.Min(said, MostRows) : rows.Count + 1;
                    while (rows.Count < number - 1)
                    {
                        rows.Add([]);
                    }

                    rows.Add(row = []);
                }
                else if (row is not null && reader is { NodeType: XmlNodeType.Element, LocalName: "c", IsEmptyElement: false })
                {
                    Cell(reader, row, shared);
                }
            }
        }
        catch (XmlException)
        {
            // What comes before the damage was read; the office program opens no more of it either.
        }

        return rows;
    }

    private static void Cell(XmlReader reader, List<string> row, List<string> shared)
    {
        var column = ColumnOf(reader.GetAttribute("r")) ?? row.Count + 1;
        var type = reader.GetAttribute("t");
        var value = "";
        using (var cell = reader.ReadSubtree())
        {
            var element = "";
            while (cell.Read())
            {
                element = cell.NodeType == XmlNodeType.Element ? cell.LocalName : element;
                if (cell.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace && element is "v" or "t")
                {
                    value += cell.Value;
                }
            }
        }

        if (column > MostColumns)
        {
            return;
        }

        while (row.Count < column)
        {
            row.Add("");
        }

        row[column - 1] = (type == "s" && int.TryParse(value, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < shared.Count ? shared[index] : value).Trim().Replace('\n', ' ');
    }

    private static int? ColumnOf(string? reference)
    {
        var number = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper))
        {
            number = Math.Min((number * 26) + letter - 'A' + 1, MostColumns + 1);
        }

        return number > 0 ? number : null;
    }
}
