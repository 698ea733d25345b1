using Gongkai.Platform.Messages;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Notifications;

/// <summary>What the person has been told; open to everyone who works in the program, for the own notifications.</summary>
public sealed class IndexModel(NotificationQueries notifications) : PageModel
{
    public Page<NotificationRow> Rows { get; private set; } = new([], null);

    public int Unread { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Unread = await notifications.CountUnreadAsync(HttpContext.Actor(), cancellation);
        Rows = await notifications.ListAsync(HttpContext.Actor(), After, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(Guid upTo, CancellationToken cancellation)
    {
        await notifications.MarkReadAsync(HttpContext.Actor(), upTo, cancellation);
        return Redirect("/work/notifications");
    }
}
