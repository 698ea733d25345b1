using Gongkai.Law.Requests;
using Gongkai.Platform.Calendars;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Public;
using Gongkai.Platform.Storage;
using Gongkai.Web.Portal;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gongkai.Web.Api;

/// <summary>The open interface about requests: periods in working days, and the public ledger.</summary>
public static class RequestEndpoints
{
    public static void MapRequestApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").AllowAnonymous().RequireRateLimiting(ApiEndpoints.RateLimit);
        api.MapGet("/working-days", WorkingDaysAsync).WithName("workingDays").WithSummary("从一天（from，不填为今天）起数若干个工作日（days，不填为答复期限），最后一天是哪天，每一天怎么算").WithTags("依申请公开");
        api.MapGet("/requests", LedgerAsync).WithName("requests").WithSummary("办结的政府信息公开申请，不含申请人，最近办结的在前").WithTags("依申请公开");
        api.MapGet("/requests/figures/{year:int}", FiguresAsync).WithName("requestFigures").WithSummary("一年的依申请公开统计，按机关").WithTags("依申请公开");
    }

    private static async Task<Results<Ok<ApiPeriod>, ProblemHttpResult>> WorkingDaysAsync(
        Calendars calendars, RequestRules rules, TimeProvider time, DateOnly? from, int? days, CancellationToken cancellation)
    {
        var since = from ?? time.Today();
        var clockRules = await rules.ReadAsync(cancellation);
        var length = days ?? clockRules.Answer;
        var calendar = await calendars.NationalAsync(cancellation);
        if (length is < 1 or > PublicPeriods.MostDays)
        {
            return Wrong($"days 要在 1 到 {PublicPeriods.MostDays} 之间。");
        }

        if (!calendar.Covers(since) || since > calendar.Last.AddYears(-3))
        {
            return Wrong($"from 要在 {calendar.First:yyyy-MM-dd} 到 {calendar.Last.AddYears(-3):yyyy-MM-dd} 之间。");
        }

        var clock = PublicPeriods.ClockOf(PublicPeriod.Own, since, length, calendar, clockRules)!;
        return TypedResults.Ok(new ApiPeriod(
            since, length, clock.LastDay!.Value, clock.IsProvisional, [.. ExplainedDay.Of(clock, calendar, clock.LastDay.Value).Select(day => new ApiDay(day.Day, day.Mark, day.Number, day.IsProvisional))]));
    }

    private static async Task<Ok<ApiPage<PublicRequest>>> LedgerAsync(PublicRequestQueries requests, int? agency, int? year, string? after, CancellationToken cancellation)
    {
        var page = await requests.ListAsync(new PublicRequestFilter { AgencyId = agency, Year = year }, after, cancellation);
        return TypedResults.Ok(new ApiPage<PublicRequest>(page.Items, page.Next));
    }

    private static async Task<Results<Ok<IReadOnlyList<PublicRequestFigures>>, ProblemHttpResult>> FiguresAsync(PublicRequestQueries requests, int year, int? agency, CancellationToken cancellation) =>
        year is < 2000 or > 9999 ? Wrong("year 要写成四位数的年份。") : TypedResults.Ok(await requests.FiguresAsync(year, agency, cancellation));

    private static ProblemHttpResult Wrong(string sentence) => TypedResults.Problem(sentence, statusCode: StatusCodes.Status400BadRequest, title: "参数不对");
}

/// <summary>A period of working days, day by day.</summary>
public sealed record ApiPeriod(DateOnly From, int Days, DateOnly LastDay, bool IsProvisional, IReadOnlyList<ApiDay> Explanation);

/// <summary>A day of a period: how it counts, and as which working day of it.</summary>
public sealed record ApiDay(DateOnly Day, DayMark Mark, int? Number, bool IsProvisional);
