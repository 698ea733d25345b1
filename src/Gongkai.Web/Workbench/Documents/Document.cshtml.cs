using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Normative;
using Gongkai.Platform.Publishing.Releasing;
using Gongkai.Platform.Publishing.Reviewing;
using Gongkai.Platform.Publishing.Writing;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Documents;

/// <summary>A document: what it is, what can be done now, and what happened.</summary>
[Requires(Act.ViewDocuments)]
[RequestSizeLimit(Attachments.MostBytes + 1_000_000)]
[RequestFormLimits(MultipartBodyLengthLimit = Attachments.MostBytes + 1_000_000)]
public sealed class DocumentModel(DocumentQueries documents, SendToReview send, PublishDocument publish, WithdrawDocument withdraw, LookAgain look) : DocumentPage(documents)
{
    public ClockFace? Clock => Sheet.Clock is { } clock ? ClockFace.Alone(clock, Sheet.Calendar, Sheet.AsOf) : null;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellation)
    {
        var sent = await send.RunAsync(Row.Id, HttpContext.Actor(), cancellation);
        if (sent.Refusal is DocumentRefusal.Incomplete)
        {
            TempData.Wrong(string.Join("", sent.Missing.Select(fault => fault.Message)));
            return Redirect($"{Here}/edit");
        }

        return sent.Refusal == DocumentRefusal.ScreeningHits ? After(sent, "", "/check") : After(sent, $"已送审，等{(sent.NextReview is { } next ? DocumentWords.Of(next) : "审核")}。");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(string? reason, CancellationToken cancellation) =>
        After(await send.TakeBackAsync(Row.Id, reason ?? "", HttpContext.Actor(), cancellation), "已撤回，可以修改，改完再送审。");

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancellation) =>
        After(await publish.RunAsync(Row.Id, HttpContext.Actor(), cancellation), "已发布，公开网站上马上能看到。");

    public async Task<IActionResult> OnPostScheduleAsync(DateTime? at, CancellationToken cancellation)
    {
        if (at is not { } time)
        {
            TempData.Wrong("请填发布的日期和时间。");
            return Redirect(Here);
        }

        return After(
            await publish.ScheduleAsync(Row.Id, new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), TimeSpan.FromHours(8)), HttpContext.Actor(), cancellation), $"将在 {time:yyyy-MM-dd HH:mm} 自动发布。");
    }

    public async Task<IActionResult> OnPostUnscheduleAsync(CancellationToken cancellation) =>
        After(await publish.UnscheduleAsync(Row.Id, HttpContext.Actor(), cancellation), "已取消定时，文件仍在待发布。");

    public async Task<IActionResult> OnPostCorrectAsync(string? reason, CancellationToken cancellation)
    {
        var begun = await withdraw.CorrectAsync(Row.Id, reason ?? "", HttpContext.Actor(), cancellation);
        return After(begun, Sheet.IsPublic ? "可以更正了；发布更正稿以前，公开网站上还是原来的内容。" : "可以修改了，改完再送审。", begun.IsDone ? "/edit" : "");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string? reason, CancellationToken cancellation) =>
        After(await withdraw.RunAsync(Row.Id, reason ?? "", HttpContext.Actor(), cancellation), "已从公开网站撤下。");

    public async Task<IActionResult> OnPostDiscardAsync(string? reason, CancellationToken cancellation) =>
        After(await withdraw.DiscardAsync(Row.Id, reason ?? "", HttpContext.Actor(), cancellation), "文稿已经作废，需要时还能重新修改。");

    public async Task<IActionResult> OnPostValidityAsync(ValidityChange to, DateOnly? on, string? by, [FromServices] ChangeValidity validity, CancellationToken cancellation) =>
        After(await validity.RunAsync(Row.Id, new(to, on, by ?? ""), HttpContext.Actor(), cancellation), "有效性已经更新，公开网站、列表和统计都按新的算。");

    public async Task<IActionResult> OnPostFileAsync(DateOnly? on, string? with, [FromServices] KeepProcedure procedure, CancellationToken cancellation) =>
        After(await procedure.FileAsync(Row.Id, on, with ?? "", HttpContext.Actor(), cancellation), "备案已登记。");

    public async Task<IActionResult> OnPostLookAsync(string? reason, CancellationToken cancellation) =>
        After(await look.KeepAsync(Row.Id, reason ?? "", HttpContext.Actor(), cancellation), "已记下这次重新审查：继续不公开。");

    public async Task<IActionResult> OnPostOpenUpAsync(string? reason, CancellationToken cancellation)
    {
        var opened = await look.PublishAsync(Row.Id, reason ?? "", HttpContext.Actor(), cancellation);
        return After(opened, "已转为主动公开，补齐内容以后送审。", opened.IsDone ? "/edit" : "");
    }

    public async Task<IActionResult> OnPostSettleAsync(long remark, [FromServices] ReviewDocument review, CancellationToken cancellation) =>
        After(await review.SettleAsync(Row.Id, remark, HttpContext.Actor(), cancellation), "批注已标为处理完。");

    public async Task<IActionResult> OnPostAttachAsync(List<IFormFile> files, [FromServices] DocumentFiles adding, CancellationToken cancellation)
    {
        var wrong = new List<string>();
        foreach (var file in files.Where(file => file.Length > 0))
        {
            if ((await adding.AddAsync(Row.Id, new SentFile(file.FileName, file.OpenReadStream), DocumentFilePurpose.Attachment, HttpContext.Actor(), cancellation)).Refusal is { } refusal)
            {
                wrong.Add($"{file.FileName}：{DocumentWords.Sentence(refusal)}");
            }
        }

        if (wrong.Count > 0)
        {
            TempData.Wrong(string.Join("", wrong));
        }
        else if (files.Count == 0)
        {
            TempData.Wrong("请先选择文件。");
        }
        else
        {
            TempData.Done("附件已添加。");
        }

        return Redirect(Here);
    }

    public async Task<IActionResult> OnPostDetachAsync(long file, [FromServices] DocumentFiles removing, CancellationToken cancellation)
    {
        if ((await removing.RemoveAsync(Row.Id, file, HttpContext.Actor(), cancellation)).Refusal is { } refusal)
        {
            TempData.Wrong(DocumentWords.Sentence(refusal));
        }
        else
        {
            TempData.Done("附件已删去，历史版本里还在。");
        }

        return Redirect(Here);
    }

    private IActionResult After(DocumentResult result, string done, string onward = "")
    {
        if (result.Refusal == DocumentRefusal.NotFound)
        {
            return NotFound();
        }

        if (result.Message is { } message)
        {
            TempData.Wrong(message);
        }
        else
        {
            TempData.Done(done);
        }

        return Redirect(Here + onward);
    }
}
