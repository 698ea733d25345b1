using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Reports.Reading.Excel;

/// <summary>Reads the visible sheets of a workbook (.xlsx, .xls) into blocks; a formula is what it last came to.</summary>
internal static class ExcelReader
{
    /// <exception cref="UnreadableSourceException">It is damaged, has a password, or is past the limits.</exception>
    public static SourceDocument Read(ReadOnlyMemory<byte> file, SourceKind kind, ReadLimits limits)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        if (kind == SourceKind.Excel)
        {
            RefuseBombAndDamage(file, limits);
        }

        try
        {
            using var stream = MemoryView.Over(file);
            using var reader = ExcelReaderFactory.CreateReader(stream);
            return new SourceDocument(Sniffing.NameOf(kind), [.. Sheets(reader, limits)]);
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

    private static IEnumerable<SourceBlock> Sheets(IExcelDataReader reader, ReadLimits limits)
    {
        var cells = 0;
        var number = 0;
        do
        {
            number++;
            if (reader.VisibleState is not (null or "visible"))
            {
                continue;
            }

            var flow = new BlockFlow();
            ReadSheet(reader, limits, ref cells).SettleInto(flow);
            foreach (var block in flow.ToBlocks(number))
            {
                yield return block;
            }
        }
        while (reader.NextResult());
    }

    private static TableDraft ReadSheet(IExcelDataReader reader, ReadLimits limits, ref int cells)
    {
        var merged = new ExcelMerges(reader.MergeCells);
        var rows = new List<(int Row, string[] Texts)>();
        var width = 0;
        for (var row = 0; reader.Read(); row++)
        {
            var texts = new string[reader.FieldCount];
            cells += texts.Length;
            if (cells > limits.Blocks)
            {
                throw new UnreadableSourceException($"Excel 文件中的单元格超过 {limits.Blocks} 个，不像是一份年度报告，没有读取。");
            }

            // A hidden row has no height.
            if (reader.RowHeight == 0 && reader.FieldCount > 0)
            {
                continue;
            }

            for (var column = 0; column < texts.Length; column++)
            {
                texts[column] = Text(reader, column);
                width = texts[column].Length > 0 ? Math.Max(width, column + 1) : width;
            }

            rows.Add((row, texts));
        }

        return merged.Draft(rows, width, HiddenColumns(reader, width));
    }

    private static bool[] HiddenColumns(IExcelDataReader reader, int width)
    {
        var hidden = new bool[width];
        for (var column = 0; column < width && column < reader.FieldCount; column++)
        {
            hidden[column] = reader.GetColumnWidth(column) == 0;
        }

        return hidden;
    }

    internal static string Text(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => "",
        string text => string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
        double number => Number(number, reader.GetNumberFormatString(column)),
        DateTime date => date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
        bool truth => truth ? "TRUE" : "FALSE",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Number(double number, string? format)
    {
        if (Math.Abs(number) >= 1e15)
        {
            return number.ToString("R", CultureInfo.InvariantCulture);
        }

        // Fifteen digits are what Excel keeps: 0.1+0.2 is 0.3 there.
        var value = Math.Round((decimal)number, 12);
        return format is not null && format.Contains('%', StringComparison.Ordinal)
            ? $"{value * 100:0.##########}%"
            : value.ToString("0.############", CultureInfo.InvariantCulture);
    }

    /// <summary>The package unpacks without a bound, and without looking for damage, so the parts are gone through first.</summary>
    internal static void RefuseBombAndDamage(ReadOnlyMemory<byte> file, ReadLimits limits)
    {
        using var archive = new ZipArchive(MemoryView.Over(file), ZipArchiveMode.Read);
        var left = limits.UnpackedBytes;
        var chunk = new byte[81920];
        foreach (var entry in archive.Entries.Where(static entry => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            using var stream = new BoundedStream(entry, left);
            int read;
            while ((read = stream.Read(chunk)) > 0)
            {
                left -= read;
            }
        }
    }
}
