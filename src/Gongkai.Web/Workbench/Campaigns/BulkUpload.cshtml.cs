using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Bulk;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Campaigns;

/// <summary>What became of the files of a zip, and the doubtful ones for a person to decide.</summary>
[Requires(Act.SuperviseFilings)]
public sealed class BulkUploadModel(BulkQueries bulk, SettleBulkEntry settle) : PageModel
{
    public BulkProgress Progress { get; private set; } = null!;

    public Page<BulkRow> Rows { get; private set; } = new([], null);

    public IReadOnlyList<BulkChoice> Choices { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public BulkState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, Guid upload, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, upload, cancellation))
        {
            return NotFound();
        }

        Rows = await bulk.EntriesAsync(upload, State, After, cancellation);
        Choices = Progress.Of(BulkState.Doubtful) > 0 ? await bulk.ChoicesAsync(id, cancellation) : [];
        return Page();
    }

    /// <summary>The bar alone, asked for again and again; once all is read, the page itself.</summary>
    public async Task<IActionResult> OnGetProgressAsync(int id, Guid upload, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, upload, cancellation))
        {
            return NotFound();
        }

        if (!Progress.IsRunning)
        {
            Response.Headers["HX-Refresh"] = "true";
        }

        return Partial("_BulkProgress", Progress);
    }

    public Task<IActionResult> OnPostChooseAsync(int id, Guid upload, int number, int? agency, CancellationToken cancellation)
    {
        if (agency is null)
        {
            TempData.Wrong("请先选定是哪个单位的报告。");
            return Task.FromResult<IActionResult>(Redirect(Link(id, upload, State)));
        }

        return SettleAsync(id, new SettleBulkEntry.Command(upload, number, agency), "已经作为该单位的草稿，请通知它核对。", cancellation);
    }

    public Task<IActionResult> OnPostPutAsideAsync(int id, Guid upload, int number, CancellationToken cancellation) =>
        SettleAsync(id, new SettleBulkEntry.Command(upload, number, null), "已经放在一边。", cancellation);

    public string Link(BulkState? state, string? after = null) => Link(Progress.Campaign.Id, Progress.Upload.Id, state, after);

    private static string Link(int campaign, Guid upload, BulkState? state, string? after = null) =>
        CampaignAddress.Query(FormattableString.Invariant($"/work/campaigns/{campaign}/bulk/{upload}"), ("state", state?.ToString()), ("after", after));

    private async Task<IActionResult> SettleAsync(int id, SettleBulkEntry.Command command, string done, CancellationToken cancellation)
    {
        switch (await settle.RunAsync(command, HttpContext.Actor(), cancellation))
        {
            case null:
                TempData.Done(done);
                break;
            case SettleBulkEntry.Refusal.NotFound:
                return NotFound();
            case SettleBulkEntry.Refusal.AlreadySettled:
                TempData.Tell("这份文件已经有人处理过了。");
                break;
            case SettleBulkEntry.Refusal.NotInCampaign:
                TempData.Wrong("这个单位不在这一年度要报的名单里，请另选一个。");
                break;
            case SettleBulkEntry.Refusal.Occupied:
                TempData.Wrong("这个单位已经有报告，没有覆盖。");
                break;
        }

        return Redirect(Link(id, command.UploadId, State));
    }

    private async Task<bool> LoadAsync(int id, Guid upload, CancellationToken cancellation)
    {
        if (await bulk.FindAsync(upload, HttpContext.Actor(), cancellation) is not { } progress || progress.Campaign.Id != id)
        {
            return false;
        }

        Progress = progress;
        return true;
    }
}
