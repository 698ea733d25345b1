using Gongkai.Platform.Accounts;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Search.Indexing;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Operations;

[Requires(Act.Operate)]
public sealed class IndexModel(OperationQueries operations, SearchIndex search, RebuildSearch rebuild, TimeProvider time) : PageModel
{
    private const int BackupDays = 7;

    public OperationView View { get; private set; } = null!;

    public int FailedJobs => View.Jobs.GetValueOrDefault(JobState.Failed);

    public bool BackupIsOld => View.LastBackup is { } backup && time.GetUtcNow() - backup.TakenAt > TimeSpan.FromDays(BackupDays);

    /// <summary>Published documents whose words are not kept yet.</summary>
    public int WaitingForSearch { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        View = await operations.ShowAsync(cancellation);
        WaitingForSearch = await search.WaitingAsync(cancellation);
    }

    public async Task<IActionResult> OnPostRebuildAsync(CancellationToken cancellation)
    {
        if (await rebuild.RunAsync(HttpContext.Actor(), cancellation) is { } refusal)
        {
            TempData.Wrong(OperationWords.Of(refusal));
            return RedirectToPage();
        }

        TempData.Done("已经开始重建，进度见下面的任务；这期间照常可以搜索。");
        return RedirectToPage("/Workbench/Operations/Jobs");
    }
}
