using Gongkai.Platform.Accounts;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Account;

public sealed class IndexModel(AccountQueries accounts) : PageModel
{
    public OwnAccount Own { get; private set; } = null!;

    public string Name => HttpContext.Actor().Name;

    public bool HasSecondFactor => HttpContext.SignedInOrNull()!.HasSecondFactor;

    public async Task OnGetAsync(CancellationToken cancellation) => Own = await accounts.OwnAsync(HttpContext.Actor(), cancellation);
}
