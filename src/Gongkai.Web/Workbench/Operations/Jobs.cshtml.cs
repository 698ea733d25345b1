using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Operations;

[Requires(Act.Operate)]
public sealed class JobsModel(JobQueries jobs, CancelJob cancel, RetryJob retry) : PageModel
{
    private static readonly Column<JobRow>[] All =
    [
        new("name", "任务", row => OperationWords.Kind(row.Kind)) { IsName = true, Width = 18 },
        new("state", "状态", row => OperationWords.Of(row.State) + (row.State == JobState.Running && row.Total > 0 ? $" {row.Done}/{row.Total}" : "")) { Kind = ColumnKind.Line },
        new("created", "开始排队", row => Time(row.CreatedAt)) { Kind = ColumnKind.Line, Width = 18 },
        new("finished", "结束", row => row.FinishedAt is { } finished ? Time(finished) : row.State == JobState.Waiting ? $"{row.RunAfter.InBeijing():MM-dd HH:mm} 执行" : "—") { Kind = ColumnKind.Line, Width = 18 },
        new("attempts", "次数", row => $"{row.Attempts} / {row.MaxAttempts}") { Kind = ColumnKind.Number, Width = 8 },
        new("node", "节点", row => row.Node ?? "") { IsUsual = false, Width = 20 },
        new("error", "出错原因", row => row.LastError ?? "") { Width = 60 },
    ];

    [BindProperty(SupportsGet = true)]
    public JobState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public Listing<JobRow> List => new("jobs", "/work/operations/jobs", All, Columns, ("state", State?.ToString()));

    public Page<JobRow> Rows { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await jobs.ListAsync(State, After, cancellation);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind ? List.File("任务", kind, await jobs.ExportAsync(State, cancellation)) : NotFound();

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellation) =>
        Told(await cancel.RunAsync(new CancelJob.Command(id), HttpContext.Actor(), cancellation), "任务已取消。");

    public async Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken cancellation) =>
        Told(await retry.RunAsync(new RetryJob.Command(id), HttpContext.Actor(), cancellation), "任务已重新排队，马上执行。");

    private RedirectToPageResult Told(OperatorRefusal? refusal, string done)
    {
        if (refusal is { } why)
        {
            TempData.Wrong(OperationWords.Of(why));
        }
        else
        {
            TempData.Done(done);
        }

        return RedirectToPage(new { State, columns = List.Chosen });
    }

    private static string Time(DateTimeOffset instant) => instant.InBeijing().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
