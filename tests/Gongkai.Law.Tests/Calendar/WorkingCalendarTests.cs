using FsCheck.Fluent;
using Gongkai.Law.Calendar;

namespace Gongkai.Law.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Statutory = WorkingCalendar.Statutory;

    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_as_many_working_days_as_its_notice_leaves(int year, int workingDays) =>
        Statutory.Between(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)).ShouldBe(workingDays);

    [Theory]
    [InlineData("2026-02-13", DayKind.WorkingDay)]
    [InlineData("2026-02-14", DayKind.MakeUpWorkingDay)]
    [InlineData("2026-02-16", DayKind.Holiday)]
    [InlineData("2026-03-07", DayKind.Weekend)]
    [InlineData("2020-01-31", DayKind.Holiday)]
    [InlineData("2020-02-01", DayKind.Holiday)]
    [InlineData("2020-02-03", DayKind.WorkingDay)]
    public void A_day_is_what_the_notice_says(string day, DayKind kind) => Statutory.KindOf(Date(day)).ShouldBe(kind);

    [Fact]
    public void The_notices_that_are_brought_have_no_fault() => StatutoryHolidays.Years.SelectMany(year => year.Faults()).ShouldBeEmpty();

    [Fact]
    public void A_notice_with_a_weekday_made_a_working_day_a_foreign_day_and_a_day_twice_is_told_so()
    {
        var saturday = new DateOnly(2027, 1, 2);

        var faults = new CalendarYear(2027, "通知", [new DateOnly(2026, 12, 31), saturday], [new DateOnly(2027, 1, 4), saturday]).Faults().ToArray();

        faults.Length.ShouldBe(3);
        faults.ShouldContain(fault => fault.StartsWith("2026-12-31", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.StartsWith("2027-01-04", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.StartsWith("2027-01-02", StringComparison.Ordinal));
    }

    [Fact]
    public void A_year_without_a_notice_is_provisional_until_the_notice_comes()
    {
        var newYear = new DateOnly(2027, 1, 1);
        Statutory.IsProvisional(newYear).ShouldBeTrue();
        Statutory.KindOf(newYear).ShouldBe(DayKind.Holiday);
        Statutory.Add(new DateOnly(2026, 12, 31), 1).ShouldBe(new DateOnly(2027, 1, 4));

        var told = new WorkingCalendar([.. StatutoryHolidays.Years, new CalendarYear(2027, "通知", [newYear, new DateOnly(2027, 1, 4)], [new DateOnly(2027, 1, 2)])]);

        told.IsProvisional(newYear).ShouldBeFalse();
        told.NoticeOf(newYear).ShouldBe("通知");
        told.Add(new DateOnly(2026, 12, 31), 1).ShouldBe(new DateOnly(2027, 1, 2));
    }

    [Fact]
    public void A_regional_festival_is_off_there_and_worked_elsewhere()
    {
        var festival = new DateOnly(2026, 4, 20);
        var region = new WorkingCalendar(StatutoryHolidays.Years, [new RegionalDay(festival, true, "三月三", "自治区规定")]);

        region.KindOf(festival).ShouldBe(DayKind.Holiday);
        region.RegionalRuleOf(festival)!.Name.ShouldBe("三月三");
        Statutory.KindOf(festival).ShouldBe(DayKind.WorkingDay);
    }

    [Fact]
    public void A_calendar_says_how_far_it_reaches()
    {
        Statutory.Covers(Statutory.First).ShouldBeTrue();
        Statutory.Covers(Statutory.Last).ShouldBeTrue();
        Statutory.Covers(Statutory.Last.AddDays(1)).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => Statutory.KindOf(Statutory.First.AddDays(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => Statutory.Add(Statutory.Last, 1));
    }

    [Fact]
    public void Adding_days_and_counting_them_are_each_others_opposite() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, 2900).Zip(Gen.Choose(1, 60)).ToArbitrary(),
            drawn =>
            {
                var from = new DateOnly(2019, 1, 1).AddDays(drawn.Item1);
                var last = Statutory.Add(from, drawn.Item2);
                return Statutory.IsWorkingDay(last) && Statutory.Between(from, last) == drawn.Item2;
            }));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
