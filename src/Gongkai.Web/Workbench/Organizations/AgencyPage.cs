using System.Globalization;
using System.Reflection;
using Gongkai.Platform.Organizations;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Organizations;

/// <summary>A page about one agency, that of the route or else the one worked in. It is found before any handler runs; where the act that the page requires does not reach it, there is no such page.</summary>
public abstract class AgencyPage(AgencyQueries agencies) : PageModel
{
    public AgencyDetails Agency { get; private set; } = null!;

    protected AgencyQueries Agencies => agencies;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var actor = HttpContext.Actor();
        var id = RouteData.Values["id"] is string text ? int.Parse(text, CultureInfo.InvariantCulture) : actor.AgencyId;
        var act = GetType().GetCustomAttribute<RequiresAttribute>()!.Act;
        if (await agencies.FindAsync(id, actor, act, HttpContext.RequestAborted) is not { } agency)
        {
            context.Result = NotFound();
            return;
        }

        Agency = agency;
        await base.OnPageHandlerExecutionAsync(context, next);
    }
}
