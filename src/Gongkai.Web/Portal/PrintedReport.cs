using Gongkai.Reports;
using Gongkai.Reports.Writing;
using Gongkai.Web.Shared;

namespace Gongkai.Web.Portal;

/// <summary>A report as PDF.</summary>
internal static class PrintedReport
{
    /// <summary>The PDF, or null where the machine has no program for it.</summary>
    public static Task<byte[]?> PdfAsync(AnnualReport report, CancellationToken cancellation) =>
        PagePrinting.PdfAsync(file => ReportWriter.Write(report, WriteFormat.Html, file), file => ReportWriter.Write(report, WriteFormat.Docx, file), cancellation);
}
