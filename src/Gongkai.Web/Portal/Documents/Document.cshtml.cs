using Gongkai.Platform.Participation;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Documents;

/// <summary>A document as the public reads it.</summary>
public sealed class DocumentModel(PublicDocumentQueries documents, PublicParticipation participation, TimeProvider time) : PageModel
{
    public PublicDocument Shown { get; private set; } = null!;

    public HtmlString Text { get; private set; } = HtmlString.Empty;

    public ParticipationLines Participation { get; private set; } = null!;

    public DateOnly Today => time.Today();

    public HtmlString QrCode => QrDrawing.Of($"{Request.Scheme}://{Request.Host}/documents/{Shown.Publication.DocumentId}", "本页的二维码");

    public async Task<IActionResult> OnGetAsync(long document, CancellationToken cancellation)
    {
        if (await documents.FindAsync(document, cancellation) is not { } found)
        {
            return NotFound();
        }

        Shown = found;
        Participation = await participation.OfDocumentAsync(document, cancellation);
        var cited = Citations.Of(found.Publication.Body);
        Text = Citations.Linked(found.Publication.Body, found.Publication.Number, cited.Count == 0 ? new Dictionary<string, long>() : await documents.CitedAsync(cited, cancellation));
        return Page();
    }
}
