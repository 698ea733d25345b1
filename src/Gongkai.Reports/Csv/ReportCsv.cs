using System.Globalization;
using CsvHelper;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Csv;

/// <summary>
/// The report as a tidy table: <c>agency,year,address,label,kind,value</c>, one row a figure, UTF-8.
/// <list type="bullet">
/// <item><c>kind</c> of a figure is <c>number</c>, <c>blank</c>, <c>dash</c>, <c>text</c>, <c>missing</c> or <c>unreadable</c>;
/// <c>value</c> holds the digits of a number, and of any other cell what stood there.</item>
/// <item><c>kind</c> <c>section</c> stands on the rows that are no figures: <c>edition</c>, <c>title</c>, <c>preamble</c>, <c>period</c>
/// (<c>2024-01-01/2024-12-31</c>), <c>sections.1</c> to <c>sections.6</c> with the heading as the label, <c>signatory</c>, <c>signedOn</c>.</item>
/// <item>Words that a spreadsheet could take for a formula have an apostrophe in front; so have words that begin with one.
/// The reader takes it off again.</item>
/// </list>
/// The source file and the findings are not in it.
/// </summary>
public static class ReportCsv
{
    internal const string SectionKind = "section";
    internal const string Apostrophe = "'";
    internal static readonly string[] Header = ["agency", "year", "address", "label", "kind", "value"];

    private static readonly CsvWriterOptions Plain = new();
    private static readonly CsvWriterOptions ForExcel = new() { WriteByteOrderMark = true };

    /// <summary>Writes one report with its header row; with a byte order mark Excel knows that it is UTF-8.</summary>
    public static void Write(Stream output, AnnualReport report, bool byteOrderMark = false)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        using var csv = CsvWriter.Create(output, byteOrderMark ? ForExcel : Plain, leaveOpen: true);
        Write(csv, report, header: true);
    }

    /// <summary>Writes one report; without the header row it can follow another one in the same file.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="report">The report.</param>
    /// <param name="header">Whether the header row stands before it.</param>
    /// <param name="source">The name of a last column, and what it says of this report: which of the many in a file its rows are from.</param>
    public static void Write(TextWriter output, AnnualReport report, bool header = true, (string Name, string Value)? source = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var csv = CsvWriter.Create(output, Plain, leaveOpen: true);
        Write(csv, report, header, source);
    }

    /// <summary>Reads what <see cref="Write(Stream, AnnualReport, bool)"/> wrote: one report. Any bytes give a report or one sentence that says why not.</summary>
    public static ReadOutcome Read(ReadOnlyMemory<byte> bytes) => ReportCsvReader.Read(bytes);

    /// <summary>Whether the first line is the header of this format.</summary>
    public static bool Claims(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        return bytes.StartsWith("agency,year,address,label,kind,value"u8);
    }

    private static void Write(CsvWriter csv, AnnualReport report, bool header, (string Name, string Value)? source = null)
    {
        if (header)
        {
            csv.WriteRecord(source is { } column ? [.. Header, column.Name] : Header);
        }

        var last = source is { } known ? Safe(known.Value) : null;
        Document(csv, report, last);
        foreach (var address in FormCells.Of(report))
        {
            var figure = address.Figure;
            var cell = report.Figures[address];
            var value = cell.IsNumber ? Figure.Format(cell.Value) : Safe(cell.Raw);
            Row(csv, report, last, figure.Name, $"{figure.Row} {figure.Column}", cell.Kind.Word, value);
        }
    }

    private static void Document(CsvWriter csv, AnnualReport report, string? last)
    {
        Row(csv, report, last, "edition", "格式版本", SectionKind, EditionText.Of(report.Edition));
        Optional(csv, report, last, "title", "标题", report.Title);
        Optional(csv, report, last, "preamble", "前言", report.Preamble.Length > 0 ? report.Preamble : null);
        Optional(csv, report, last, "period", "统计期限", report.Period is { } period ? $"{IsoDate.Of(period.From)}/{IsoDate.Of(period.To)}" : null);
        foreach (var section in report.Sections)
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"sections.{section.Number}");
            Row(csv, report, last, address, Safe(section.Heading), SectionKind, Safe(section.Text));
        }

        Optional(csv, report, last, "signatory", "落款", report.Signatory);
        Optional(csv, report, last, "signedOn", "落款日期", report.SignedOn is { } date ? IsoDate.Of(date) : null);
    }

    private static void Optional(CsvWriter csv, AnnualReport report, string? last, string address, string label, string? value)
    {
        if (value is not null)
        {
            Row(csv, report, last, address, label, SectionKind, Safe(value));
        }
    }

    private static void Row(CsvWriter csv, AnnualReport report, string? last, string address, string label, string kind, string value)
    {
        csv.WriteField(Safe(report.Agency ?? ""));
        csv.WriteField(report.Year?.ToString(CultureInfo.InvariantCulture) ?? "");
        csv.WriteField(address);
        csv.WriteField(label);
        csv.WriteField(kind);
        csv.WriteField(value);
        if (last is not null)
        {
            csv.WriteField(last);
        }

        csv.EndRecord();
    }

    private static string Safe(string text) =>
        text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\'' or '＝' or '＋' or '－' or '＠')
            ? Apostrophe + text
            : text;
}
