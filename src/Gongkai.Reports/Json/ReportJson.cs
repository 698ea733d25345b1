using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Json;

/// <summary>
/// The report as JSON, <c>gongkai.report/1</c> (schema: <c>docs/report.schema.json</c>). A cell that was read as a number is that number;
/// any other is <c>null</c> in the tree and has an entry under <c>cells</c>. Writing and reading again gives the same report.
/// </summary>
public static class ReportJson
{
    /// <summary>The value of <c>format</c>.</summary>
    public const string Format = "gongkai.report/1";

    // The text is a file of its own or an answer of the API, never a part of a page: only quotes, backslashes and controls are escaped.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly JsonWriterOptions Indented = Compact with { Indented = true, NewLine = "\n" };

    /// <summary>Writes one report as one object and leaves the stream open.</summary>
    /// <param name="output">Takes UTF-8 without a byte order mark.</param>
    /// <param name="report">The report.</param>
    /// <param name="findings">What stands under <c>findings</c>; nothing is added from the report itself.</param>
    /// <param name="indented">Whether for people, with line ends, or on one line.</param>
    public static void Write(Stream output, AnnualReport report, IReadOnlyList<Finding> findings, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var json = new Utf8JsonWriter(output, indented ? Indented : Compact);
        Write(json, report, findings);
    }

    /// <summary>Writes one report as one object, as an element of an array for instance. The writer's own options hold.</summary>
    public static void Write(Utf8JsonWriter json, AnnualReport report, IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(findings);
        ReportJsonWriter.Write(json, report, findings);
    }

    /// <summary>A writer as <see cref="Write(Stream, AnnualReport, IReadOnlyList{Finding}, bool)"/> uses it: Chinese stays as it is.</summary>
    public static Utf8JsonWriter CreateWriter(Stream output, bool indented = false) => new(output, indented ? Indented : Compact);

    /// <summary>
    /// Reads one object, or an array with one object in it. Names that this version does not know are passed over, and so are the findings.
    /// Any bytes give a report or one sentence in Chinese that says why not. The source is the one that the JSON names.
    /// </summary>
    public static ReadOutcome Read(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            return ReadOutcome.Failed("JSON 不是 UTF-8 编码，请另存为 UTF-8 后再读。");
        }

        return ReportJsonReader.Read(utf8);
    }
}
