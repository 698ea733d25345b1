using System.Globalization;
using System.Text;
using Gongkai.Platform.Filings.Public;
using Gongkai.Reports.Csv;
using Gongkai.Reports.Json;
using Gongkai.Reports.Writing;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.Portal;

/// <summary>Published reports as files, one at a time and a whole year.</summary>
public static class Downloads
{
    private static readonly Dictionary<string, string> ContentTypes = new()
    {
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["csv"] = "text/csv; charset=utf-8",
        ["json"] = "application/json; charset=utf-8",
        ["html"] = "text/html; charset=utf-8",
    };

    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        var downloads = routes.MapGroup("").AllowAnonymous();
        downloads.MapGet("/reports/{year:int}/{agencyId:int}/report.{extension}", ReportAsync).ExcludeFromDescription();
        downloads.MapGet("/data/{year:int}.csv", YearCsvAsync).ExcludeFromDescription();
        downloads.MapGet("/data/{year:int}.jsonl", YearJsonAsync).ExcludeFromDescription();
    }

    /// <summary>The content type of a format that a report is written in; null for any other.</summary>
    public static string? ContentTypeOf(string extension) => ContentTypes.GetValueOrDefault(extension);

    private static async Task<IResult> ReportAsync(PublicReportQueries reports, HttpContext context, int year, int agencyId, string extension, CancellationToken cancellation)
    {
        if (await reports.FindAsync(agencyId, year, cancellation) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var name = $"{found.Report.Title ?? found.Line.AgencyName + year + "年度报告"}.{extension}";
        if (extension == "pdf")
        {
            return await PrintedReport.PdfAsync(found.Report, cancellation) is { } pdf
                ? TypedResults.File(pdf, "application/pdf", name)
                : TypedResults.Problem("这台服务器没有安装可以生成 PDF 的程序，请改为下载 Word。", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        if (ReportWriter.FromExtension("." + extension) is not { } format || !ContentTypes.TryGetValue(extension, out var type))
        {
            return TypedResults.NotFound();
        }

        var output = new MemoryStream();
        ReportWriter.Write(found.Report, format, output);
        output.Position = 0;
        context.Response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.File(output, type, name, lastModified: found.UpdatedAt, entityTag: new EntityTagHeaderValue(FormattableString.Invariant($"\"{year}-{agencyId}-{found.Version}-{extension}\"")));
    }

    /// <summary>Whether nothing is to be sent: there is no report of that year, or who asks has them as they are.</summary>
    private static async Task<bool> IsAnsweredAsync(PublicReportQueries reports, HttpContext context, int year, string extension, CancellationToken cancellation)
    {
        if (await reports.StateOfYearAsync(year, cancellation) is not { } state)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return true;
        }

        var headers = context.Response.GetTypedHeaders();
        headers.ETag = new EntityTagHeaderValue(FormattableString.Invariant($"\"{year}-{state.Reports}-{state.UpdatedAt.UtcTicks}-{extension}\""));
        headers.LastModified = state.UpdatedAt;
        headers.CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromMinutes(1) };
        if (!context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(headers.ETag, useStrongComparison: false)))
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private static async Task YearCsvAsync(PublicReportQueries reports, HttpContext context, int year, CancellationToken cancellation)
    {
        if (await IsAnsweredAsync(reports, context, year, "csv", cancellation))
        {
            return;
        }

        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = FormattableString.Invariant($"attachment; filename=\"reports-{year}.csv\"");
        var first = true;
        await foreach (var found in reports.StreamYearAsync(year, cancellation))
        {
            var text = new StringWriter(new StringBuilder(32 * 1024));
            ReportCsv.Write(text, found.Report, header: first, source: ("agencyId", found.Line.AgencyId.ToString(CultureInfo.InvariantCulture)));
            await context.Response.WriteAsync(first ? "\uFEFF" + text : text.ToString(), Encoding.UTF8, cancellation);
            first = false;
        }
    }

    private static async Task YearJsonAsync(PublicReportQueries reports, HttpContext context, int year, CancellationToken cancellation)
    {
        if (await IsAnsweredAsync(reports, context, year, "jsonl", cancellation))
        {
            return;
        }

        context.Response.ContentType = "application/jsonl; charset=utf-8";
        context.Response.Headers.ContentDisposition = FormattableString.Invariant($"attachment; filename=\"reports-{year}.jsonl\"");
        await foreach (var found in reports.StreamYearAsync(year, cancellation))
        {
            // The report does not know by which number the site calls its agency; the line says it before all else.
            var line = new MemoryStream();
            ReportJson.Write(line, found.Report, []);
            line.WriteByte((byte)'\n');
            await context.Response.WriteAsync(FormattableString.Invariant($"{{\"agencyId\":{found.Line.AgencyId},"), cancellation);
            await context.Response.Body.WriteAsync(line.GetBuffer().AsMemory(1, (int)line.Length - 1), cancellation);
        }
    }
}
