using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;

namespace Gongkai.Law.Publishing;

/// <summary>How long an agency may take to publish: 20 working days from forming or changing (条例第二十六条), unless a law or the catalog sets another.</summary>
/// <param name="Days">How many days.</param>
/// <param name="IsCalendarDays">Whether every day counts, as the 20 days of 《预算法》第十四条; working days otherwise.</param>
public readonly record struct PublicationPeriod(int Days, bool IsCalendarDays = false)
{
    /// <summary>条例第二十六条.</summary>
    public static PublicationPeriod Statutory { get; } = new(20);

    /// <summary>The period of a document as it stands on a day.</summary>
    /// <param name="madeOn">The day on which it was formed or changed; itself not counted.</param>
    /// <param name="publishedOn">The day of its publication; null while it has none.</param>
    /// <param name="isNeeded">Whether it is still to be published; a document that was found not to be public ends the period.</param>
    /// <param name="calendar">The working days of the region.</param>
    /// <param name="asOf">The day, to its end.</param>
    public Clock ClockOf(DateOnly madeOn, DateOnly? publishedOn, bool isNeeded, WorkingCalendar calendar, DateOnly asOf)
    {
        var last = IsCalendarDays ? madeOn.AddDays(Days) : calendar.Add(madeOn, Days);
        var until = publishedOn ?? asOf;
        var left = IsCalendarDays ? last.DayNumber - until.DayNumber : calendar.Between(until, last);
        return new Clock
        {
            Id = ClockId.Publication,
            From = madeOn,
            Days = Days,
            CountsEveryDay = IsCalendarDays,
            LastDay = last,
            EndedOn = publishedOn,
            Left = left,
            IsProvisional = !IsCalendarDays && calendar.IsProvisional(last),
            State = publishedOn is { } day ? (day > last ? ClockState.Late : ClockState.Met)
                : !isNeeded ? ClockState.Ended
                : left < 0 || asOf > last ? ClockState.Overdue : ClockState.Running,
        };
    }
}
