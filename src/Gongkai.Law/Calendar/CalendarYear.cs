namespace Gongkai.Law.Calendar;

/// <summary>
/// The days off and the make-up working days of one year, as a notice of the State Council Office (国务院办公厅关于节假日安排的通知) gives them.
/// </summary>
/// <param name="Year">The year of the days.</param>
/// <param name="Notice">The notice or notices that they come from.</param>
/// <param name="Off">Every day that is named as a day off, weekends inside the stretch included.</param>
/// <param name="Work">The Saturdays and Sundays that are made working days.</param>
public sealed record CalendarYear(int Year, string Notice, IReadOnlyList<DateOnly> Off, IReadOnlyList<DateOnly> Work)
{
    /// <summary>
    /// What is wrong with the year's days, in Chinese; empty when nothing is. A day of another year, a make-up day on a weekday,
    /// a day in both lists.
    /// </summary>
    public IEnumerable<string> Faults()
    {
        foreach (var day in Off.Concat(Work).Where(day => day.Year != Year))
        {
            yield return $"{day:yyyy-MM-dd} 不在 {Year} 年。";
        }

        foreach (var day in Work.Where(day => !IsWeekend(day)))
        {
            yield return $"{day:yyyy-MM-dd} 不是周六、周日，不能列为调休上班日。";
        }

        foreach (var day in Off.Intersect(Work))
        {
            yield return $"{day:yyyy-MM-dd} 同时列在放假和上班两栏。";
        }
    }

    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
