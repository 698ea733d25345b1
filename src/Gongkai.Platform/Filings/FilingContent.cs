using System.Text;
using Gongkai.Reports;
using Gongkai.Reports.Json;

namespace Gongkai.Platform.Filings;

/// <summary>A report as its row keeps it: <c>gongkai.report/1</c> without findings.</summary>
public static class FilingContent
{
    public static string Write(AnnualReport report)
    {
        using var output = new MemoryStream(16 * 1024);
        ReportJson.Write(output, report, []);
        return Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length);
    }

    public static AnnualReport Read(string content)
    {
        var outcome = ReportJson.Read(Encoding.UTF8.GetBytes(content));
        return outcome.Report ?? throw new InvalidOperationException($"A kept report cannot be read: {outcome.Failure}");
    }
}
