using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>转出的申请: what came to the wrong counter, and where it went.</summary>
[Requires(Act.HandleRequests)]
public sealed class PassedModel(RequestQueries requests) : PageModel
{
    public IReadOnlyList<PassedOn> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await requests.PassedOnAsync(HttpContext.Actor(), cancellation);
}
