using Gongkai.Platform.Accounts;
using Gongkai.Platform.Channels;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Channels;

/// <summary>A channel: tested, changed, switched.</summary>
[Requires(Act.ManageChannels)]
[RequestSizeLimit(4_000_000)]
public sealed class ChannelModel(ChannelQueries channels, ChannelDesk desk, TestChannel test) : ChannelFields
{
    [BindProperty]
    public uint Version { get; set; }

    public ChannelRow Row { get; private set; } = null!;

    public override ChannelKind Kind
    {
        get => Row.Kind;
        set { }
    }

    public override bool IsNew => false;

    /// <summary>The new secret of a webhook, shown this once.</summary>
    public string? Shown { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        (Input, Version) = (ChannelForm.Of(Row), Row.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        var changed = await desk.ChangeAsync(id, Version, await Input.ReadAsync(Cover, cancellation), HttpContext.Actor(), cancellation);
        if (changed.Refusal is { } refusal)
        {
            Refuse(refusal);
            return Page();
        }

        TempData.Done("已保存，请再测试一下。");
        return Redirect(Here(id));
    }

    public async Task<IActionResult> OnPostTestAsync(long id, CancellationToken cancellation)
    {
        var tested = await test.RunAsync(id, HttpContext.Actor(), cancellation);
        if (tested.Refusal is not null)
        {
            return NotFound();
        }

        if (tested.Answer is { } answer)
        {
            TempData.Wrong($"没有连通。{answer}");
        }
        else
        {
            TempData.Done("连通了，可以发送。");
        }

        return Redirect(Here(id));
    }

    public async Task<IActionResult> OnPostSwitchAsync(long id, bool on, CancellationToken cancellation)
    {
        if ((await desk.SwitchAsync(id, on, HttpContext.Actor(), cancellation)).Refusal is not null)
        {
            return NotFound();
        }

        TempData.Done(on ? "已启用。停用期间没有发的，请到“渠道发送”里重试。" : "已停用，不再发送。");
        return Redirect(Here(id));
    }

    public async Task<IActionResult> OnPostRenewAsync(long id, CancellationToken cancellation)
    {
        var renewed = await desk.RenewSecretAsync(id, HttpContext.Actor(), cancellation);
        if (renewed.Refusal is not null || !await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        ModelState.Clear();
        (Shown, Input, Version) = (renewed.Secret, ChannelForm.Of(Row), Row.Version);
        return Page();
    }

    private static string Here(long id) => FormattableString.Invariant($"{IndexModel.Home}/{id}");

    private async Task<bool> LoadAsync(long id, CancellationToken cancellation)
    {
        if (await channels.FindAsync(id, HttpContext.Actor(), cancellation) is not { } row)
        {
            return false;
        }

        Row = row;
        return true;
    }
}
