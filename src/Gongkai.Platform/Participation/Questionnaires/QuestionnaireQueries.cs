using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Questionnaires;

/// <summary>What those at work read of questionnaires.</summary>
public sealed class QuestionnaireQueries(GongkaiDb db, QuestionnaireDesk desk, QuestionnaireTally tally, TimeProvider time)
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

    /// <summary>What was written to a question, a page of it: for the desk alone.</summary>
    public async Task<Page<string>?> TextsAsync(long id, int question, Actor actor, string? after, CancellationToken cancellation)
    {
        if (!await Within(actor, Act.ViewDocuments).AnyAsync(found => found.Id == id, cancellation))
        {
            return null;
        }

        var last = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var found = await db.Database.SqlQuery<WrittenAnswer>(
            $"""
            SELECT answer.id AS "Id", given->>'text' AS "Text" FROM questionnaire_answers answer, jsonb_array_elements(answer.answers) given
            WHERE answer.questionnaire_id = {id} AND (given->>'question')::integer = {question} AND given->>'text' IS NOT NULL AND answer.id > {last} ORDER BY answer.id LIMIT {PageSize + 1}
            """).ToListAsync(cancellation);
        return new Page<string>([.. found.Take(PageSize).Select(written => written.Text)], found.Count > PageSize ? found[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
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

    private IQueryable<Questionnaire> Within(Actor actor, Act act)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, act));
        return from questionnaire in db.Questionnaires.AsNoTracking() join agency in agencies on questionnaire.AgencyId equals agency.Id select questionnaire;
    }

    private IQueryable<QuestionnaireRow> Rows(IQueryable<Questionnaire> questionnaires) => questionnaires.Select(questionnaire => new QuestionnaireRow(
        questionnaire.Id, db.Agencies.Where(agency => agency.Id == questionnaire.AgencyId).Select(agency => agency.ShortName ?? agency.Name).Single(), questionnaire.Name, questionnaire.Stage, questionnaire.FirstDay, questionnaire.LastDay,
        db.QuestionnaireAnswers.Count(answer => answer.QuestionnaireId == questionnaire.Id), questionnaire.ResultsAt));

    private sealed record WrittenAnswer(long Id, string Text);
}

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
