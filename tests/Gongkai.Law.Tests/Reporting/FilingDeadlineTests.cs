using Gongkai.Law.Reporting;

namespace Gongkai.Law.Tests.Reporting;

/// <summary>《政府信息公开条例》第四十九条.</summary>
public sealed class FilingDeadlineTests
{
    [Theory]
    [InlineData(2019, Filer.Department, "2020-01-31")]
    [InlineData(2023, Filer.Department, "2024-01-31")]
    [InlineData(2024, Filer.Department, "2025-01-31")]
    [InlineData(2019, Filer.Government, "2020-03-31")]
    [InlineData(2023, Filer.Government, "2024-03-31")]
    [InlineData(2024, Filer.Government, "2025-03-31")]
    public void The_last_day_lies_in_the_year_after_the_report_year(int reportYear, Filer filer, string lastDay) =>
        FilingDeadline.LastDay(reportYear, filer).ShouldBe(DateOnly.ParseExact(lastDay, "yyyy-MM-dd"));

    [Theory]
    [InlineData(2020, DayOfWeek.Sunday)]
    [InlineData(2025, DayOfWeek.Saturday)]
    public void A_weekend_does_not_move_the_day(int reportYear, DayOfWeek weekday)
    {
        var lastDay = FilingDeadline.LastDay(reportYear, Filer.Department);

        lastDay.DayOfWeek.ShouldBe(weekday);
        (lastDay.Month, lastDay.Day).ShouldBe((1, 31));
    }

    [Fact]
    public void Every_filer_has_a_last_day() =>
        Enum.GetValues<Filer>().ShouldAllBe(filer => FilingDeadline.LastDay(2024, filer).Year == 2025);
}
