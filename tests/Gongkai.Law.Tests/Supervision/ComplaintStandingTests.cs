using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;
using Gongkai.Law.Supervision;

namespace Gongkai.Law.Tests.Supervision;

/// <summary>Where a complaint stands, on the days of the local rule.</summary>
public sealed class ComplaintStandingTests
{
    private static readonly DateOnly Received = new(2026, 1, 12);

    [Fact]
    public void The_days_of_the_local_rule_are_working_days_from_the_receipt()
    {
        var standing = Of(new DateOnly(2026, 1, 19), new ComplaintEvent(ComplaintStep.Received, Received));

        standing.Clock.LastDay.ShouldBe(new DateOnly(2026, 2, 2));
        standing.Clock.Left.ShouldBe(10);
        standing.Clock.State.ShouldBe(ClockState.Running);
        standing.IsClosed.ShouldBeFalse();
    }

    [Fact]
    public void An_answer_ends_it_in_time_or_late_and_a_withdrawal_ends_it_without_either()
    {
        var received = new ComplaintEvent(ComplaintStep.Received, Received);
        var asOf = new DateOnly(2026, 3, 2);

        Of(asOf, received, Answered(new DateOnly(2026, 2, 2))).Clock.State.ShouldBe(ClockState.Met);
        Of(asOf, received, Answered(new DateOnly(2026, 2, 3))).Clock.State.ShouldBe(ClockState.Late);
        Of(asOf, received, new ComplaintEvent(ComplaintStep.Withdrawn, new DateOnly(2026, 2, 3))).Clock.State.ShouldBe(ClockState.Ended);
        Of(asOf, received).Clock.State.ShouldBe(ClockState.Overdue);
    }

    [Fact]
    public void A_correction_reported_later_does_not_open_it_again()
    {
        var standing = Of(new DateOnly(2026, 3, 2), new ComplaintEvent(ComplaintStep.Received, Received), Answered(new DateOnly(2026, 1, 20)), new ComplaintEvent(ComplaintStep.Corrected, new DateOnly(2026, 2, 25)));

        standing.IsClosed.ShouldBeTrue();
        standing.ClosedOn.ShouldBe(new DateOnly(2026, 1, 20));
        standing.Step.ShouldBe(ComplaintStep.Corrected);
        standing.Finding.ShouldBe(ComplaintFinding.Upheld);
        standing.Measure.ShouldBe(ComplaintMeasure.Correction);
    }

    [Theory]
    [InlineData(ComplaintFinding.Upheld, true)]
    [InlineData(ComplaintFinding.PartlyUpheld, true)]
    [InlineData(ComplaintFinding.NotUpheld, false)]
    [InlineData(ComplaintFinding.OutOfScope, false)]
    public void What_is_true_is_followed_by_a_measure(ComplaintFinding finding, bool needsMeasure) => ComplaintStanding.NeedsMeasure(finding).ShouldBe(needsMeasure);

    private static ComplaintEvent Answered(DateOnly on) => new(ComplaintStep.Answered, on, ComplaintFinding.Upheld, ComplaintMeasure.Correction);

    private static ComplaintStanding Of(DateOnly asOf, params ComplaintEvent[] events) => ComplaintStanding.Of(events, 15, WorkingCalendar.Statutory, asOf);
}
