using System.Globalization;
using Gongkai.Platform.Publishing;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Documents;

/// <summary>A page about one document. It is found before any handler runs; where this person may not know of it, there is no such page.</summary>
public abstract class DocumentPage(DocumentQueries documents) : PageModel
{
    public DocumentSheet Sheet { get; private set; } = null!;

    public DocumentRow Row => Sheet.Row;

    public string Here => FormattableString.Invariant($"{IndexModel.Home}/{Row.Id}");

    /// <summary>The title, or what stands in its place while there is none.</summary>
    public string Title => Row.Title.Length == 0 ? "（还没有标题）" : Row.Title;

    protected DocumentQueries Documents => documents;

    public bool Can(DocumentAction action) => Sheet.Actions.Contains(action);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        if (await documents.FindAsync(id, HttpContext.Actor(), HttpContext.RequestAborted) is not { } sheet)
        {
            context.Result = NotFound();
            return;
        }

        Sheet = sheet;
        await base.OnPageHandlerExecutionAsync(context, next);
    }
}
