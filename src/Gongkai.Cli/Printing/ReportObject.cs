using Gongkai.Cli.Running;
using Gongkai.Reports.Json;

namespace Gongkai.Cli.Printing;

/// <summary>A report with all its findings as one JSON object, <c>gongkai.report/1</c>.</summary>
internal static class ReportObject
{
    public static byte[] Of(Examination examination, OutputFormat format)
    {
        using var json = new MemoryStream();
        ReportJson.Write(json, examination.Report, examination.Findings, indented: format == OutputFormat.Json);
        var text = json.ToArray().AsSpan().TrimEnd("\r\n"u8);
        return format == OutputFormat.Jsonl ? [.. text, (byte)'\n'] : text.ToArray();
    }
}
