using System.Globalization;
using System.Text;
using Gongkai.Cli.Running;

namespace Gongkai.Cli.Printing;

/// <summary>The findings as CSV, one a line.</summary>
internal static class FindingsCsv
{
    public const string Header = "file,agency,year,rule,severity,at,message,expected,actual";

    public static byte[] Of(Examination examination, string file) => Encoding.UTF8.GetBytes(string.Concat(examination.Findings.Select(finding => Csv.Line(
        file,
        examination.Report.Agency,
        examination.Report.Year?.ToString(CultureInfo.InvariantCulture),
        finding.Rule,
        Words.Key(finding.Severity),
        string.Join(' ', finding.At),
        finding.Message,
        finding.Expected,
        finding.Actual))));
}
