using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Platform.Publishing.Writing;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Documents;

/// <summary>拟稿: from nothing, or from a Word, WPS or PDF file that is read into text and stays with it as the original.</summary>
[Requires(Act.WriteDocuments)]
[RequestSizeLimit(DocumentImport.MostBytes + 1_000_000)]
[RequestFormLimits(MultipartBodyLengthLimit = DocumentImport.MostBytes + 1_000_000)]
public sealed class NewModel(BeginDocument begin, SaveDocument save, DocumentFiles files, TextPictures pictures) : PageModel
{
    private const int FirstVersion = 1;

    [BindProperty]
    public DocumentKind Kind { get; set; } = DocumentKind.Notice;

    [BindProperty]
    public IFormFile? Original { get; set; }

    [BindProperty]
    public Guid Key { get; set; }

    public void OnGet([FromServices] TimeProvider time) => Key = Guid.CreateVersion7(time.GetUtcNow());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        var content = new DocumentContent { Kind = Kind };
        ImportedDocument? read = null;
        if (Original is { Length: > 0 })
        {
            await using var stream = Original.OpenReadStream();
            var outcome = await DocumentImport.ReadAsync(Original.FileName, stream, cancellation);
            if (outcome.Document is null)
            {
                ModelState.AddModelError(nameof(Original), outcome.Refusal!);
                return Page();
            }

            read = outcome.Document;
            content = Read(content, read);
        }

        var begun = await begin.RunAsync(new(actor.AgencyId, content, Key), actor, cancellation);
        if (!begun.IsDone)
        {
            ModelState.AddModelError("", begun.Missing is [var fault, ..] ? fault.Message : begun.Message!);
            return Page();
        }

        if (read is not null)
        {
            await files.AddAsync(begun.DocumentId, new SentFile(Original!.FileName, Original.OpenReadStream), DocumentFilePurpose.Original, actor, cancellation);
            var placed = await pictures.PlaceAsync(begun.DocumentId, read.Html, read.Pictures, actor, cancellation);
            if (read.Pictures.Count > 0)
            {
                await save.RunAsync(new(begun.DocumentId, content with { Body = placed.Html }, FirstVersion), actor, cancellation);
            }

            TempData.Tell($"已从文件读入，请逐项核对。{string.Join("", [.. read.Notes, .. placed.LeftOut])}");
        }

        return Redirect($"{IndexModel.Home}/{begun.DocumentId}/edit");
    }

    private static DocumentContent Read(DocumentContent content, ImportedDocument read) => content with
    {
        Title = read.Title[..Math.Min(read.Title.Length, DocumentFault.LongestTitle)],
        Number = read.Number ?? "",
        MadeOn = read.MadeOn,
        Body = read.Html,
        Attribute = read.Mark ?? DisclosureAttribute.Proactive,
    };
}
