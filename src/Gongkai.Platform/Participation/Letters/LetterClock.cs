using Gongkai.Platform.Operations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Letters;

/// <summary>The last day on which a letter is answered in time: working days of the agency's calendar, by what the letter is.</summary>
public sealed class LetterClock(GongkaiDb db, Calendars.Calendars calendars, InstallationSettings settings)
{
    private ParticipationRules? rules;

    internal async Task<DateOnly> DueAsync(int agencyId, LetterKind kind, DateOnly from, CancellationToken cancellation) =>
        (await calendars.OfAsync(agencyId, cancellation)).Add(from, await DaysAsync(kind, cancellation));

    public async Task<int> DaysAsync(LetterKind kind, CancellationToken cancellation)
    {
        rules ??= await settings.ReadAsync<ParticipationRules>(ParticipationRules.Setting, cancellation) ?? new ParticipationRules();
        return kind == LetterKind.Question ? rules.QuestionDays : rules.LetterDays;
    }

    /// <summary>Computes the open letters anew: the calendar or the days of the rule may have changed.</summary>
    internal async Task RenewAsync(CancellationToken cancellation)
    {
        foreach (var letter in await db.Letters.Where(letter => letter.AnsweredOn == null).ToListAsync(cancellation))
        {
            letter.DueOn = await DueAsync(letter.AgencyId, letter.Kind, letter.CountedFrom, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
