using System.Threading.RateLimiting;

namespace Gongkai.Web.Api;

/// <summary>How often one address may ask the open interface.</summary>
internal static class ApiLimit
{
    public const string Filing = "api-filing";

    private const int RequestsAMinute = 600;
    private const int FilingsAMinute = 60;

    public static void AddApiLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(ApiEndpoints.RateLimit, context => ForAddress(context, RequestsAMinute));
        options.AddPolicy(Filing, context => ForAddress(context, FilingsAMinute));
    });

    private static RateLimitPartition<string> ForAddress(HttpContext context, int requestsAMinute) => RateLimitPartition.GetSlidingWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = requestsAMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
}
