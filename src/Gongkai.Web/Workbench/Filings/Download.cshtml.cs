using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Reports.Writing;
using Gongkai.Web.Hosting;
using Gongkai.Web.Portal;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Filings;

/// <summary>The draft, or one of its versions, as a file: the paper for the signature.</summary>
[Requires(Act.ViewFilings)]
public sealed class DownloadModel(FilingHistoryQueries history) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, string extension, int? version, CancellationToken cancellation)
    {
        if (await history.ReportAsync(id, version, HttpContext.Actor(), cancellation) is not { } report)
        {
            return NotFound();
        }

        var name = $"{report.Title ?? report.Agency + report.Year + "年度报告"}{(version is { } number ? $"（第{number}版）" : "")}.{extension}";
        if (extension == "pdf")
        {
            if (await PrintedReport.PdfAsync(report, cancellation) is { } pdf)
            {
                return File(pdf, "application/pdf", name);
            }

            TempData.Wrong("这台服务器没有安装可以生成 PDF 的程序，请改为下载 Word。");
            return Redirect(FormattableString.Invariant($"/work/filings/{id}"));
        }

        if (ReportWriter.FromExtension("." + extension) is not { } format || Downloads.ContentTypeOf(extension) is not { } type)
        {
            return NotFound();
        }

        var output = new MemoryStream();
        ReportWriter.Write(report, format, output);
        output.Position = 0;
        return File(output, type, name);
    }
}
