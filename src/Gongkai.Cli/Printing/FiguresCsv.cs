using System.Globalization;
using System.Text;
using Gongkai.Reports;
using Gongkai.Reports.Csv;

namespace Gongkai.Cli.Printing;

/// <summary>The figures of many reports as one tidy CSV: one header, then a row a figure, without the reports' text.</summary>
internal static class FiguresCsv
{
    public const string Header = "agency,year,address,label,kind,value,file";

    public static byte[] Of(AnnualReport report, string file)
    {
        using var csv = new StringWriter(CultureInfo.InvariantCulture);
        ReportCsv.Write(csv, report with { Title = null, Preamble = "", Period = null, SignedOn = null, Signatory = null, Sections = [] }, header: false, source: ("file", file));
        return Encoding.UTF8.GetBytes(csv.ToString());
    }
}
