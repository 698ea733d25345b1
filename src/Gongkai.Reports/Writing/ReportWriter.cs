using Gongkai.Reports.Csv;
using Gongkai.Reports.Json;

namespace Gongkai.Reports.Writing;

/// <summary>
/// Writes a report in any format. The same report gives the same bytes. What stood in a cell is written as it stood
/// (<see cref="CellText"/>); a figure is never made up for one that was not read.
/// </summary>
public static class ReportWriter
{
    /// <summary>Writes a report and leaves the stream open; the stream need not be able to seek.</summary>
    public static void Write(AnnualReport report, WriteFormat format, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        Action<AnnualReport, Stream> write = format switch
        {
            WriteFormat.Json => (source, stream) => ReportJson.Write(stream, source, source.ReadingFindings, indented: true),
            WriteFormat.Docx => DocxWriter.Write,
            WriteFormat.Html => HtmlWriter.Write,
            WriteFormat.Csv => (source, stream) => ReportCsv.Write(stream, source, byteOrderMark: true),
            WriteFormat.Xlsx => XlsxWriter.Write,
        };
        write(report, output);
    }

    /// <summary>The format that a file name's extension asks for (<c>.docx</c>, with or without the name before it), or null.</summary>
    public static WriteFormat? FromExtension(string extension)
    {
        ArgumentNullException.ThrowIfNull(extension);
        return extension[(extension.LastIndexOf('.') + 1)..].ToUpperInvariant() switch
        {
            "JSON" => WriteFormat.Json,
            "DOCX" => WriteFormat.Docx,
            "HTML" or "HTM" => WriteFormat.Html,
            "CSV" => WriteFormat.Csv,
            "XLSX" => WriteFormat.Xlsx,
            _ => null,
        };
    }
}
