using System.Globalization;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Filings;

/// <content>The steps of a filing, each a form of the page.</content>
public sealed partial class EditorModel
{
    public async Task<IActionResult> OnPostSendToReviewAsync(int id, [FromServices] SendToReview step, CancellationToken cancellation) =>
        await AfterAsync(id, await step.RunAsync(new SendToReview.Command(id), HttpContext.Actor(), cancellation), "已送审，审核期间不能修改。", cancellation);

    public async Task<IActionResult> OnPostApproveAsync(int id, string? text, [FromServices] ApproveFiling step, CancellationToken cancellation) =>
        await AfterAsync(id, await step.RunAsync(new ApproveFiling.Command(id, text?.Trim()), HttpContext.Actor(), cancellation), "已审核通过。", cancellation);

    public async Task<IActionResult> OnPostSendBackAsync(int id, string? text, [FromServices] SendBackFiling step, CancellationToken cancellation) =>
        await AfterAsync(id, await step.RunAsync(new SendBackFiling.Command(id, text ?? ""), HttpContext.Actor(), cancellation), "已退回修改，信息员可以继续编写。", cancellation);

    public async Task<IActionResult> OnPostSignAsync(int id, [FromServices] SignFiling step, CancellationToken cancellation) =>
        await AfterAsync(id, await step.RunAsync(new SignFiling.Command(id), HttpContext.Actor(), cancellation), "已签发，接下来可以报送。", cancellation);

    public async Task<IActionResult> OnPostSubmitAsync(int id, [FromServices] SubmitFiling step, CancellationToken cancellation) =>
        await AfterAsync(id, await step.RunAsync(new SubmitFiling.Command(id), HttpContext.Actor(), cancellation), "已报送，等待主管部门接收。", cancellation);

    public async Task<IActionResult> OnPostWithdrawAsync(int id, string? text, [FromServices] WithdrawSubmission step, CancellationToken cancellation) =>
        await AfterAsync(id, await step.RunAsync(new WithdrawSubmission.Command(id, text ?? ""), HttpContext.Actor(), cancellation), "已撤回，可以继续修改。", cancellation);

    public async Task<IActionResult> OnPostAcceptAsync(int id, [FromServices] AcceptFiling step, CancellationToken cancellation) =>
        await AfterAsync(id, await step.RunAsync(new AcceptFiling.Command(id), HttpContext.Actor(), cancellation), "已接收。", cancellation);

    public async Task<IActionResult> OnPostReturnAsync(int id, string? text, [FromServices] ReturnFiling step, CancellationToken cancellation) =>
        await AfterAsync(id, await step.RunAsync(new ReturnFiling.Command(id, text ?? "", []), HttpContext.Actor(), cancellation), "已退回，对方按批注修改后会再报送。", cancellation);

    public async Task<IActionResult> OnPostPublishAsync(int id, [FromServices] PublishFiling step, CancellationToken cancellation) =>
        await AfterAsync(id, await step.RunAsync(new PublishFiling.Command(id), HttpContext.Actor(), cancellation), "已发布，公众现在就能看到。", cancellation);

    public async Task<IActionResult> OnPostBeginCorrectionAsync(int id, string? text, [FromServices] BeginCorrection step, CancellationToken cancellation) =>
        await AfterAsync(id, await step.RunAsync(new BeginCorrection.Command(id, text ?? ""), HttpContext.Actor(), cancellation), "可以更正了；更正发布之前，公众看到的仍是原来的版本。", cancellation);

    public async Task<IActionResult> OnPostFillFromLedgerAsync(int id, [FromServices] FillFromLedger fill, CancellationToken cancellation) =>
        await AfterAsync(id, await fill.RunAsync(id, HttpContext.Actor(), cancellation), "表三、表四已经按台账填好。", cancellation);

    public async Task<IActionResult> OnPostFillProactiveAsync(int id, LedgerPart[] parts, [FromServices] FillFromLedger fill, CancellationToken cancellation) =>
        await AfterAsync(id, await fill.ProactiveAsync(id, parts, HttpContext.Actor(), cancellation), parts.Length == 0 ? "表二不再按台账统计，请手工填写。" : "表二勾选的各项已经按台账填好。", cancellation);

    public async Task<IActionResult> OnPostDraftFromLedgerAsync(int id, int section, [FromServices] DraftFromLedger draft, CancellationToken cancellation) =>
        await AfterAsync(id, await draft.RunAsync(id, section, HttpContext.Actor(), cancellation), "台账的文字已经加到正文末尾，请接着改成本机关的说法。", cancellation);

    /// <summary>Takes in a file or what was pasted; without either, the file that waits for confirmation.</summary>
    public async Task<IActionResult> OnPostUploadAsync(int id, IFormFile? file, bool confirmed, [FromForm(Name = "Input")] PastedReport? pasted, [FromServices] UploadReport upload, CancellationToken cancellation)
    {
        var source = UploadedReport.Of(file, pasted?.Pasted, pasted?.PastedTable);
        if (source is null && !confirmed)
        {
            TempData.Wrong("还没有选择文件，也没有粘贴内容。请先选一个文件，或者把整份报告粘贴到框里。");
            return Redirect(Here(id));
        }

        await using var content = source?.Open();
        var result = await upload.RunAsync(new UploadReport.Command(id, source?.Name, content, confirmed), HttpContext.Actor(), cancellation);
        if (result.Refusal == FilingRefusal.NotFound)
        {
            return NotFound();
        }

        UploadedReport.Tell(TempData, source?.Name ?? "文件", result);
        return Redirect(Here(id));
    }

    private static string Here(int id) => string.Create(CultureInfo.InvariantCulture, $"/work/filings/{id}");

    private async Task<IActionResult> AfterAsync(int id, StepResult result, string done, CancellationToken cancellation)
    {
        switch (result.Refusal)
        {
            case null:
                TempData.Done(done);
                return Redirect(Here(id));
            case FilingRefusal.NotFound:
                return NotFound();
            case FilingRefusal.Hindered:
                Hindrances = result.Hindrances;
                return await ShowAsync(id, cancellation);
            default:
                TempData.Wrong(result.Message!);
                return Redirect(Here(id));
        }
    }

    public sealed record PastedReport
    {
        public string? Pasted { get; init; }

        public string? PastedTable { get; init; }
    }
}
