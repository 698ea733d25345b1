using Gongkai.Platform.Accounts;
using Gongkai.Platform.Channels;
using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Channels.Printing;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Channels;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Documents;

/// <summary>The ways out of one document beside the portal: which channels, where it went, sheets and scripts to print, and what was posted and broadcast.</summary>
[Requires(Act.ViewDocuments)]
public sealed class ChannelsModel(DocumentQueries documents, DeliveryQueries deliveries, SettleDelivery settle, PostingQueries postings, PostingDesk desk, TimeProvider time) : DocumentPage(documents)
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public IReadOnlyList<ChannelChoice> Choices { get; private set; } = [];

    public IReadOnlyList<DeliveryRow> Deliveries { get; private set; } = [];

    public IReadOnlyList<PostingRow> Postings { get; private set; } = [];

    public IReadOnlyList<BoardRow> Boards { get; private set; } = [];

    public Guid FormKey { get; } = Guid.CreateVersion7(time.GetUtcNow());

    public DateOnly Today => time.Today();

    public bool MayRecord { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        Choices = await deliveries.ChoicesAsync(Row.Id, actor, cancellation);
        Deliveries = await deliveries.OfDocumentAsync(Row.Id, actor, cancellation);
        Postings = await postings.OfDocumentAsync(Row.Id, actor, cancellation);
        Boards = await postings.BoardsOfAsync(Row.AgencyId, cancellation);
        MayRecord = Gate.ScopeOf(actor, Act.WriteDocuments).Agencies.Contains(Row.AgencyId);
    }

    /// <summary>Whether a version of it can go to a channel now.</summary>
    public bool MaySend(ChannelChoice choice) => Sheet.IsPublic && choice.IsOn && !Deliveries.Any(delivery => delivery is { IsVoid: false, Event: DeliveryEvent.Published } && delivery.Version == Sheet.Version && delivery.ChannelName == choice.Name);

    public async Task<IActionResult> OnPostChooseAsync(long[] channel, CancellationToken cancellation) =>
        Answer(await settle.ChooseAsync(Row.Id, channel, HttpContext.Actor(), cancellation), "已记下，发布的时候照这样发。");

    public async Task<IActionResult> OnPostSendAsync(long channel, CancellationToken cancellation) =>
        Answer(await settle.SendAsync(Row.Id, channel, HttpContext.Actor(), cancellation), "已排队发送，一会儿刷新看结果。");

    public async Task<IActionResult> OnPostRecordAsync(PostingKind kind, long? board, string? place, DateOnly? from, DateOnly? until, Guid formKey, CancellationToken cancellation) =>
        Answer(await desk.RecordAsync(new(Row.Id, kind, board, place, from, until, formKey), HttpContext.Actor(), cancellation), "已登记。");

    public async Task<IActionResult> OnPostTakeDownAsync(long posting, DateOnly? on, CancellationToken cancellation) =>
        Answer(await desk.TakeDownAsync(posting, on, HttpContext.Actor(), cancellation), "已登记撤下。");

    public async Task<IActionResult> OnPostRetractAsync(long posting, CancellationToken cancellation) =>
        Answer(await desk.RetractAsync(posting, HttpContext.Actor(), cancellation), "误录的已经去掉，不再统计。");

    /// <summary>A sheet for a board or a page of a handbook, as PDF.</summary>
    public async Task<IActionResult> OnGetPosterAsync(PosterSize size, [FromServices] PublicDocumentQueries open, [FromServices] Blobs blobs, [FromServices] SiteAddress site, CancellationToken cancellation)
    {
        if (await postings.PrintedAsync(Row.Id, HttpContext.Actor(), cancellation) is not { } printed)
        {
            return NotFound();
        }

        var address = FormattableString.Invariant($"{await site.FindAsync(cancellation) ?? $"{Request.Scheme}://{Request.Host}"}/documents/{Row.Id}");
        var html = PosterHtml.Of(printed, size, address, await PosterHtml.PicturesAsync(printed.Publication.Body, open, blobs, cancellation));
        if (await PagePrinting.PdfAsync(file => file.Write(System.Text.Encoding.UTF8.GetBytes(html)), null, cancellation) is { } pdf)
        {
            return File(pdf, "application/pdf", $"{printed.Publication.Title}（{(size == PosterSize.Handbook ? "手册页" : $"{size} 张贴")}）.pdf");
        }

        TempData.Wrong("这台服务器没有装浏览器程序（Chromium、Chrome 或 Edge），不能生成 PDF。请打开公开的页面，用浏览器的打印。");
        return Redirect($"{Here}/channels");
    }

    /// <summary>The broadcast script, as Word or as text.</summary>
    public async Task<IActionResult> OnGetScriptAsync(string? format, CancellationToken cancellation)
    {
        if (await postings.PrintedAsync(Row.Id, HttpContext.Actor(), cancellation) is not { } printed)
        {
            return NotFound();
        }

        var script = BroadcastScript.Of(printed);
        if (format == "txt")
        {
            return File(System.Text.Encoding.UTF8.GetBytes(script.Text), "text/plain; charset=utf-8", $"播音稿 {script.Title}.txt");
        }

        using var word = new MemoryStream();
        script.Write(word);
        return File(word.ToArray(), WordType, $"播音稿 {script.Title}.docx");
    }

    private IActionResult Answer(ChannelRefusal? refusal, string done)
    {
        if (refusal == ChannelRefusal.NotFound)
        {
            return NotFound();
        }

        if (refusal is { } refused)
        {
            TempData.Wrong(ChannelWords.Sentence(refused));
        }
        else
        {
            TempData.Done(done);
        }

        return Redirect($"{Here}/channels");
    }
}
