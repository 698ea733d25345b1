using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Hosting;

/// <summary>How often one address may send something of a request, or try a number and a code. Many people may sit behind one address: the limit stops machines.</summary>
public static class RequestLimit
{
    public const string Policy = "request";

    public const int SendingsAMinute = 60;

    public static void AddRequestLimit(this IServiceCollection services) => services.Configure<RateLimiterOptions>(options =>
        options.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter(
                AddressOf(context),
                _ => new SlidingWindowRateLimiterOptions { PermitLimit = SendingsAMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })
            : RateLimitPartition.GetNoLimiter("reading")));

    /// <summary>The address; of one in version 6 the network, as whoever holds that holds every address in it.</summary>
    private static string AddressOf(HttpContext context)
    {
        const int NetworkBytes = 8;
        var address = context.Connection.RemoteIpAddress;
        return address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes(), 0, NetworkBytes)
            : address?.ToString() ?? "";
    }
}
