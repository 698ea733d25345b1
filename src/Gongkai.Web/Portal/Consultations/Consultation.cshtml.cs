using Gongkai.Platform.Participation.Consultations;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Consultations;

/// <summary>A consultation as the public reads it. Never kept in memory: whether it is open changes with the day.</summary>
public sealed class ConsultationModel(PublicConsultationQueries consultations) : PageModel
{
    public PublicConsultation Shown { get; private set; } = null!;

    public HtmlString Body => new(Shown.Text.Body);

    public HtmlString FeedbackBody => new(Shown.Feedback?.Body ?? "");

    public HtmlString QrCode => QrDrawing.Of($"{Request.Scheme}://{Request.Host}/consultations/{Shown.Line.Id}", "本页的二维码");

    public async Task<IActionResult> OnGetAsync(long consultation, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        if (await consultations.FindAsync(consultation, cancellation) is not { } found)
        {
            return NotFound();
        }

        Shown = found;
        return Page();
    }
}
