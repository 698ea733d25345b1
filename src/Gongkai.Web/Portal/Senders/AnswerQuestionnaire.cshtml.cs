using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Questionnaires;
using Gongkai.Web.Hosting;
using Gongkai.Web.Portal.Applicants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal.Senders;

/// <summary>Answers a questionnaire, once from each browser.</summary>
[EnableRateLimiting(RequestLimit.Policy)]
public sealed class AnswerQuestionnaireModel(PublicQuestionnaireQueries questionnaires, AnswerQuestionnaire answer, FloodGuard guard) : GuardedPage(guard)
{
    private const string Cookie = "gongkai-browser";

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(400);

    [BindProperty]
    public Guid Key { get; set; }

    [BindProperty]
    public List<Given> Answers { get; set; } = [];

    public PublicQuestionnaire Shown { get; private set; } = null!;

    public bool IsDone { get; private set; }

    public bool HasAnswered { get; private set; }

    public async Task<IActionResult> OnGetAsync(long questionnaire, CancellationToken cancellation)
    {
        if (!await LoadAsync(questionnaire, cancellation))
        {
            return NotFound();
        }

        HasAnswered = await answer.HasAnsweredAsync(questionnaire, Browser(), cancellation);
        Answers = [.. Shown.Text.Questions.Select(_ => new Given())];
        Key = NewKey();
        return Ask(Key);
    }

    public async Task<IActionResult> OnPostAsync(long questionnaire, CancellationToken cancellation)
    {
        if (!await LoadAsync(questionnaire, cancellation))
        {
            return NotFound();
        }

        var questions = Shown.Text.Questions;
        Answers = [.. Answers.Take(questions.Count), .. Enumerable.Range(0, Math.Max(0, questions.Count - Answers.Count)).Select(_ => new Given())];
        if (!Passes(Key))
        {
            return Ask(Key);
        }

        var given = Answers.Select((one, place) => new GivenAnswer(place, one.Chosen ?? [], Text(one.Text) is { Length: > 0 } text ? text : null)).Where(one => one.Chosen.Count > 0 || one.Text is not null).ToList();
        var faults = AnswerQuestionnaire.FaultsOf(questions, given);
        foreach (var place in faults.Missing)
        {
            ModelState.AddModelError($"q-{place}", $"请回答第 {place + 1} 题。");
        }

        foreach (var place in faults.Wrong)
        {
            ModelState.AddModelError($"q-{place}", $"第 {place + 1} 题答得不对，请重新选。");
        }

        var result = faults.IsEmpty ? await answer.RunAsync(new(questionnaire, Key, Browser(), given), cancellation) : new ParticipationResult(0, ParticipationRefusal.AnswersWrong);
        if (result.Refusal is { } refusal && refusal != ParticipationRefusal.AnsweredBefore)
        {
            if (faults.IsEmpty)
            {
                ModelState.AddModelError("", result.Message!);
            }

            return Ask(Key);
        }

        (IsDone, HasAnswered) = (result.IsDone, !result.IsDone);
        return Page();
    }

    /// <summary>What this browser was given; it says nothing of who sits before it.</summary>
    private Guid Browser()
    {
        if (Guid.TryParse(Request.Cookies[Cookie], out var known))
        {
            return known;
        }

        var made = NewKey();
        Response.Cookies.Append(Cookie, made.ToString("N"), new CookieOptions { HttpOnly = true, Path = "/questionnaires", SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, MaxAge = KeptFor });
        return made;
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellation)
    {
        if (await questionnaires.FindAsync(id, cancellation) is not { } found)
        {
            return false;
        }

        Shown = found;
        return true;
    }

    public sealed class Given
    {
        public List<int>? Chosen { get; set; }

        public string? Text { get; set; }
    }
}
