using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Web.Hosting;
using Gongkai.Web.Portal.Applicants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Senders;

/// <summary>Says what one thinks of a draft; shows the receipt on the same page, however often it is sent.</summary>
[EnableRateLimiting(RequestLimit.Policy)]
public sealed class CommentModel(PublicConsultationQueries consultations, SendComment send, FloodGuard guard) : GuardedPage(guard)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public PublicConsultation Shown { get; private set; } = null!;

    public SendComment.Receipt? Receipt { get; private set; }

    public async Task<IActionResult> OnGetAsync(long consultation, CancellationToken cancellation)
    {
        if (!await LoadAsync(consultation, cancellation))
        {
            return NotFound();
        }

        Input = new Form { Key = NewKey() };
        return Ask(Input.Key);
    }

    public async Task<IActionResult> OnPostAsync(long consultation, CancellationToken cancellation)
    {
        if (!await LoadAsync(consultation, cancellation))
        {
            return NotFound();
        }

        if (!Passes(Input.Key))
        {
            return Ask(Input.Key);
        }

        var sent = await send.RunAsync(new(consultation, Input.Key, Text(Input.About), Text(Input.Content), Text(Input.Name), Text(Input.Contact)), cancellation);
        if (sent.Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal is ParticipationRefusal.TextMissing or ParticipationRefusal.TextTooLong ? "Input.Content" : "", refusal == ParticipationRefusal.TextMissing ? "请写您的意见。" : ParticipationWords.Sentence(refusal));
            return Ask(Input.Key);
        }

        Receipt = sent.Receipt;
        return Page();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellation)
    {
        if (await consultations.FindAsync(id, cancellation) is not { } found)
        {
            return false;
        }

        Shown = found;
        return true;
    }

    public sealed record Form
    {
        public Guid Key { get; init; }

        public string? About { get; init; }

        public string? Content { get; init; }

        public string? Name { get; init; }

        public string? Contact { get; init; }
    }
}
