using System.Text;
using CsvHelper;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Excel;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Reports.Lists;

/// <summary>Reads the rows of a list from a workbook (its first visible sheet) or from CSV in any usual encoding.</summary>
public static class ListFile
{
    private static readonly CsvReaderOptions Csv = new()
    {
        TrackLineNumbers = true, HasHeader = false, MalformedData = CsvMalformedDataHandling.Recover,
    };

    /// <summary>The rows that are not empty, or one sentence that says why the file cannot be read.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="mostRows">A longer list is refused.</param>
    /// <param name="limits">How much is unpacked at most.</param>
    public static ListReading Read(ReadOnlyMemory<byte> file, int mostRows, ReadLimits? limits = null)
    {
        var kind = Sniffing.KindOf(file);
        try
        {
            var rows = kind switch
            {
                SourceKind.Excel or SourceKind.OldExcel => Workbook(file, kind, mostRows, limits ?? ReadLimits.Default),
                SourceKind.Csv or SourceKind.Text or SourceKind.Json or SourceKind.Html => Text(file, mostRows),
                SourceKind.Empty => throw new UnreadableSourceException("文件是空的；请检查选的文件对不对。"),
                _ => throw new UnreadableSourceException("这不是 Excel 或 CSV 文件；请用 Excel 或 WPS 另存为 .xlsx 或 .csv 再试。"),
            };
            return new ListReading(rows, null);
        }
        catch (UnreadableSourceException exception)
        {
            return new ListReading([], exception.Message);
        }
    }

    private static List<ListRow> Text(ReadOnlyMemory<byte> file, int mostRows)
    {
        var text = Encoding.UTF8.GetBytes(TextDecoding.Decode(file.Span));
        var rows = new List<ListRow>();
        using var csv = CsvReader.Create(text, Csv);
        try
        {
            for (var number = 1; csv.Read(); number = (int)csv.LineNumber + 1)
            {
                var cells = new string[csv.FieldCount];
                for (var column = 0; column < cells.Length; column++)
                {
                    cells[column] = WithoutApostrophe(csv.GetString(column).Trim());
                }

                Add(rows, number, cells, mostRows);
            }
        }
        catch (CsvFormatException)
        {
            throw new UnreadableSourceException("CSV 的引号或分隔不对，读不下去；请用 Excel 或 WPS 打开后另存为 .xlsx 再试。");
        }

        return rows;
    }

    private static string WithoutApostrophe(string cell) => cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;

    private static List<ListRow> Workbook(ReadOnlyMemory<byte> file, SourceKind kind, int mostRows, ReadLimits limits)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            if (kind == SourceKind.Excel)
            {
                ExcelReader.RefuseBombAndDamage(file, limits);
            }

            using var reader = ExcelReaderFactory.CreateReader(MemoryView.Over(file));
            while (reader.VisibleState is not (null or "visible") && reader.NextResult())
            {
            }

            return Sheet(reader, mostRows);
        }
        catch (InvalidPasswordException)
        {
            throw new UnreadableSourceException("Excel 文件设有密码，读不了；请去掉密码后再试。");
        }
        catch (Exception exception) when (exception is ExcelReaderException or IOException or InvalidDataException or ArgumentException
            or InvalidOperationException or IndexOutOfRangeException or FormatException or OverflowException or NullReferenceException
            or KeyNotFoundException or InvalidCastException or NotSupportedException or System.Xml.XmlException or ArithmeticException)
        {
            // The package throws whatever a damaged file makes it stumble over.
            throw new UnreadableSourceException("Excel 文件已损坏或不完整，打不开；请用 Excel 或 WPS 打开后另存为 .xlsx 再试。");
        }
    }

    private static List<ListRow> Sheet(IExcelDataReader reader, int mostRows)
    {
        var rows = new List<ListRow>();
        for (var number = 1; reader.Read(); number++)
        {
            var cells = new string[reader.FieldCount];
            for (var column = 0; column < cells.Length; column++)
            {
                cells[column] = ExcelReader.Text(reader, column).Trim();
            }

            Add(rows, number, cells, mostRows);
        }

        return rows;
    }

    private static void Add(List<ListRow> rows, int number, string[] cells, int mostRows)
    {
        if (Array.TrueForAll(cells, static cell => cell.Length == 0))
        {
            return;
        }

        if (rows.Count > mostRows)
        {
            throw new UnreadableSourceException($"表中超过 {mostRows} 行，没有读取；请分成几个文件。");
        }

        rows.Add(new ListRow(number, cells));
    }
}

/// <summary>What came of reading a list: its rows with the headings first, or the sentence that says why not.</summary>
public sealed record ListReading(IReadOnlyList<ListRow> Rows, string? Fault);
