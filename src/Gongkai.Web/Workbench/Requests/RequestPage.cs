using System.Globalization;
using Gongkai.Platform.Requests;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>A page about one request. It is found before any handler runs; where this person may not know of it, there is no such page.</summary>
public abstract class RequestPage(RequestQueries requests) : PageModel
{
    public RequestSheet Sheet { get; private set; } = null!;

    public RequestRow Row => Sheet.Row;

    protected RequestQueries Requests => requests;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        if (await requests.FindAsync(id, HttpContext.Actor(), HttpContext.RequestAborted) is not { } sheet)
        {
            context.Result = NotFound();
            return;
        }

        Sheet = sheet;
        await base.OnPageHandlerExecutionAsync(context, next);
    }
}
