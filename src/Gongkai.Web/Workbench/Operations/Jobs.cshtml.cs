using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Operations;

[Requires(Act.Operate)]
public sealed class JobsModel(JobQueries jobs, CancelJob cancel, RetryJob retry) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public JobState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<JobRow> Rows { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await jobs.ListAsync(State, After, cancellation);

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellation) =>
        Told(await cancel.RunAsync(new CancelJob.Command(id), HttpContext.Actor(), cancellation), "任务已取消。");

    public async Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken cancellation) =>
        Told(await retry.RunAsync(new RetryJob.Command(id), HttpContext.Actor(), cancellation), "任务已重新排队，马上执行。");

    public string Link(string? after) =>
        "/work/operations/jobs?state=" + State + (after is null ? "" : "&after=" + Uri.EscapeDataString(after));

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

        return RedirectToPage(new { State });
    }
}
