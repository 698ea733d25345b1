using Gongkai.Platform.Accounts;
using Gongkai.Platform.Channels;
using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Deliveries;

/// <summary>What went out by channels, what waits, and what a person has to settle.</summary>
[Requires(Act.ViewDocuments)]
public sealed class IndexModel(DeliveryQueries deliveries, SettleDelivery settle) : PageModel
{
    public const string Home = "/work/deliveries";

    [BindProperty(SupportsGet = true)]
    public ChannelKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeliveryState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool TakeDown { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Document { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public Page<DeliveryRow> Rows { get; private set; } = new([], null);

    public bool IsWide => Gate.ScopeOf(HttpContext.Actor(), Act.ViewDocuments) is { Paths.Count: > 0 } or { Agencies.Count: > 1 };

    public bool IsFiltered => Kind is not null || State is not null || TakeDown || Agency is not null || Document is not null;

    public Listing<DeliveryRow> List => new(
        "deliveries", Home, DeliveryColumns.All(IsWide), Columns, ("kind", Kind?.ToString()), ("state", State?.ToString()), ("takeDown", TakeDown ? "true" : null),
        ("agency", Agency?.ToString(null, null)), ("document", Document?.ToString(null, null)));

    public bool MaySendTogether => Gate.MayAnywhere(HttpContext.Actor(), Act.PublishDocuments);

    private DeliveryFilter Filter => new() { Kind = Kind, State = State, MustTakeDown = TakeDown, AgencyId = Agency, DocumentId = Document };

    public bool MaySettle(DeliveryRow row) => Gate.May(HttpContext.Actor(), Act.PublishDocuments, row.AgencyPath);

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await deliveries.ListAsync(Filter, HttpContext.Actor(), After, cancellation);

    /// <summary>All that the list shows, over all its pages.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind ? List.File("渠道发送", kind, await deliveries.ExportAsync(Filter, HttpContext.Actor(), cancellation)) : NotFound();

    public async Task<IActionResult> OnPostAgainAsync(Guid id, string? reason, string? back, CancellationToken cancellation) =>
        Answer(await settle.TryAgainAsync(id, reason, HttpContext.Actor(), cancellation), "已经重新排队发送，一会儿刷新看结果。", back);

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, string? reason, string? back, CancellationToken cancellation) =>
        Answer(await settle.ConfirmAsync(id, reason, HttpContext.Actor(), cancellation), "已注明对方收到了。", back);

    public async Task<IActionResult> OnPostGiveUpAsync(Guid id, string? reason, string? back, CancellationToken cancellation) =>
        Answer(await settle.GiveUpAsync(id, reason, HttpContext.Actor(), cancellation), "已注明不再发送。", back);

    public async Task<IActionResult> OnPostTakenDownAsync(Guid id, string? reason, string? back, CancellationToken cancellation) =>
        Answer(await settle.TakenDownAsync(id, reason, HttpContext.Actor(), cancellation), "已注明那边撤下了。", back);

    private IActionResult Answer(ChannelRefusal? refusal, string done, string? back)
    {
        if (refusal == ChannelRefusal.NotFound)
        {
            return NotFound();
        }

        if (refusal is { } refused)
        {
            TempData.Wrong(ChannelWords.Sentence(refused));
        }
        else
        {
            TempData.Done(done);
        }

        return Redirect(Url.IsLocalUrl(back) ? back : Home);
    }
}
