using Gongkai.Platform.Operations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Letters;

/// <summary>The last day on which a letter is answered in time: working days of the agency's calendar, by what the letter is.</summary>
public sealed class LetterClock(GongkaiDb db, Calendars.Calendars calendars, InstallationSettings settings)
{
    private ParticipationRules? rules;

    internal async Task<DateOnly> DueAsync(int agencyId, LetterKind kind, DateOnly from, CancellationToken cancellation)
    {
        var found = await RulesAsync(cancellation);
        return (await calendars.OfAsync(agencyId, cancellation)).Add(from, kind == LetterKind.Question ? found.QuestionDays : found.LetterDays);
    }

    /// <summary>The day from which the period of a letter runs that is handed on today.</summary>
    internal async Task<DateOnly> HandedOnAsync(Letter letter, DateOnly today, CancellationToken cancellation) =>
        (await RulesAsync(cancellation)).BeginsAnewWhenHandedOn ? today : letter.CountedFrom;

    /// <summary>Computes the open letters anew: the calendar or the days of the rule may have changed.</summary>
    internal async Task RenewAsync(CancellationToken cancellation)
    {
        var open = Portions.ReadAsync(
            last => db.Letters.AsNoTracking().Where(letter => letter.Id > last && letter.AnsweredOn == null).OrderBy(letter => letter.Id)
                .Select(letter => new { letter.Id, letter.AgencyId, letter.Kind, letter.CountedFrom, letter.DueOn }),
            letter => letter.Id, cancellation);
        await foreach (var letter in open)
        {
            var dueOn = await DueAsync(letter.AgencyId, letter.Kind, letter.CountedFrom, cancellation);
            if (dueOn != letter.DueOn)
            {
                await db.Letters.Where(found => found.Id == letter.Id && found.AgencyId == letter.AgencyId && found.CountedFrom == letter.CountedFrom).ExecuteUpdateAsync(set => set.SetProperty(found => found.DueOn, dueOn), cancellation);
            }
        }
    }

    public async Task<ParticipationRules> RulesAsync(CancellationToken cancellation) =>
        rules ??= await settings.ReadAsync<ParticipationRules>(ParticipationRules.Setting, cancellation) ?? new ParticipationRules();
}
