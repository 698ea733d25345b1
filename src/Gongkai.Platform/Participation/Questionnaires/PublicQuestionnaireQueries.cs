using System.Globalization;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Questionnaires;

/// <summary>The one policy for what of the questionnaires is public: those released, from their first day on; results once they are released too.</summary>
internal static class PublicQuestionnairePolicy
{
    public static IQueryable<Questionnaire> PublicQuestionnaires(this GongkaiDb db, DateOnly today) =>
        db.Questionnaires.AsNoTracking().Where(questionnaire => questionnaire.Stage == ReleaseStage.Released && questionnaire.FirstDay <= today);
}

/// <summary>Questionnaires as the public reads them.</summary>
public sealed class PublicQuestionnaireQueries(GongkaiDb db, QuestionnaireTally tally, TimeProvider time)
{
    private const int PageSize = 30;

    /// <summary>A page of the list: those that end last first.</summary>
    public async Task<Page<PublicQuestionnaireLine>> ListAsync(bool? isOpen, string? after, CancellationToken cancellation)
    {
        var today = time.Today();
        var questionnaires = db.PublicQuestionnaires(today).Where(questionnaire => isOpen == null || (questionnaire.LastDay >= today) == isOpen);
        if (after?.Split('-') is [var day, var key] && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= DateOnly.MaxValue.DayNumber
            && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            var lastDay = DateOnly.FromDayNumber(number);
            questionnaires = questionnaires.Where(questionnaire => questionnaire.LastDay < lastDay || (questionnaire.LastDay == lastDay && questionnaire.Id < last));
        }

        var found = await Lines(questionnaires.OrderByDescending(questionnaire => questionnaire.LastDay).ThenByDescending(questionnaire => questionnaire.Id).Take(PageSize + 1), today).ToListAsync(cancellation);
        return new Page<PublicQuestionnaireLine>(
            [.. found.Take(PageSize)], found.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{found[PageSize - 1].LastDay.DayNumber}-{found[PageSize - 1].Id}") : null);
    }

    public Task<List<PublicQuestionnaireLine>> NewestAsync(int? agencyId, int count, CancellationToken cancellation)
    {
        var today = time.Today();
        return Lines(db.PublicQuestionnaires(today).Where(questionnaire => agencyId == null || questionnaire.AgencyId == agencyId)
            .OrderByDescending(questionnaire => questionnaire.LastDay).ThenByDescending(questionnaire => questionnaire.Id).Take(count), today).ToListAsync(cancellation);
    }

    /// <summary>A questionnaire, with its results where they are released; null where it is not public.</summary>
    public async Task<PublicQuestionnaire?> FindAsync(long id, CancellationToken cancellation)
    {
        var today = time.Today();
        if (await db.PublicQuestionnaires(today).SingleOrDefaultAsync(questionnaire => questionnaire.Id == id, cancellation) is not { } found)
        {
            return null;
        }

        var line = await Lines(db.PublicQuestionnaires(today).Where(questionnaire => questionnaire.Id == id), today).SingleAsync(cancellation);
        return new PublicQuestionnaire(line, found.Text, found.ReleasedAt!.Value, found.ResultsAt is null ? null : await tally.OfAsync(found, cancellation), found.ResultsAt is null ? "" : found.ResultsNote);
    }

    private IQueryable<PublicQuestionnaireLine> Lines(IQueryable<Questionnaire> questionnaires, DateOnly today) => questionnaires.Select(questionnaire => new PublicQuestionnaireLine(
        questionnaire.Id, questionnaire.AgencyId, db.Agencies.Where(agency => agency.Id == questionnaire.AgencyId).Select(agency => agency.ShortName ?? agency.Name).Single(),
        questionnaire.Name, questionnaire.FirstDay, questionnaire.LastDay, questionnaire.LastDay >= today, questionnaire.ResultsAt != null));
}

/// <summary>A questionnaire in a public list.</summary>
public sealed record PublicQuestionnaireLine(long Id, int AgencyId, string AgencyName, string Title, DateOnly FirstDay, DateOnly LastDay, bool IsOpen, bool HasResults);

/// <summary>A questionnaire with all that its page shows.</summary>
public sealed record PublicQuestionnaire(PublicQuestionnaireLine Line, QuestionnaireText Text, DateTimeOffset ReleasedAt, QuestionnaireResults? Results, string ResultsNote);
