using Gongkai.Law.Calendar;
using Gongkai.Law.Disputes;
using Gongkai.Law.Requests;

namespace Gongkai.Law.Tests.Disputes;

public sealed class DisputeClockTests
{
    [Theory]
    [InlineData(DisputeStep.Accepted, "2026-05-15")]
    [InlineData(DisputeStep.AcceptedSummarily, "2026-05-09")]
    public void 被申请人十个或五个工作日内书面答复(DisputeStep accepted, string last)
    {
        var clocks = Of("2026-05-06", (accepted, "2026-04-24"), (DisputeStep.CopyReceived, "2026-04-29"));

        clocks.Single(clock => clock.Period.Begins == DisputeStep.CopyReceived).LastDay.ShouldBe(Day(last));
    }

    [Fact]
    public void 起诉状副本之日起十五日内提交答辩状_最后一日放假的顺延()
    {
        var clock = Of("2026-05-20", (DisputeStep.ComplaintReceived, "2026-04-17")).ShouldHaveSingleItem();

        clock.LastDay.ShouldBe(Day("2026-05-06"));
        clock.State.ShouldBe(ClockState.Overdue);
        Of("2026-05-20", (DisputeStep.ComplaintReceived, "2026-04-17"), (DisputeStep.DefenceGiven, "2026-05-06")).Single(found => found.Period.Begins == DisputeStep.ComplaintReceived)
            .State.ShouldBe(ClockState.Met);
    }

    [Fact]
    public void 复议决定六十日_延长三十日_简易程序三十日()
    {
        Of("2026-06-01", (DisputeStep.Accepted, "2026-04-01")).ShouldHaveSingleItem().LastDay.ShouldBe(Day("2026-06-01"));
        Of("2026-06-01", (DisputeStep.Accepted, "2026-04-01"), (DisputeStep.Prolonged, "2026-05-20")).ShouldHaveSingleItem().LastDay.ShouldBe(Day("2026-06-30"));
        Of("2026-06-01", (DisputeStep.AcceptedSummarily, "2026-04-01")).ShouldHaveSingleItem().LastDay.ShouldBe(Day("2026-05-06"));
    }

    [Fact]
    public void A_right_to_appeal_that_was_not_used_has_ended_and_is_not_overdue() =>
        Of("2026-06-01", (DisputeStep.JudgmentReceived, "2026-04-01")).ShouldHaveSingleItem().State.ShouldBe(ClockState.Ended);

    [Fact]
    public void Every_result_falls_into_one_column_and_none_is_pending()
    {
        Enum.GetValues<DisputeResult>().Select(result => DisputeBuckets.Of(result)).ShouldAllBe(bucket => bucket != DisputeBucket.Pending);
        DisputeBuckets.Of(null).ShouldBe(DisputeBucket.Pending);
    }

    private static IReadOnlyList<DisputeClock> Of(string asOf, params (DisputeStep Step, string On)[] events) =>
        DisputeClocks.Of(events.Select(happened => new DisputeEvent(happened.Step, Day(happened.On))), WorkingCalendar.Statutory, Day(asOf));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
