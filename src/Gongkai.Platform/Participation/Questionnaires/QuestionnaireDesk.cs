using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Questionnaires;

/// <summary>Writes a questionnaire; a second person opens it and, when it is over, puts its results before the public.</summary>
public sealed class QuestionnaireDesk(GongkaiDb db, ReleaseDesk desk, TextChecks checks, AuditTrail audit, TimeProvider time)
{
    public const int MostQuestions = 30;

    private const int MostOptions = 20;
    private const int LongestLine = 200;
    private const int LongestText = 4000;
    private const int LongestDays = 366;

    public Task<ParticipationResult> BeginAsync(int agencyId, Guid formKey, QuestionnaireText text, Actor actor, CancellationToken cancellation) =>
        desk.BeginAsync(new Questionnaire { AgencyId = agencyId, Text = text, Name = text.Title, FormKey = formKey }, questionnaire => Task.FromResult(Write(questionnaire, text)), actor, cancellation);

    public Task<ParticipationResult> SaveAsync(long id, QuestionnaireText text, int revision, Actor actor, CancellationToken cancellation) =>
        desk.SaveAsync(Locked(id), questionnaire => Task.FromResult(Write(questionnaire, text)), revision, actor, cancellation);

    /// <summary>Takes it one step on: to whoever releases it, back to its writer, before the public, away from there.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="action">The step.</param>
    /// <param name="remark">Why it is returned or withdrawn; why what the screening found is let stand.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellation">Ends the work.</param>
    public Task<ParticipationResult> StepAsync(long id, ReleaseAction action, string? remark, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(Locked(id), new ReleaseStep(action, remark), actor, async questionnaire => action switch
        {
            ReleaseAction.Send => Ready(questionnaire),
            ReleaseAction.Release => Ready(questionnaire) ?? TextChecks.Refuse(await HitsAsync(questionnaire, cancellation), remark),
            _ => null,
        }, cancellation);

    /// <summary>Puts the results before the public: by somebody who wrote none of the questions, when nobody can answer any more.</summary>
    public async Task<ParticipationResult> ReleaseResultsAsync(long id, string note, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await Locked(id).SingleOrDefaultAsync(cancellation) is not { } questionnaire)
        {
            return ParticipationResult.Refused(ParticipationRefusal.NotFound);
        }

        var path = await db.Agencies.Where(agency => agency.Id == questionnaire.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation);
        ParticipationRefusal? refusal = !Gate.May(actor, Act.PublishDocuments, path) ? ParticipationRefusal.NotAllowed
            : questionnaire.Stage != ReleaseStage.Released || questionnaire.ResultsAt is not null ? ParticipationRefusal.WrongState
            : questionnaire.LastDay >= time.Today() ? ParticipationRefusal.NotClosed
            : questionnaire.Writers.Contains(actor.AccountId) ? ParticipationRefusal.OwnWork
            : note.Length > LongestText ? ParticipationRefusal.TextTooLong
            : null;
        if (refusal is { } refused)
        {
            return ParticipationResult.Refused(refused);
        }

        if (TextChecks.Refuse(await checks.OfAsync(questionnaire.Name, $"<p>{System.Net.WebUtility.HtmlEncode(note)}</p>", [], cancellation), null) is { } held)
        {
            return held;
        }

        questionnaire.ResultsAt = time.GetUtcNow();
        questionnaire.ResultsByName = actor.Name;
        questionnaire.ResultsNote = note.Trim();
        await audit.RecordAsync(actor, questionnaire.AgencyId, "questionnaire.resultsReleased", questionnaire.Place, null, new { questionnaire.ResultsAt }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return ParticipationResult.Done;
    }

    internal Task<IReadOnlyList<DocumentHit>> HitsAsync(Questionnaire questionnaire, CancellationToken cancellation)
    {
        var lines = questionnaire.Text.Questions.SelectMany(question => question.Options.Prepend(question.Text)).Prepend(questionnaire.Text.Intro);
        return checks.OfAsync(questionnaire.Name, string.Concat(lines.Select(line => $"<p>{System.Net.WebUtility.HtmlEncode(line)}</p>")), [], cancellation);
    }

    private IQueryable<Questionnaire> Locked(long id) => db.Questionnaires.FromSql($"SELECT * FROM questionnaires WHERE id = {id} FOR UPDATE");

    /// <summary>Writes what was typed; not null refuses it.</summary>
    private static ParticipationRefusal? Write(Questionnaire questionnaire, QuestionnaireText text)
    {
        if (Refuse(text) is { } refusal)
        {
            return refusal;
        }

        questionnaire.Text = text with { Title = text.Title.Trim(), Intro = text.Intro.Trim() };
        questionnaire.Name = questionnaire.Text.Title;
        questionnaire.FirstDay = text.FirstDay;
        questionnaire.LastDay = text.LastDay;
        return null;
    }

    private static ParticipationRefusal? Refuse(QuestionnaireText text) =>
        string.IsNullOrWhiteSpace(text.Title) ? ParticipationRefusal.TitleMissing
        : text.Title.Length > LongestLine || text.Intro.Length > LongestText ? ParticipationRefusal.TextTooLong
        : text.LastDay < text.FirstDay || text.LastDay.DayNumber - text.FirstDay.DayNumber > LongestDays || text.FirstDay.Year is < 2000 or > 2100 ? ParticipationRefusal.DateOutOfRange
        : text.Questions.Count > MostQuestions || text.Questions.Any(IsWrong) ? ParticipationRefusal.QuestionsWrong
        : null;

    private static bool IsWrong(Question question) =>
        question.Text.Trim().Length is 0 or > LongestLine
        || (question.Kind is QuestionKind.One or QuestionKind.Several
            && (question.Options.Count is < 2 or > MostOptions || question.Options.Any(option => option.Trim().Length is 0 or > LongestLine) || question.Options.Distinct(StringComparer.Ordinal).Count() != question.Options.Count));

    private ParticipationResult? Ready(Questionnaire questionnaire) =>
        questionnaire.Text.Questions.Count == 0 ? ParticipationResult.Refused(ParticipationRefusal.QuestionsWrong)
        : questionnaire.LastDay < time.Today() ? ParticipationResult.Refused(ParticipationRefusal.FirstDayPassed)
        : null;
}
