using System.Threading.RateLimiting;

namespace Gongkai.Web.Api;

/// <summary>How often one address may ask the open interface.</summary>
internal static class ApiLimit
{
    private const int RequestsAMinute = 600;

    public static void AddApiLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
        options.AddPolicy(ApiEndpoints.RateLimit, context => RateLimitPartition.GetSlidingWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = RequestsAMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })));
}
