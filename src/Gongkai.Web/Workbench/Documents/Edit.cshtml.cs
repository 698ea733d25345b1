using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Publishing.Reviewing;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Platform.Publishing.Writing;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Documents;

/// <summary>Writes a document: saved by itself, and with the button; goes on to review from here.</summary>
[Requires(Act.WriteDocuments)]
[RequestSizeLimit(Attachments.MostBytes + 8_000_000)]
[RequestFormLimits(MultipartBodyLengthLimit = Attachments.MostBytes + 8_000_000, ValueLengthLimit = 8_000_000)]
public sealed class EditModel(DocumentQueries documents, SaveDocument save, DocumentFiles files, SendToReview send, PublicDocumentQueries catalog) : DocumentPage(documents)
{
    [BindProperty]
    public DocumentForm Input { get; set; } = new();

    /// <summary>The version that the writer had before him.</summary>
    [BindProperty(Name = "version")]
    public int Version { get; set; }

    public IReadOnlyList<CatalogItem> Catalog { get; private set; } = [];

    public IReadOnlyList<DocumentRow> Policies { get; private set; } = [];

    /// <summary>What differs from what stands, where another has changed it meanwhile.</summary>
    public TextDifference? Difference { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!Sheet.Actions.Contains(DocumentAction.Edit))
        {
            TempData.Wrong(DocumentWords.Sentence(DocumentRefusal.WrongState));
            return Redirect($"{IndexModel.Home}/{Row.Id}");
        }

        Input = DocumentForm.Of(Sheet.Content);
        Version = Sheet.Version;
        return await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(bool review, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellation);
        }

        var saved = await SaveAsync(cancellation);
        if (saved.Refusal is not null)
        {
            return await WrongAsync(saved, cancellation);
        }

        Version = saved.Version;
        if (saved.LeftOut.Count > 0)
        {
            TempData.Wrong($"正文已保存，但是：{string.Join("", saved.LeftOut)}");
            return Redirect($"{Here}/edit");
        }

        if (!review)
        {
            TempData.Done("已保存。");
            return Redirect($"{IndexModel.Home}/{Row.Id}");
        }

        var sent = await send.RunAsync(Row.Id, HttpContext.Actor(), cancellation);
        if (sent.IsDone)
        {
            TempData.Done($"已送审，等{DocumentWords.Of(sent.NextReview!.Value)}。");
            return Redirect($"{IndexModel.Home}/{Row.Id}");
        }

        if (sent.Refusal == DocumentRefusal.ScreeningHits)
        {
            TempData.Wrong(sent.Message!);
            return Redirect($"{IndexModel.Home}/{Row.Id}/check");
        }

        foreach (var fault in sent.Missing)
        {
            ModelState.AddModelError(DocumentForm.FieldOf(fault), fault.Message);
        }

        if (sent.Missing.Count == 0)
        {
            ModelState.AddModelError("", sent.Message!);
        }

        return await ShowAsync(cancellation);
    }

    /// <summary>What the page saves by itself.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return new JsonResult(new { message = ModelState.Values.SelectMany(entry => entry.Errors).First().ErrorMessage }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var saved = await SaveAsync(cancellation);
        return saved.Refusal switch
        {
            null => new JsonResult(new { savedAt = saved.At, version = saved.Version, leftOut = saved.LeftOut }),
            DocumentRefusal.ChangedMeanwhile => new JsonResult(new { by = saved.By, at = saved.At, version = saved.Version }) { StatusCode = StatusCodes.Status409Conflict },
            { } refusal => new JsonResult(new { message = saved.Faults is [var fault, ..] ? fault.Message : DocumentWords.Sentence(refusal) }) { StatusCode = StatusCodes.Status422UnprocessableEntity },
        };
    }

    /// <summary>A picture that is put into the text.</summary>
    public async Task<IActionResult> OnPostPictureAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is not { Length: > 0 })
        {
            return new JsonResult(new { message = "请选择一张图片。" }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var added = await files.AddAsync(Row.Id, new SentFile(file.FileName, file.OpenReadStream), DocumentFilePurpose.Picture, HttpContext.Actor(), cancellation);
        return added.Refusal is { } refusal
            ? new JsonResult(new { message = DocumentWords.Sentence(refusal) }) { StatusCode = StatusCodes.Status422UnprocessableEntity }
            : new JsonResult(new { url = FormattableString.Invariant($"{CleanHtml.PicturePath}{added.FileId}") });
    }

    /// <summary>Shows, in a window of its own, what differs between what stands and what is written.</summary>
    public async Task<IActionResult> OnPostCompareAsync(CancellationToken cancellation)
    {
        Difference = TextDifference.Of(Sheet.Content.Body, CleanHtml.Of(Input.Body ?? ""));
        return await ShowAsync(cancellation);
    }

    private async Task<SaveDocument.Result> SaveAsync(CancellationToken cancellation) =>
        await save.RunAsync(new(Row.Id, Input.ToContent(await catalog.CatalogAsync(cancellation)), Version), HttpContext.Actor(), cancellation);

    private async Task<IActionResult> WrongAsync(SaveDocument.Result saved, CancellationToken cancellation)
    {
        foreach (var fault in saved.Faults)
        {
            ModelState.AddModelError(DocumentForm.FieldOf(fault), fault.Message);
        }

        if (saved.Refusal == DocumentRefusal.ChangedMeanwhile)
        {
            Difference = TextDifference.Of(Sheet.Content.Body, CleanHtml.Of(Input.Body ?? ""));
            Version = saved.Version;
            ModelState.Remove("version");
            ModelState.AddModelError("", $"{saved.By}刚改过这份文稿，您写的还在本页，没有丢。正文的差别列在下面；再点一次“保存”就以您写的为准，另一份在历史版本里。");
        }
        else if (saved.Faults.Count == 0)
        {
            ModelState.AddModelError("", DocumentWords.Sentence(saved.Refusal!.Value));
        }

        return await ShowAsync(cancellation);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        Catalog = await catalog.CatalogAsync(cancellation);
        Policies = await Documents.PoliciesAsync("", HttpContext.Actor(), cancellation);
        return Page();
    }
}
