using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;

namespace Gongkai.Law.Tests.Requests;

/// <summary>When of two requests the later may be closed into the earlier.</summary>
public sealed class MergingTests
{
    private static readonly DateOnly First = new(2026, 1, 6);
    private static readonly DateOnly Second = new(2026, 1, 8);
    private static readonly DateOnly Today = new(2026, 1, 12);

    [Fact]
    public void The_later_goes_into_the_earlier_which_is_due_first() =>
        Merging.Refuse(Of(RequestEvent.Received(First)), Of(RequestEvent.Received(Second))).ShouldBeNull();

    [Fact]
    public void The_earlier_never_goes_into_the_later() =>
        Merging.Refuse(Of(RequestEvent.Received(Second)), Of(RequestEvent.Received(First))).ShouldBe(MergeBar.NotEarlier);

    [Fact]
    public void One_that_waits_for_its_confirmation_has_no_day_yet() =>
        Merging.Refuse(Of(RequestEvent.Arrived(First)), Of(RequestEvent.Received(Second))).ShouldBe(MergeBar.NotEarlier);

    [Fact]
    public void What_has_ended_takes_nothing_in() =>
        Merging.Refuse(Of(RequestEvent.Received(First), RequestEvent.Concluded(Today, Outcome.Granted)), Of(RequestEvent.Received(Second))).ShouldBe(MergeBar.AlreadyEnded);

    [Fact]
    public void Nobody_loses_a_day_by_an_extension_of_the_other_or_by_its_waiting_for_a_clarification()
    {
        Merging.Refuse(Of(RequestEvent.Received(First), RequestEvent.ExtensionNotified(Today, 10)), Of(RequestEvent.Received(Second))).ShouldBe(MergeBar.AnsweredLater);
        Merging.Refuse(Of(RequestEvent.Received(First), RequestEvent.ClarificationAsked(Today, null, 10)), Of(RequestEvent.Received(Second))).ShouldBe(MergeBar.AnsweredLater);
    }

    private static RequestTimeline Of(params RequestEvent[] events) => RequestTimeline.Of(events, WorkingCalendar.Statutory, Today);
}
