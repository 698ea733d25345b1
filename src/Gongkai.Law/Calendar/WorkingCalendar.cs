using System.Collections.Frozen;

namespace Gongkai.Law.Calendar;

/// <summary>
/// 工作日 of a region: Monday to Friday without the statutory days off, and with the weekend days that are worked to make up for them.
/// A year without a notice is counted provisionally: its weekdays without 1 January. Immutable; reading it is cheap from any thread.
/// </summary>
public sealed class WorkingCalendar
{
    private const int ProvisionalYears = 12;

    private readonly DateOnly first;
    private readonly DayKind[] kinds;
    private readonly int[] worked;
    private readonly int[] workingDayIndexes;
    private readonly FrozenDictionary<int, CalendarYear> byYear;
    private readonly FrozenDictionary<DateOnly, RegionalDay> byDay;

    /// <summary>A calendar of the years given and the region's own days. A year that is given twice counts as given last.</summary>
    public WorkingCalendar(IEnumerable<CalendarYear> years, IEnumerable<RegionalDay>? regional = null)
    {
        var last = new Dictionary<int, CalendarYear>();
        foreach (var year in years)
        {
            last[year.Year] = year;
        }

        byYear = last.ToFrozenDictionary();
        byDay = (regional ?? []).GroupBy(day => day.Day).ToFrozenDictionary(days => days.Key, days => days.Last());
        first = new DateOnly(2008, 1, 1);
        Last = new DateOnly(Math.Max(2019, last.Keys.DefaultIfEmpty(0).Max()) + ProvisionalYears, 12, 31);
        kinds = new DayKind[Last.DayNumber - first.DayNumber + 1];
        worked = new int[kinds.Length];
        var off = last.Values.SelectMany(year => year.Off).ToHashSet();
        var work = last.Values.SelectMany(year => year.Work).ToHashSet();
        var days = new List<int>(kinds.Length);
        for (var index = 0; index < kinds.Length; index++)
        {
            kinds[index] = KindOf(first.AddDays(index), off, work);
            if (kinds[index] is DayKind.WorkingDay or DayKind.MakeUpWorkingDay)
            {
                days.Add(index);
            }

            worked[index] = days.Count;
        }

        workingDayIndexes = [.. days];
    }

    /// <summary>The calendar of the State Council Office's notices alone.</summary>
    public static WorkingCalendar Statutory { get; } = new(StatutoryHolidays.Years);

    /// <summary>The first day that the calendar knows: the year in which the regulation first came into force.</summary>
    public DateOnly First => first;

    /// <summary>The last day that it knows; years after the last notice are provisional.</summary>
    public DateOnly Last { get; }

    /// <summary>Whether the calendar reaches to this day. Every other member throws <see cref="ArgumentOutOfRangeException"/> for a day that it does not.</summary>
    public bool Covers(DateOnly day) => day >= first && day <= Last;

    /// <summary>Whether the day is one on which a period of working days counts on.</summary>
    public bool IsWorkingDay(DateOnly day) => KindOf(day) is DayKind.WorkingDay or DayKind.MakeUpWorkingDay;

    /// <summary>What the day is.</summary>
    public DayKind KindOf(DateOnly day) => kinds[IndexOf(day)];

    /// <summary>Whether the notice for the day's year is not known, so that what is counted with it may still move.</summary>
    public bool IsProvisional(DateOnly day) => !byYear.ContainsKey(day.Year);

    /// <summary>The notice that the day's year comes from; null when it is provisional.</summary>
    public string? NoticeOf(DateOnly day) => byYear.GetValueOrDefault(day.Year)?.Notice;

    /// <summary>The region's own rule for the day; null where it has none.</summary>
    public RegionalDay? RegionalRuleOf(DateOnly day) => byDay.GetValueOrDefault(day);

    /// <summary>
    /// The last day of a period of working days. The day from which it runs is not counted; day 1 is the next working day (期间开始之日不计算在内).
    /// </summary>
    /// <param name="from">The day from which it runs, worked or not.</param>
    /// <param name="workingDays">Its length; 0 gives the day itself.</param>
    public DateOnly Add(DateOnly from, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        if (workingDays == 0)
        {
            return from;
        }

        var position = worked[IndexOf(from)] + workingDays - 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, workingDayIndexes.Length, nameof(workingDays));
        return first.AddDays(workingDayIndexes[position]);
    }

    /// <summary>How many working days lie after the one day and up to and with the other; negative when the other is earlier.</summary>
    public int Between(DateOnly after, DateOnly upTo) => worked[IndexOf(upTo)] - worked[IndexOf(after)];

    /// <summary>The day itself when it is worked, otherwise the next that is: where a period of calendar days ends on a day off (《民事诉讼法》第八十五条).</summary>
    public DateOnly SameOrNext(DateOnly day) => IsWorkingDay(day) ? day : Add(day, 1);

    private static DayKind Provisional(DateOnly day) =>
        day is { Month: 1, Day: 1 } ? DayKind.Holiday : CalendarYear.IsWeekend(day) ? DayKind.Weekend : DayKind.WorkingDay;

    private DayKind KindOf(DateOnly day, HashSet<DateOnly> off, HashSet<DateOnly> work)
    {
        if (byDay.TryGetValue(day, out var regional))
        {
            return regional.IsOff ? DayKind.Holiday : CalendarYear.IsWeekend(day) ? DayKind.MakeUpWorkingDay : DayKind.WorkingDay;
        }

        if (!byYear.ContainsKey(day.Year))
        {
            return Provisional(day);
        }

        return work.Contains(day) ? DayKind.MakeUpWorkingDay
            : off.Contains(day) ? DayKind.Holiday
            : CalendarYear.IsWeekend(day) ? DayKind.Weekend : DayKind.WorkingDay;
    }

    private int IndexOf(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, Last);
        return day.DayNumber - first.DayNumber;
    }
}
