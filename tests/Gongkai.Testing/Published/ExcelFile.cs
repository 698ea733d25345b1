using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Gongkai.Testing.Published;

/// <summary>Writes sheets of rows into the smallest Excel file that holds them.</summary>
public sealed class ExcelFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private readonly List<ExcelSheet> sheets = [];

    /// <summary>Starts a sheet.</summary>
    public ExcelSheet Sheet(string name)
    {
        var sheet = new ExcelSheet(name);
        sheets.Add(sheet);
        return sheet;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var numbers = Enumerable.Range(1, sheets.Count).ToList();
            Add(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                + string.Concat(numbers.Select(number => $"<Override PartName=\"/xl/worksheets/sheet{number}.xml\" "
                    + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))
                + "</Types>");
            Add(archive, "_rels/.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"rId1\" Type=\"{Relationships}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><sheets>"
                + string.Concat(numbers.Select(number => $"<sheet name=\"{sheets[number - 1].Name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>"))
                + "</sheets></workbook>");
            Add(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\">"
                + string.Concat(numbers.Select(number => $"<Relationship Id=\"rId{number}\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"))
                + "</Relationships>");
            foreach (var number in numbers)
            {
                Add(archive, $"xl/worksheets/sheet{number}.xml", $"<worksheet xmlns=\"{Main}\">{sheets[number - 1].ToXml()}</worksheet>");
            }
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive archive, string name, string text)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(Declaration + text));
    }
}

/// <summary>A sheet that is filled from the top.</summary>
public sealed class ExcelSheet(string name)
{
    private readonly StringBuilder rows = new();
    private readonly List<string> merged = [];
    private int row;

    public string Name { get; } = name;

    /// <summary>A line of text in the first column; longer text than a cell of the table is merged over some columns.</summary>
    public void Line(string text)
    {
        row++;
        rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">{Cell(0, text)}</row>");
        merged.Add($"A{row}:J{row}");
    }

    /// <summary>A table, with its merged cells, figures as numbers.</summary>
    public void Table(FormSheet sheet)
    {
        var left = new int[sheet.Width];
        foreach (var cells in sheet.Rows)
        {
            row++;
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
            var next = 0;
            for (var column = 0; column < sheet.Width;)
            {
                if (left[column] > 0)
                {
                    left[column++]--;
                    continue;
                }

                var cell = cells.Cells[next++];
                rows.Append(Cell(column, cell.Text));
                if (cell.ColumnSpan > 1 || cell.RowSpan > 1)
                {
                    merged.Add($"{At(column, row)}:{At(column + cell.ColumnSpan - 1, row + cell.RowSpan - 1)}");
                }

                Array.Fill(left, cell.RowSpan - 1, column, cell.ColumnSpan);
                column += cell.ColumnSpan;
            }

            rows.Append("</row>");
        }
    }

    internal string ToXml() =>
        $"<sheetData>{rows}</sheetData><mergeCells count=\"{merged.Count}\">{string.Concat(merged.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>";

    private string Cell(int column, string text) =>
        text.Length == 0 ? $"<c r=\"{At(column, row)}\"/>"
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? $"<c r=\"{At(column, row)}\"><v>{text}</v></c>"
        : $"<c r=\"{At(column, row)}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";

    private static string At(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");
}
