using Gongkai.Law.Calendar;

namespace Gongkai.Law.Requests;

/// <summary>How a day of a period counts.</summary>
public enum DayMark
{
    /// <summary>The day from which it runs, itself not counted.</summary>
    Start,

    /// <summary>A working day that counts.</summary>
    Counted,

    /// <summary>A day of a period in which every day counts.</summary>
    EveryDay,

    /// <summary>A Saturday or Sunday that is worked, and counts.</summary>
    MakeUp,

    /// <summary>A working day that counts by the extension.</summary>
    Extended,

    /// <summary>A Saturday or Sunday.</summary>
    Weekend,

    /// <summary>A statutory or regional day off.</summary>
    Holiday,

    /// <summary>A working day on which the period stands still.</summary>
    Stopped,
}

/// <summary>One day of the explanation why a period ends when it does.</summary>
/// <param name="Day">The day.</param>
/// <param name="Mark">How it counts.</param>
/// <param name="Number">Which day of the period it is, from 1; null for a day that does not count.</param>
/// <param name="Cause">On account of which period it stands still; null otherwise.</param>
/// <param name="IsProvisional">Whether the holiday notice for its year was not known.</param>
public readonly record struct ExplainedDay(DateOnly Day, DayMark Mark, int? Number, ClockId? Cause, bool IsProvisional)
{
    /// <summary>
    /// Every day of a period from the day from which it runs to its last; where that is not known yet, to the day given.
    /// </summary>
    public static IEnumerable<ExplainedDay> Of(Clock clock, WorkingCalendar calendar, DateOnly asOf)
    {
        yield return new ExplainedDay(clock.From, DayMark.Start, null, null, calendar.IsProvisional(clock.From));
        var last = clock.LastDay ?? (clock.EndedOn ?? asOf);
        var number = 0;
        for (var day = clock.From.AddDays(1); day <= last; day = day.AddDays(1))
        {
            var provisional = calendar.IsProvisional(day);
            var kind = calendar.KindOf(day);
            if (!clock.CountsEveryDay && kind is DayKind.Weekend or DayKind.Holiday)
            {
                yield return new ExplainedDay(day, kind == DayKind.Weekend ? DayMark.Weekend : DayMark.Holiday, null, null, provisional);
                continue;
            }

            ClockId? cause = null;
            foreach (var stop in clock.Stops)
            {
                if (day > stop.After && day <= stop.Until)
                {
                    cause = stop.Cause;
                }
            }

            if (cause is not null)
            {
                yield return new ExplainedDay(day, DayMark.Stopped, null, cause, provisional);
                continue;
            }

            number++;
            var mark = clock.CountsEveryDay ? DayMark.EveryDay : number > clock.Days - clock.ExtendedBy ? DayMark.Extended : kind == DayKind.MakeUpWorkingDay ? DayMark.MakeUp : DayMark.Counted;
            yield return new ExplainedDay(day, mark, number, null, provisional);
        }
    }
}
