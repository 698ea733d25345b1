using Microsoft.AspNetCore.Mvc.Filters;

namespace Gongkai.Web.Hosting;

/// <summary>Pages with secrets on them stay in no cache.</summary>
internal sealed class NeverKeptFilter : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context) => context.HttpContext.Response.Headers.CacheControl = "no-store";

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
