using Gongkai.Platform.Organizations.Tables;
using Gongkai.Reports.Lists;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Shared;

/// <summary>A list as a file: a workbook, or CSV that a spreadsheet opens.</summary>
public static class ListDownload
{
    /// <summary>More rows than this are for CSV.</summary>
    public const int MostOfAWorkbook = 100_000;

    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The format that an address names; null where it is none of them.</summary>
    public static ListFormat? FormatOf(string? extension) => extension switch
    {
        "csv" => ListFormat.Csv,
        "xlsx" => ListFormat.Xlsx,
        _ => null,
    };

    /// <summary>The file of these rows, the headings first.</summary>
    public static FileStreamResult Of(string name, ListFormat format, int[] widths, IEnumerable<IReadOnlyList<string>> rows) => Of(name, format, output =>
    {
        if (format == ListFormat.Xlsx)
        {
            ListWriter.WriteXlsx(widths, rows, output);
        }
        else
        {
            ListWriter.WriteCsv(rows, output);
        }
    });

    public static FileStreamResult Of(string name, ListFormat format, Action<Stream> write)
    {
        var output = new MemoryStream();
        write(output);
        output.Position = 0;
        return format == ListFormat.Xlsx
            ? new FileStreamResult(output, Workbook) { FileDownloadName = $"{name}.xlsx" }
            : new FileStreamResult(output, "text/csv; charset=utf-8") { FileDownloadName = $"{name}.csv" };
    }
}
