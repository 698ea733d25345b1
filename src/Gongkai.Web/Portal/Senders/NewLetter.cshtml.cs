using Gongkai.Platform.Organizations;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Web.Hosting;
using Gongkai.Web.Portal.Applicants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Senders;

/// <summary>Writes to an agency: a question, a suggestion, a complaint.</summary>
[EnableRateLimiting(RequestLimit.Policy)]
public sealed class NewLetterModel(SendLetter send, PublicAgencyQueries agencies, PublicDocumentQueries documents, LetterCookie cookie, FloodGuard guard) : GuardedPage(guard)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<PublicAgencyLine> Agencies { get; private set; } = [];

    /// <summary>The title of the document that it is about.</summary>
    public string? DocumentTitle { get; private set; }

    public async Task OnGetAsync(int? agency, long? document, LetterKind? kind, CancellationToken cancellation)
    {
        Input = new Form { Key = NewKey(), Agency = agency, Document = document, Kind = kind ?? LetterKind.Question, WantsPublic = true };
        await LoadAsync(cancellation);
        Input = Input with { Document = DocumentTitle is null ? null : document };
        Ask(Input.Key);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!Passes(Input.Key))
        {
            return Ask(Input.Key);
        }

        var sent = await send.RunAsync(
            new(Input.Key, Input.Agency ?? 0, Input.Kind, Text(Input.Subject), Text(Input.Content), Input.WantsPublic, HttpContext.Connection.RemoteIpAddress?.ToString())
            {
                Name = Text(Input.Name), Telephone = Text(Input.Telephone), Email = Text(Input.Email), DocumentId = Input.Document,
            },
            cancellation);
        if (sent.Refusal is { } refusal)
        {
            var (field, sentence) = Explain(refusal);
            ModelState.AddModelError(field, sentence);
            return Ask(Input.Key);
        }

        cookie.Write(HttpContext, sent.Key!);
        return Redirect(sent.IsNew ? "/letters/track?sent=true" : "/letters/track?sent=false");
    }

    private static (string Field, string Sentence) Explain(ParticipationRefusal refusal) => refusal switch
    {
        ParticipationRefusal.TitleMissing => ("Input.Subject", "请用几个字写明是什么事。"),
        ParticipationRefusal.TextMissing => ("Input.Content", "请写您要说的内容。"),
        ParticipationRefusal.TextTooLong => ("Input.Content", "内容太长，请缩短后再提交。"),
        ParticipationRefusal.ContactWrong => ("Input.Email", ParticipationWords.Sentence(refusal)),
        ParticipationRefusal.NoSuchAgency => ("Input.Agency", "请选择写给哪个机关。"),
        _ => ("", ParticipationWords.Sentence(refusal)),
    };

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Agencies = [.. (await agencies.ListAsync(null, null, cancellation)).Items.Where(agency => KindDefaults.Of(agency.Kind).TakesRequests && agency.ValidTo is null)];
        DocumentTitle = Input.Document is { } id && await documents.FindAsync(id, cancellation) is { } document ? document.Publication.Title : null;
    }

    public sealed record Form
    {
        public Guid Key { get; init; }

        public int? Agency { get; init; }

        public LetterKind Kind { get; init; }

        public string? Subject { get; init; }

        public string? Content { get; init; }

        public bool WantsPublic { get; init; }

        public long? Document { get; init; }

        public string? Name { get; init; }

        public string? Telephone { get; init; }

        public string? Email { get; init; }
    }
}
