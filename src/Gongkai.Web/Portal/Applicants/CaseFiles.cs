using System.Text;
using Gongkai.Law.Requests;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Applicants;
using Gongkai.Platform.Storage;
using Gongkai.Web.Shared;

namespace Gongkai.Web.Portal.Applicants;

/// <summary>What an applicant takes home from the own case: papers, supplied files, the receipt, the days for the calendar.</summary>
public static class CaseFiles
{
    private const string Track = "/request/track";

    public static void MapCaseFiles(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        own.MapGet("/request/track/papers/{id:long}", (long id, OwnRequestQueries requests, Blobs blobs, CaseCookie cookie, HttpContext context, CancellationToken cancellation) =>
            SendAsync(context, blobs, cookie, key => requests.PaperAsync(key, id, cancellation)));
        own.MapGet("/request/track/files/{id:long}", (long id, OwnRequestQueries requests, Blobs blobs, CaseCookie cookie, HttpContext context, CancellationToken cancellation) =>
            SendAsync(context, blobs, cookie, key => requests.FileAsync(key, id, cancellation)));
        own.MapGet("/request/track/calendar.ics", CalendarAsync);
        own.MapGet("/request/receipt.txt", ReceiptAsync);
    }

    private static async Task<IResult> SendAsync(HttpContext context, Blobs blobs, CaseCookie cookie, Func<CaseKey, Task<Blob?>> find)
    {
        context.Response.Headers.CacheControl = "no-store";
        return cookie.Read(context) is not { } key ? TypedResults.Redirect(Track)
            : await find(key) is not { } blob ? TypedResults.NotFound()
            : TypedResults.Stream(output => blobs.CopyToAsync(blob.Id, output, context.RequestAborted), blob.ContentType, blob.Name);
    }

    private static async Task<IResult> CalendarAsync(OwnRequestQueries requests, CaseCookie cookie, TimeProvider time, HttpContext context, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (cookie.Read(context) is not { } key || await requests.FindAsync(key, cancellation) is not { } own)
        {
            return TypedResults.Redirect(Track);
        }

        var receipt = own.Timeline.Stage == RequestStage.AwaitingConfirmation ? await requests.ReceiptAsync(key, cancellation) : null;
        return File(CalendarFile.Of(DaysOf(own, receipt, key.RequestId), time.GetUtcNow()), "text/calendar; charset=utf-8", $"{own.Number}.ics", bom: false);
    }

    private static IEnumerable<CalendarDay> DaysOf(OwnRequest own, OwnReceipt? receipt, long id)
    {
        var about = $"政府信息公开申请 {own.Number}，受理机关：{own.Agency.Name}";
        if (receipt is not null)
        {
            yield return new CalendarDay($"{id}-answer", receipt.Reckoning.Next, $"申请 {own.Number} 答复截止日（估算）", $"{about}。按受理机关在{DayWords.Of(receipt.Reckoning.NextConfirmation)}确认收到计算。");
        }

        if (own.Timeline is { Stage: not RequestStage.Concluded, Answer.LastDay: { } due })
        {
            yield return new CalendarDay($"{id}-answer", due, $"申请 {own.Number} 答复截止日", about);
        }

        foreach (var clock in own.Timeline.Clocks.Where(clock => clock.EndedOn is null && clock.Id is ClockId.Clarification or ClockId.Payment or ClockId.Reason))
        {
            if (clock.LastDay is { } last)
            {
                yield return new CalendarDay($"{id}-{clock.Id}", last, $"申请 {own.Number}：{RequestWords.Of(clock.Id)}的最后一天", about);
            }
        }

        foreach (var (remedy, index) in own.Remedies.Select((remedy, index) => (remedy, index)))
        {
            yield return new CalendarDay($"{id}-remedy-{index}", remedy.LastDay, $"申请 {own.Number}：{remedy.Name}的最后一天", $"{about}。{remedy.Why}。以答复书上写明的为准。");
        }
    }

    private static async Task<IResult> ReceiptAsync(OwnRequestQueries requests, CaseCookie cookie, HttpContext context, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (cookie.Read(context) is not { } key || await requests.ReceiptAsync(key, cancellation) is not { } receipt)
        {
            return TypedResults.Redirect(Track);
        }

        var reckoning = receipt.Reckoning;
        string[] lines =
        [
            "政府信息公开申请回执",
            "",
            $"登记号：{receipt.Number}",
            $"查询码：{receipt.Code ?? "已经补发，以补发的为准"}",
            $"受理机关：{receipt.AgencyName}",
            $"提交时间：{receipt.SentAt.InBeijing():yyyy-MM-dd HH:mm}",
            $"要什么信息：{receipt.Wanted}",
            $"怎么提供：{RequestWords.Of(receipt.Carrier)}，{RequestWords.Of(receipt.Supply)}",
            .. receipt.Files.Select(file => $"附件：{file}"),
            "",
            reckoning.IsConfirmed
                ? $"答复截止日：{DayWords.Of(reckoning.First)}"
                : $"答复截止日：{DayWords.Of(reckoning.FirstConfirmation)}确认收到的，是{DayWords.Of(reckoning.First)}；{DayWords.Of(reckoning.NextConfirmation)}确认的，是{DayWords.Of(reckoning.Next)}。",
            $"查询办理进度：{context.Request.Scheme}://{context.Request.Host}{Track}",
            "",
        ];
        return File(string.Join("\r\n", lines), "text/plain; charset=utf-8", $"{receipt.Number}.txt", bom: true);
    }

    private static IResult File(string text, string type, string name, bool bom) =>
        TypedResults.File(Encoding.UTF8.GetBytes(bom ? "\uFEFF" + text : text), type, name);
}
