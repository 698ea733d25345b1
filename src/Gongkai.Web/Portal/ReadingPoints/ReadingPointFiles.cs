using System.Globalization;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.ReadingPoints;
using Gongkai.Reports.Lists;
using Gongkai.Web.Api;

namespace Gongkai.Web.Portal.ReadingPoints;

/// <summary>The reading points as open data.</summary>
public static class ReadingPointFiles
{
    private static readonly string[] Header = ["编号", "机关编号", "机关", "类型", "名称", "地址", "电话", "开放时间", "工作日从", "工作日到", "休息日从", "休息日到", "有什么", "经度", "纬度"];

    public static void MapReadingPoints(this IEndpointRouteBuilder routes)
    {
        var data = routes.MapGroup("/data").AllowAnonymous().RequireRateLimiting(ApiEndpoints.RateLimit).ExcludeFromDescription();
        data.MapGet("/reading-points.csv", CsvAsync);
        data.MapGet("/reading-points.json", JsonAsync);
    }

    private static async Task<IResult> CsvAsync(ReadingPointQueries points, CancellationToken cancellation)
    {
        var output = new MemoryStream();
        ListWriter.WriteCsv((await points.ListAsync(null, cancellation)).Select(point => (IReadOnlyList<string>)
        [
            point.Id.ToString(CultureInfo.InvariantCulture), point.AgencyId.ToString(CultureInfo.InvariantCulture), point.AgencyName, ParticipationWords.Of(point.Kind), point.Name, point.Address, point.Telephone, point.Hours,
            Clock(point.Structured.WorkdayFrom), Clock(point.Structured.WorkdayTo), Clock(point.Structured.RestDayFrom), Clock(point.Structured.RestDayTo), point.Offers,
            point.Longitude?.ToString(CultureInfo.InvariantCulture) ?? "", point.Latitude?.ToString(CultureInfo.InvariantCulture) ?? "",
        ]).Prepend(Header), output);
        output.Position = 0;
        return TypedResults.File(output, "text/csv; charset=utf-8", "reading-points.csv");
    }

    private static async Task<IResult> JsonAsync(ReadingPointQueries points, CancellationToken cancellation) => TypedResults.Ok((await points.ListAsync(null, cancellation)).Select(point => new
    {
        point.Id, point.AgencyId, Agency = point.AgencyName, Kind = ParticipationWords.Of(point.Kind), point.Name, point.Address, point.Telephone, point.Hours,
        WorkdayFrom = Clock(point.Structured.WorkdayFrom), WorkdayTo = Clock(point.Structured.WorkdayTo), RestDayFrom = Clock(point.Structured.RestDayFrom), RestDayTo = Clock(point.Structured.RestDayTo),
        point.Offers, point.Longitude, point.Latitude, point.ChangedAt,
    }));

    private static string Clock(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";
}
