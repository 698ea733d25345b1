using Gongkai.Platform.Accounts;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Operations;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Operations;

[Requires(Act.Operate)]
public sealed class IndexModel(OperationQueries operations, TimeProvider time) : PageModel
{
    private const int BackupDays = 7;

    public OperationView View { get; private set; } = null!;

    public int FailedJobs => View.Jobs.GetValueOrDefault(JobState.Failed);

    public bool BackupIsOld => View.LastBackup is { } backup && time.GetUtcNow() - backup.TakenAt > TimeSpan.FromDays(BackupDays);

    public async Task OnGetAsync(CancellationToken cancellation) => View = await operations.ShowAsync(cancellation);
}
