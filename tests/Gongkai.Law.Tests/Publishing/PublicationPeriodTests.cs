using Gongkai.Law.Calendar;
using Gongkai.Law.Publishing;
using Gongkai.Law.Requests;

namespace Gongkai.Law.Tests.Publishing;

public sealed class PublicationPeriodTests
{
    private static readonly DateOnly MadeOn = new(2026, 1, 5);

    [Fact]
    public void 条例第二十六条_二十个工作日_当天不算_春节不算_调休上班算()
    {
        var clock = PublicationPeriod.Statutory.ClockOf(new DateOnly(2026, 2, 10), null, isNeeded: true, WorkingCalendar.Statutory, new DateOnly(2026, 2, 12));

        clock.LastDay.ShouldBe(WorkingCalendar.Statutory.Add(new DateOnly(2026, 2, 10), 20));
        clock.Left.ShouldBe(18);
        clock.State.ShouldBe(ClockState.Running);
        var days = ExplainedDay.Of(clock, WorkingCalendar.Statutory, new DateOnly(2026, 2, 12)).ToList();
        days.Count(day => day.Number is not null).ShouldBe(20);
        days.ShouldContain(day => day.Mark == DayMark.Holiday);
        days[^1].Day.ShouldBe(clock.LastDay!.Value);
    }

    [Fact]
    public void 预算法第十四条_二十日_周末也算()
    {
        var clock = new PublicationPeriod(20, IsCalendarDays: true).ClockOf(MadeOn, null, isNeeded: true, WorkingCalendar.Statutory, MadeOn.AddDays(21));

        clock.LastDay.ShouldBe(new DateOnly(2026, 1, 25));
        clock.State.ShouldBe(ClockState.Overdue);
        clock.Left.ShouldBe(-1);
        ExplainedDay.Of(clock, WorkingCalendar.Statutory, MadeOn).Count(day => day.Mark == DayMark.EveryDay).ShouldBe(20);
    }

    [Theory]
    [InlineData("2026-02-02", ClockState.Met)]
    [InlineData("2026-02-03", ClockState.Late)]
    public void Published_on_the_last_day_is_in_time_and_a_day_later_is_late(string publishedOn, ClockState state) =>
        PublicationPeriod.Statutory.ClockOf(MadeOn, DateOnly.Parse(publishedOn, null), isNeeded: true, WorkingCalendar.Statutory, new DateOnly(2026, 6, 1)).State.ShouldBe(state);

    [Fact]
    public void What_is_not_to_be_published_any_more_is_not_overdue() =>
        PublicationPeriod.Statutory.ClockOf(MadeOn, null, isNeeded: false, WorkingCalendar.Statutory, new DateOnly(2026, 6, 1)).State.ShouldBe(ClockState.Ended);
}
