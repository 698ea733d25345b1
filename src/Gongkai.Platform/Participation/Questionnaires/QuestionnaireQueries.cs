using System.Globalization;
using System.Runtime.CompilerServices;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Questionnaires;

/// <summary>What those at work read of questionnaires.</summary>
public sealed class QuestionnaireQueries(GongkaiDb db, QuestionnaireDesk desk, QuestionnaireTally tally, AuditTrail audit, TimeProvider time)
{
    private const int PageSize = 50;

    /// <summary>A page of the list, the newest first.</summary>
    public async Task<Page<QuestionnaireRow>> ListAsync(ReleaseStage? stage, string? text, Actor actor, string? after, CancellationToken cancellation)
    {
        var questionnaires = Within(actor, Act.ViewDocuments).Where(found => (stage == null || found.Stage == stage) && (text == null || found.Name.Contains(text)));
        if (long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            questionnaires = questionnaires.Where(questionnaire => questionnaire.Id < last);
        }

        var found = await Rows(questionnaires.OrderByDescending(questionnaire => questionnaire.Id).Take(PageSize + 1)).ToListAsync(cancellation);
        return new Page<QuestionnaireRow>([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    public async Task<QuestionnaireSheet?> FindAsync(long id, Actor actor, CancellationToken cancellation)
    {
        if (await Within(actor, Act.ViewDocuments).SingleOrDefaultAsync(found => found.Id == id, cancellation) is not { } questionnaire)
        {
            return null;
        }

        var path = await db.Agencies.AsNoTracking().Where(agency => agency.Id == questionnaire.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation);
        var isUnreleased = questionnaire.Stage is ReleaseStage.Draft or ReleaseStage.Waiting;
        return new QuestionnaireSheet
        {
            Row = await Rows(db.Questionnaires.AsNoTracking().Where(found => found.Id == id)).SingleAsync(cancellation),
            Questionnaire = questionnaire,
            Actions = ReleaseGate.Possible(questionnaire, path, actor),
            Hits = isUnreleased ? await desk.HitsAsync(questionnaire, cancellation) : [],
            Results = isUnreleased ? null : await tally.OfAsync(questionnaire, cancellation),
            MayReleaseResults = questionnaire is { Stage: ReleaseStage.Released, ResultsAt: null } && questionnaire.LastDay < time.Today()
                && Gate.May(actor, Act.PublishDocuments, path) && !questionnaire.Writers.Contains(actor.AccountId),
        };
    }

    /// <summary>What was written to a question, a page of it: for the desk alone. What looks like personal data is masked to those who may not know it.</summary>
    public async Task<Page<string>?> TextsAsync(long id, int question, Actor actor, string? after, CancellationToken cancellation)
    {
        if (await PlaceAsync(id, actor, cancellation) is not { } place)
        {
            return null;
        }

        var last = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var found = await db.Database.SqlQuery<WrittenAnswer>(
            $"""
            SELECT answer.id AS "Id", given->>'text' AS "Text" FROM questionnaire_answers answer, jsonb_array_elements(answer.answers) given
            WHERE answer.questionnaire_id = {id} AND (given->>'question')::integer = {question} AND given->>'text' IS NOT NULL AND answer.id > {last} ORDER BY answer.id LIMIT {PageSize + 1}
            """).ToListAsync(cancellation);
        return new Page<string>([.. found.Take(PageSize).Select(written => place.Show(written.Text))], found.Count > PageSize ? found[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>What each browser answered, in the order in which it came, for a file; nothing in it says whose browser it was. That it was taken out is kept in the audit trail.</summary>
    public async Task<ExportedAnswers?> ExportAsync(long id, Actor actor, CancellationToken cancellation)
    {
        if (await PlaceAsync(id, actor, cancellation) is not { } place || place.Questionnaire.Stage is ReleaseStage.Draft or ReleaseStage.Waiting)
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var count = await db.QuestionnaireAnswers.CountAsync(answer => answer.QuestionnaireId == id, cancellation);
        await audit.RecordAsync(actor, place.Questionnaire.AgencyId, "questionnaire.answersExported", place.Questionnaire.Place, null, new { Count = count }, cancellation);
        await transaction.CommitAsync(cancellation);
        return new ExportedAnswers(place.Questionnaire.Text.Questions, AnswersAsync(place, cancellation));
    }

    internal async Task<IReadOnlyList<AtHand>> AtHandAsync(Actor actor, CancellationToken cancellation)
    {
        const int most = 20;
        var (me, today) = (actor.AccountId, time.Today());
        var found = await Within(actor, Act.PublishDocuments)
            .Where(questionnaire => !questionnaire.Writers.Contains(me) && (questionnaire.Stage == ReleaseStage.Waiting || (questionnaire.Stage == ReleaseStage.Released && questionnaire.LastDay < today && questionnaire.ResultsAt == null)))
            .OrderBy(questionnaire => questionnaire.LastDay).Take(most).Select(questionnaire => new { questionnaire.Id, questionnaire.Name, questionnaire.Stage }).ToListAsync(cancellation);
        return [.. found.Select(questionnaire => new AtHand("网上调查", questionnaire.Name, FormattableString.Invariant($"/work/questionnaires/{questionnaire.Id}"), questionnaire.Stage == ReleaseStage.Waiting ? "审核发布" : "公布结果", null))];
    }

    private async IAsyncEnumerable<AnswerRow> AnswersAsync(Place place, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var questions = place.Questionnaire.Text.Questions;
        var number = 0;
        await foreach (var answer in Portions.ReadAsync(
            last => db.QuestionnaireAnswers.AsNoTracking().Where(answer => answer.QuestionnaireId == place.Questionnaire.Id && answer.Id > last).OrderBy(answer => answer.Id), answer => answer.Id, cancellation))
        {
            var given = answer.Answers.ToLookup(part => part.Question);
            yield return new AnswerRow(++number, answer.SentOn, [.. questions.Select((question, at) => string.Join('；', given[at].Select(part =>
                part.Text is { } text ? place.Show(text) : string.Join('；', part.Chosen.Select(choice => question.Choices[choice])))))]);
        }
    }

    private async Task<Place?> PlaceAsync(long id, Actor actor, CancellationToken cancellation)
    {
        if (await Within(actor, Act.ViewDocuments).SingleOrDefaultAsync(found => found.Id == id, cancellation) is not { } questionnaire)
        {
            return null;
        }

        var path = await db.Agencies.AsNoTracking().Where(agency => agency.Id == questionnaire.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation);
        return new Place(questionnaire, Gate.May(actor, Act.ViewApplicants, path));
    }

    private IQueryable<Questionnaire> Within(Actor actor, Act act)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, act));
        return from questionnaire in db.Questionnaires.AsNoTracking() join agency in agencies on questionnaire.AgencyId equals agency.Id select questionnaire;
    }

    private IQueryable<QuestionnaireRow> Rows(IQueryable<Questionnaire> questionnaires) => questionnaires.Select(questionnaire => new QuestionnaireRow(
        questionnaire.Id, db.Agencies.Where(agency => agency.Id == questionnaire.AgencyId).Select(agency => agency.ShortName ?? agency.Name).Single(), questionnaire.Name, questionnaire.Stage, questionnaire.FirstDay, questionnaire.LastDay,
        db.QuestionnaireAnswers.Count(answer => answer.QuestionnaireId == questionnaire.Id), questionnaire.ResultsAt));

    private sealed record WrittenAnswer(long Id, string Text);

    private sealed record Place(Questionnaire Questionnaire, bool MayKnow)
    {
        public string Show(string text) => MayKnow ? text : PersonalData.Mask(text);
    }
}

/// <summary>The answers of a questionnaire for a file.</summary>
public sealed record ExportedAnswers(IReadOnlyList<Question> Questions, IAsyncEnumerable<AnswerRow> Rows);

/// <summary>What one browser answered.</summary>
/// <param name="Number">Its place among them, from 1.</param>
/// <param name="SentOn">The day.</param>
/// <param name="Cells">A cell a question.</param>
public sealed record AnswerRow(int Number, DateOnly SentOn, IReadOnlyList<string> Cells);

/// <summary>A line of the list.</summary>
public sealed record QuestionnaireRow(long Id, string AgencyName, string Name, ReleaseStage Stage, DateOnly FirstDay, DateOnly LastDay, int Answers, DateTimeOffset? ResultsAt);

/// <summary>A questionnaire as those at work see it.</summary>
public sealed record QuestionnaireSheet
{
    public required QuestionnaireRow Row { get; init; }

    public required Questionnaire Questionnaire { get; init; }

    public required IReadOnlyList<ReleaseAction> Actions { get; init; }

    public required IReadOnlyList<DocumentHit> Hits { get; init; }

    /// <summary>What was answered so far; null before it was opened.</summary>
    public required QuestionnaireResults? Results { get; init; }

    public required bool MayReleaseResults { get; init; }
}
