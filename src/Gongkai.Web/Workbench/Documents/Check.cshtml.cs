using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Reviewing;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Documents;

/// <summary>机器校对: every hit with its place and reason, to be corrected, masked or let stand.</summary>
[Requires(Act.ViewDocuments)]
public sealed class CheckModel(DocumentQueries documents, DocumentHits hits, JudgeHits judge) : DocumentPage(documents)
{
    public IReadOnlyList<JudgedHit> Hits { get; private set; } = [];

    public bool MayKeep(JudgedHit hit) => hit.Kept is null && (Can(DocumentAction.Approve) || (Can(DocumentAction.Edit) && hit.Hit.Severity != Platform.Screening.Texts.ScreeningSeverity.Grave));

    public async Task OnGetAsync(CancellationToken cancellation) => Hits = await hits.OfAsync(Row.Id, HttpContext.Actor(), cancellation) ?? [];

    public async Task<IActionResult> OnPostMendAsync(string[] hit, CancellationToken cancellation) =>
        After(await judge.MendAsync(Row.Id, hit, HttpContext.Actor(), cancellation), "已改正。", "没有可以自动改的，请到编辑页改。");

    public async Task<IActionResult> OnPostCleanAsync(long file, CancellationToken cancellation) =>
        After(await judge.CleanAsync(Row.Id, file, HttpContext.Actor(), cancellation), "附件里隐藏的内容已经清理，下面是清理以后的检查结果。", "这个附件没有能自动清理的，请在电脑上改好再上传。");

    public async Task<IActionResult> OnPostKeepAsync(string hit, string? because, CancellationToken cancellation) =>
        After(await judge.KeepAsync(Row.Id, hit, because ?? "", HttpContext.Actor(), cancellation), "已记下保留的理由。", "这一处已经不在了，不用保留。");

    private RedirectResult After(DocumentResult result, string done, string nothing)
    {
        if (result.Refusal is { } refusal)
        {
            TempData.Wrong(refusal == DocumentRefusal.NotFound ? nothing : result.Message!);
        }
        else
        {
            TempData.Done(done);
        }

        return Redirect($"{Here}/check");
    }
}
