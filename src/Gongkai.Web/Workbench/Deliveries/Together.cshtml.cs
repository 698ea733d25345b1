using Gongkai.Platform.Accounts;
using Gongkai.Platform.Channels;
using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Deliveries;

/// <summary>Several documents that are public already, to an official account as one publication.</summary>
[Requires(Act.PublishDocuments)]
public sealed class TogetherModel(DeliveryQueries deliveries, SettleDelivery settle, TimeProvider time) : PageModel
{
    public const string Home = "/work/deliveries/together";

    [BindProperty(SupportsGet = true)]
    public long? Account { get; set; }

    /// <summary>The place of each document that goes along, from 1.</summary>
    [BindProperty]
    public Dictionary<long, int?> Places { get; set; } = [];

    public IReadOnlyList<ChannelChoice> Accounts { get; private set; } = [];

    public ChannelChoice? Chosen { get; private set; }

    public IReadOnlyList<TogetherRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var placed = Places.Where(place => place.Value is not null).OrderBy(place => place.Value).ToList();
        var sent = placed.DistinctBy(place => place.Value).Count() == placed.Count
            ? await settle.SendTogetherAsync(Account ?? 0, [.. placed.Select(place => place.Key)], HttpContext.Actor(), cancellation)
            : new TogetherResult(ChannelRefusal.TogetherCount, null);
        if (sent.Refusal is { } refusal)
        {
            ModelState.AddModelError("", $"{(sent.Title is { } title ? $"《{title}》" : "")}{ChannelWords.Sentence(refusal)}");
            return await ShowAsync(cancellation);
        }

        TempData.Done($"{placed.Count} 篇已合成一组排队发送，一会儿刷新看结果。");
        return Redirect(IndexModel.Home);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        Accounts = await deliveries.AccountsAsync(HttpContext.Actor(), cancellation);
        Chosen = Accounts.FirstOrDefault(account => account.ChannelId == Account) ?? (Account is null && Accounts is [var first, ..] ? first : null);
        if (Account is not null && Chosen is null)
        {
            return NotFound();
        }

        Account = Chosen?.ChannelId;
        Rows = Chosen is null ? [] : await deliveries.UnsentAsync(Chosen.ChannelId, time.Today(), HttpContext.Actor(), cancellation);
        return Page();
    }
}
