using Gongkai.Platform.Accounts;
using Gongkai.Platform.Search;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Search;

public sealed class IndexModel(SearchQueries search, AccountQueries accounts) : PageModel
{
    private const int MostPeople = 10;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public SearchWords Words { get; private set; } = SearchWords.Of(null);

    public FoundAtWork Found { get; private set; } = new([], [], []);

    public IReadOnlyList<AccountRow> People { get; private set; } = [];

    public bool IsNothing => Found.Agencies.Count == 0 && Found.Filings.Count == 0 && Found.Documents.Count == 0 && People.Count == 0;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        Words = SearchWords.Of(Q);
        Found = await search.AtWorkAsync(Words, actor, cancellation);
        People = Words.IsEmpty || !Gate.MayAnywhere(actor, Act.ManageAccounts) ? []
            : [.. (await accounts.ListAsync(new AccountFilter(Words.Words[0], null, null), null, actor, cancellation)).Items.Take(MostPeople)];
    }
}
