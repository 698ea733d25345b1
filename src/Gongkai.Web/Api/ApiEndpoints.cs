using Gongkai.Platform.Filings.Public;
using Gongkai.Platform.Organizations;
using Gongkai.Reports;
using Gongkai.Reports.Csv;
using Gongkai.Reports.Json;
using Gongkai.Web.Hosting.Caching;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.Api;

/// <summary>The open interface, version 1: what the portal shows, for programs. Addresses are stable; fields are only added.</summary>
public static class ApiEndpoints
{
    public const string RateLimit = "api";

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/api/v1").AllowAnonymous().RequireRateLimiting(RateLimit).AddEndpointFilter<Unchanged>();
        all.MapGet("/campaigns", CampaignsAsync).WithName("campaigns").WithSummary("各级主管部门的年度报送：应报送多少份，已公开多少份").WithTags("报送");
        all.MapSearch();
        var api = all.MapGroup("").WithMetadata(new PublicPage());
        api.MapGet("/agencies", AgenciesAsync).WithName("agencies").WithSummary("机关单位名录，按编号分页").WithTags("机关单位");
        api.MapGet("/agencies/{id:int}", AgencyAsync).WithName("agency").WithSummary("一个机关单位").WithTags("机关单位");
        api.MapGet("/agencies/{id:int}/reports", ReportsOfAgencyAsync).WithName("reportsOfAgency").WithSummary("一个机关单位历年公开的年度报告").WithTags("年度报告");
        api.MapGet("/years", YearsAsync).WithName("years").WithSummary("有年度报告的年份").WithTags("年度报告");
        api.MapGet("/reports/{year:int}", ReportsOfYearAsync).WithName("reportsOfYear").WithSummary("一年公开的年度报告，按机关编号分页").WithTags("年度报告");
        api.MapGet("/reports/{year:int}/{agencyId:int}", ReportAsync).WithName("report").WithSummary("一份年度报告（gongkai.report/1）").WithTags("年度报告");
        api.MapGet("/reports/{year:int}/{agencyId:int}/figures", FiguresAsync).WithName("figures").WithSummary("一份年度报告的全部数据，每行一个（CSV）").WithTags("年度报告");
        api.MapGet("/reports/{year:int}/{agencyId:int}/figures/{address}", FigureAsync).WithName("figure").WithSummary("一个数据，地址固定不变").WithTags("年度报告");
    }

    private static async Task<Ok<IReadOnlyList<PublicCampaign>>> CampaignsAsync(PublicCampaignQueries campaigns, int? year, CancellationToken cancellation) =>
        TypedResults.Ok(await campaigns.ListAsync(year, cancellation));

    private static async Task<Ok<ApiPage<ApiAgency>>> AgenciesAsync(PublicAgencyQueries agencies, string? name, string? after, CancellationToken cancellation)
    {
        var page = await agencies.ListAsync(name, after, cancellation);
        return TypedResults.Ok(new ApiPage<ApiAgency>([.. page.Items.Select(ApiAgency.Of)], page.Next));
    }

    private static async Task<Results<Ok<ApiAgency>, ProblemHttpResult>> AgencyAsync(PublicAgencyQueries agencies, int id, CancellationToken cancellation) =>
        await agencies.FindAsync(id, cancellation) is { } found ? TypedResults.Ok(ApiAgency.Of(found.Line)) : NotFound("没有这个机关单位。");

    private static async Task<Ok<IReadOnlyList<ApiReportLine>>> ReportsOfAgencyAsync(PublicReportQueries reports, int id, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<ApiReportLine>>([.. (await reports.OfAgencyAsync(id, cancellation)).Select(ApiReportLine.Of)]);

    private static async Task<Ok<IReadOnlyList<YearCount>>> YearsAsync(PublicReportQueries reports, CancellationToken cancellation) =>
        TypedResults.Ok(await reports.YearsAsync(cancellation));

    private static async Task<Ok<ApiPage<ApiReportLine>>> ReportsOfYearAsync(PublicReportQueries reports, int year, string? name, string? after, CancellationToken cancellation)
    {
        var page = await reports.OfYearAsync(year, name, after, cancellation);
        return TypedResults.Ok(new ApiPage<ApiReportLine>([.. page.Items.Select(ApiReportLine.Of)], page.Next));
    }

    private static async Task<IResult> ReportAsync(PublicReportQueries reports, HttpContext context, int year, int agencyId, CancellationToken cancellation)
    {
        if (await reports.FindAsync(agencyId, year, cancellation) is not { } found)
        {
            return NotFound("没有公开的这份年度报告。");
        }

        if (IsUnchanged(context, found))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var output = new MemoryStream();
        ReportJson.Write(output, found.Report, []);
        return TypedResults.Bytes(output.ToArray(), "application/json; charset=utf-8");
    }

    private static async Task<IResult> FiguresAsync(PublicReportQueries reports, HttpContext context, int year, int agencyId, CancellationToken cancellation)
    {
        if (await reports.FindAsync(agencyId, year, cancellation) is not { } found)
        {
            return NotFound("没有公开的这份年度报告。");
        }

        if (IsUnchanged(context, found))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var output = new MemoryStream();
        ReportCsv.Write(output, found.Report, byteOrderMark: true);
        return TypedResults.Bytes(output.ToArray(), "text/csv; charset=utf-8");
    }

    private static async Task<IResult> FigureAsync(PublicReportQueries reports, HttpContext context, int year, int agencyId, string address, CancellationToken cancellation)
    {
        if (!FigureAddress.TryParse(address, null, out var figure))
        {
            return NotFound("没有这个数据地址。地址的写法见 gongkai.report/1 的说明，例如 requests.received.total。");
        }

        if (await reports.FindAsync(agencyId, year, cancellation) is not { } found)
        {
            return NotFound("没有公开的这份年度报告。");
        }

        if (IsUnchanged(context, found))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var cell = found.Report.Figures[figure];
        return TypedResults.Ok(new ApiFigure(figure.ToString(), figure.Figure.Description, figure.Figure.Unit, cell.ValueOrNull, cell.IsNumber ? null : cell.Raw));
    }

    private static bool IsUnchanged(HttpContext context, PublishedReport found)
    {
        var tag = new EntityTagHeaderValue(FormattableString.Invariant($"\"{found.Line.AgencyId}-{found.Line.Year}-{found.Version}-{found.UpdatedAt.UtcTicks:x}\""));
        context.Response.GetTypedHeaders().ETag = tag;
        context.Response.Headers.CacheControl = "public, max-age=60";
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(candidate => candidate.Compare(tag, useStrongComparison: false));
    }

    private static ProblemHttpResult NotFound(string sentence) => TypedResults.Problem(sentence, statusCode: StatusCodes.Status404NotFound, title: "没有找到");
}
