using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Channels;
using Gongkai.Platform.Organizations;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Channels;

/// <summary>Which kinds of documents of an agency go to a channel by themselves.</summary>
[Requires(Act.ManageChannels)]
public sealed class KindsModel(ChannelKinds kinds, AgencyQueries agencies) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    [BindProperty]
    public Dictionary<DocumentKind, bool?> Kinds { get; set; } = [];

    public ChannelKindList List { get; private set; } = null!;

    public IReadOnlyList<AgencyRow> Agencies { get; private set; } = [];

    public int AgencyId => Agency ?? HttpContext.Actor().AgencyId;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (await kinds.ListAsync(id, AgencyId, HttpContext.Actor(), cancellation) is not { } list)
        {
            return NotFound();
        }

        List = list;
        var all = (await agencies.ListAsync(Gate.ScopeOf(HttpContext.Actor(), Act.ManageChannels), new AgencyFilter(), null, 2_000, cancellation)).Items;
        Agencies = [.. all.Where(agency => agency.Id == AgencyId || (list.IsForBelow && agency.Path.StartsWith(list.Reach, StringComparison.Ordinal)))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellation)
    {
        if (!await kinds.SetAsync(id, AgencyId, Kinds, HttpContext.Actor(), cancellation))
        {
            return NotFound();
        }

        TempData.Done("已保存，以后发布的文件照这样发；已经为单份文件选好的不变。");
        return Redirect(FormattableString.Invariant($"{IndexModel.Home}/{id}/kinds?agency={AgencyId}"));
    }
}
