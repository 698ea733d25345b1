using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Gongkai.Web.Hosting.Running;

/// <summary>What went wrong goes to the log once, under the reference that the person sees. The log has the pattern of the address, not what stood in it.</summary>
public sealed partial class Failures(ILogger<Failures> log) : IExceptionHandler
{
    public static string ReferenceOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is BadHttpRequestException bad)
        {
            httpContext.Response.StatusCode = bad.StatusCode;
            return ValueTask.FromResult(true);
        }

        var pattern = (httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/') ?? "";
        Failed(exception, httpContext.Request.Method, pattern, ReferenceOf(httpContext));
        return ValueTask.FromResult(false);
    }

    /// <summary>The answer of the API to a failure.</summary>
    public static Task AnswerAsync(HttpContext context)
    {
        var reference = ReferenceOf(context);
        context.Response.Headers["X-Reference"] = reference;
        return TypedResults.Problem($"系统出了故障，请求没有完成。请稍后再试；仍不行时把编号 {reference} 告诉网站管理员。", statusCode: StatusCodes.Status500InternalServerError, title: "系统故障")
            .ExecuteAsync(context);
    }

    [LoggerMessage(LogLevel.Error, "{Method} /{Pattern} failed; reference {Reference}.")]
    private partial void Failed(Exception exception, string method, string pattern, string reference);
}
