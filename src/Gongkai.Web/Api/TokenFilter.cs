using Gongkai.Platform.Accounts;
using Gongkai.Platform.Tokens;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.Api;

/// <summary>Lets a request in whose token counts, as the system of that agency.</summary>
internal sealed class TokenFilter(TokenQueries tokens) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    private static readonly object Key = new();

    public static Actor ActorOf(HttpContext context) => (Actor)context.Items[Key]!;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        var given = http.Request.Headers.Authorization.ToString();
        if (!given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || await tokens.FindAsync(given[Scheme.Length..].Trim(), http.Connection.RemoteIpAddress?.ToString(), http.RequestAborted) is not { } actor)
        {
            http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
            return TypedResults.Problem("请在 Authorization 头里写“Bearer 令牌”。令牌由本机关负责人或系统管理员在工作台的“接口令牌”里发放；过期、作废的不能再用。", statusCode: StatusCodes.Status401Unauthorized, title: "令牌无效");
        }

        http.Items[Key] = actor;
        return await next(context);
    }
}
