using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Bulk;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Campaigns;

[Requires(Act.SuperviseFilings)]
[RequestSizeLimit(StartBulkReading.MostBytes + 1_000_000)]
[RequestFormLimits(MultipartBodyLengthLimit = StartBulkReading.MostBytes + 1_000_000)]
public sealed class BulkModel(CampaignQueries campaigns, BulkQueries bulk, StartBulkReading start) : PageModel
{
    public const int MostMegabytes = StartBulkReading.MostBytes / 1_000_000;
    public const int MostFiles = StartBulkReading.MostEntries;

    public CampaignLine Campaign { get; private set; } = null!;

    public IReadOnlyList<BulkLine> Uploads { get; private set; } = [];

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation) => await LoadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), "请选择一个 zip 压缩包。");
            return Page();
        }

        await using var content = Upload.OpenReadStream();
        var result = await start.RunAsync(new StartBulkReading.Command(id, Path.GetFileName(Upload.FileName), content), HttpContext.Actor(), cancellation);
        if (result.UploadId is { } upload)
        {
            return Redirect($"{CampaignAddress.Home(Campaign)}/bulk/{upload}");
        }

        ModelState.AddModelError(nameof(Upload), result.Message ?? "没有接收这个文件，请再试一次。");
        return Page();
    }

    private async Task<bool> LoadAsync(int id, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(id, HttpContext.Actor(), cancellation) is not { } board)
        {
            return false;
        }

        Campaign = board.Campaign;
        Uploads = await bulk.ListAsync(id, cancellation);
        return true;
    }
}
