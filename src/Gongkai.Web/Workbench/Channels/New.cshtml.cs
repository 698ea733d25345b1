using Gongkai.Platform.Accounts;
using Gongkai.Platform.Channels;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Channels;

/// <summary>Sets a channel up.</summary>
[Requires(Act.ManageChannels)]
[RequestSizeLimit(4_000_000)]
public sealed class NewModel(ChannelDesk desk, TimeProvider time) : ChannelFields
{
    [BindProperty(SupportsGet = true)]
    public override ChannelKind Kind { get; set; }

    /// <summary>Of this filling-in alone: sent twice, it makes one channel.</summary>
    [BindProperty]
    public Guid FormKey { get; set; }

    [BindProperty]
    public int AgencyId { get; set; }

    public override bool IsNew => true;

    public IReadOnlyList<HeldPost> Desks => IndexModel.DesksOf(HttpContext.Actor());

    /// <summary>The secret of a webhook, shown this once.</summary>
    public string? Shown { get; private set; }

    public long ChannelId { get; private set; }

    public void OnGet()
    {
        AgencyId = Desks.FirstOrDefault(post => post.AgencyId == HttpContext.Actor().AgencyId)?.AgencyId ?? Desks[0].AgencyId;
        FormKey = Guid.CreateVersion7(time.GetUtcNow());
        Input = new ChannelForm { IsAutomatic = true };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var made = await desk.SetUpAsync(AgencyId, Kind, await Input.ReadAsync(Cover, cancellation), FormKey, HttpContext.Actor(), cancellation);
        if (made.Refusal is { } refusal)
        {
            Refuse(refusal);
            return Page();
        }

        if (made.Secret is { } secret)
        {
            Response.Headers.CacheControl = "no-store";
            (Shown, ChannelId) = (secret, made.ChannelId);
            return Page();
        }

        TempData.Done("已经设置好，请测试一下。");
        return Redirect(FormattableString.Invariant($"{IndexModel.Home}/{made.ChannelId}"));
    }
}
