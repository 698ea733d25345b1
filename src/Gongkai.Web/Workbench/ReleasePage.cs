using Gongkai.Platform.Participation;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench;

/// <summary>A page about a text that one person writes and another puts before the public.</summary>
public abstract class ReleasePage : PageModel
{
    public Task<IActionResult> OnPostSendAsync(long id, CancellationToken cancellation) => DoAsync(id, ReleaseAction.Send, null, "已提交，等另一位有发布权限的人审核发布。", cancellation);

    public Task<IActionResult> OnPostTakeBackAsync(long id, CancellationToken cancellation) => DoAsync(id, ReleaseAction.TakeBack, null, "已取回，可以继续修改。", cancellation);

    public Task<IActionResult> OnPostReturnAsync(long id, string? remark, CancellationToken cancellation) => DoAsync(id, ReleaseAction.Return, remark, "已退回起草人修改。", cancellation);

    public Task<IActionResult> OnPostReleaseAsync(long id, string? remark, CancellationToken cancellation) => DoAsync(id, ReleaseAction.Release, remark, "已发布，公众现在可以看到。", cancellation);

    public Task<IActionResult> OnPostWithdrawAsync(long id, string? remark, CancellationToken cancellation) => DoAsync(id, ReleaseAction.Withdraw, remark, "已撤回，公众看不到了。", cancellation);

    /// <summary>Takes the step.</summary>
    protected abstract Task<ParticipationResult> StepAsync(long id, ReleaseAction action, string? remark, CancellationToken cancellation);

    /// <summary>Where the page stands.</summary>
    protected abstract string AddressOf(long id);

    private async Task<IActionResult> DoAsync(long id, ReleaseAction action, string? remark, string done, CancellationToken cancellation)
    {
        var result = await StepAsync(id, action, remark, cancellation);
        if (result.Refusal == ParticipationRefusal.NotFound)
        {
            return NotFound();
        }

        if (result.IsDone)
        {
            TempData.Done(done);
        }
        else
        {
            TempData.Wrong(result.Message!);
        }

        return Redirect(AddressOf(id));
    }
}
