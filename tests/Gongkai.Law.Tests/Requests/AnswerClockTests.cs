using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;

namespace Gongkai.Law.Tests.Requests;

/// <summary>《政府信息公开条例》第三十条、第三十一条、第三十三条.</summary>
public sealed class AnswerClockTests
{
    [Theory]
    [InlineData("2026-02-13", "2026-03-02", "2026-03-19")]
    [InlineData("2026-02-14", null, "2026-03-20")]
    [InlineData("2026-02-16", null, "2026-03-20")]
    [InlineData("2026-04-30", "2026-05-13", "2026-06-01")]
    [InlineData("2025-09-26", null, "2025-10-30")]
    [InlineData("2024-12-30", null, "2025-01-27")]
    public void 收到之日起二十个工作日内答复_七个工作日内告知补正(string received, string? notice, string answer)
    {
        var timeline = Case.Of(received, RequestEvent.Received(Case.Day(received)));

        timeline.Answer!.LastDay.ShouldBe(Case.Day(answer));
        timeline.Answer.Left.ShouldBe(20);
        if (notice is not null)
        {
            timeline.Clocks.Single(clock => clock.Id == ClockId.ClarificationNotice).LastDay.ShouldBe(Case.Day(notice));
        }
    }

    [Fact]
    public void The_last_day_counts_whole_and_the_next_is_too_late()
    {
        var received = RequestEvent.Received(Case.Day("2026-02-13"));

        var inTime = Case.Of("2026-04-01", received, RequestEvent.Concluded(Case.Day("2026-03-19"), Outcome.Granted));
        var late = Case.Of("2026-04-01", received, RequestEvent.Concluded(Case.Day("2026-03-20"), Outcome.Granted));

        inTime.Answer!.State.ShouldBe(ClockState.Met);
        inTime.Breaches.ShouldBeEmpty();
        late.Answer!.State.ShouldBe(ClockState.Late);
        late.Breaches.ShouldHaveSingleItem().ShouldBe(new DatedBreach(Breach.LateAnswer, Case.Day("2026-03-20"), Case.Day("2026-03-19")));
    }

    [Fact]
    public void A_case_without_an_answer_is_overdue_from_the_day_after_its_last()
    {
        var received = RequestEvent.Received(Case.Day("2026-02-13"));

        Case.Of("2026-03-19", received).Answer!.State.ShouldBe(ClockState.Running);
        Case.Of("2026-03-19", received).Answer!.Left.ShouldBe(0);
        Case.Of("2026-03-20", received).Answer!.State.ShouldBe(ClockState.Overdue);
        Case.Of("2026-03-20", received).Answer!.Left.ShouldBe(-1);
    }

    [Fact]
    public void 补正后收到之日起答复期限重新计算()
    {
        var received = RequestEvent.Received(Case.Day("2026-04-30"));
        var asked = RequestEvent.ClarificationAsked(Case.Day("2026-05-08"), Case.Day("2026-05-11"), 10);

        var waiting = Case.Of("2026-05-15", received, asked);
        waiting.Stage.ShouldBe(RequestStage.AwaitingClarification);
        waiting.Turn.ShouldBe(Turn.Applicant);
        waiting.Answer!.State.ShouldBe(ClockState.Waiting);
        waiting.Answer.LastDay.ShouldBeNull();
        waiting.DueOn.ShouldBe(Case.Day("2026-05-25"));

        var supplied = Case.Of("2026-05-20", received, asked, RequestEvent.ClarificationSupplied(Case.Day("2026-05-20")));
        supplied.Stage.ShouldBe(RequestStage.Handling);
        supplied.Answer!.From.ShouldBe(Case.Day("2026-05-20"));
        supplied.Answer.LastDay.ShouldBe(Case.Day("2026-06-17"));
        supplied.Clocks.ShouldContain(clock => clock.Id == ClockId.Answer && clock.State == ClockState.Ended && clock.From == Case.Day("2026-04-30"));
    }

    [Fact]
    public void 补正告知超过七个工作日的_期限不中断()
    {
        var received = RequestEvent.Received(Case.Day("2026-04-30"));
        var timeline = Case.Of("2026-05-20", received, RequestEvent.ClarificationAsked(Case.Day("2026-05-14"), null, 10));

        timeline.Answer!.LastDay.ShouldBe(Case.Day("2026-06-01"));
        timeline.Answer.State.ShouldBe(ClockState.Running);
        timeline.Breaches.ShouldHaveSingleItem().ShouldBe(new DatedBreach(Breach.LateClarificationNotice, Case.Day("2026-05-14"), Case.Day("2026-05-13")));
    }

    [Fact]
    public void 补正只能告知一次()
    {
        var timeline = Case.Of(
            "2026-05-29",
            RequestEvent.Received(Case.Day("2026-04-30")),
            RequestEvent.ClarificationAsked(Case.Day("2026-05-07"), null, 10),
            RequestEvent.ClarificationSupplied(Case.Day("2026-05-11")),
            RequestEvent.ClarificationAsked(Case.Day("2026-05-13"), null, 10));

        timeline.Answer!.State.ShouldBe(ClockState.Running);
        timeline.Breaches.ShouldHaveSingleItem().Breach.ShouldBe(Breach.SecondClarificationNotice);
    }

    [Fact]
    public void 延长的期限最长二十个工作日_期限届满前告知才有效()
    {
        var received = RequestEvent.Received(Case.Day("2026-02-13"));

        Case.Of("2026-03-19", received, RequestEvent.ExtensionNotified(Case.Day("2026-03-19"), 20)).Answer!.LastDay.ShouldBe(Case.Day("2026-04-17"));
        Case.Of("2026-03-19", received, RequestEvent.ExtensionNotified(Case.Day("2026-03-19"), 30)).Answer!.Days.ShouldBe(40);

        var late = Case.Of("2026-03-20", received, RequestEvent.ExtensionNotified(Case.Day("2026-03-20"), 20));
        late.Answer!.LastDay.ShouldBe(Case.Day("2026-03-19"));
        late.Breaches.ShouldHaveSingleItem().Breach.ShouldBe(Breach.LateExtension);

        var twice = Case.Of("2026-03-20", received, RequestEvent.ExtensionNotified(Case.Day("2026-03-18"), 5), RequestEvent.ExtensionNotified(Case.Day("2026-03-20"), 15));
        twice.Answer!.ExtendedBy.ShouldBe(5);
        twice.Breaches.ShouldHaveSingleItem().Breach.ShouldBe(Breach.SecondExtension);
    }

    [Fact]
    public void On_a_channel_that_needs_it_the_day_of_receipt_waits_for_the_confirmation()
    {
        var arrived = RequestEvent.Arrived(Case.Day("2026-05-08"));

        var waiting = Case.Of("2026-05-09", arrived);
        waiting.Stage.ShouldBe(RequestStage.AwaitingConfirmation);
        waiting.ReceivedOn.ShouldBeNull();
        waiting.Answer.ShouldBeNull();
        Case.Of("2026-05-11", arrived).Clocks.ShouldHaveSingleItem().State.ShouldBe(ClockState.Overdue);

        Case.Of("2026-05-11", arrived, RequestEvent.Received(Case.Day("2026-05-11"))).ReceivedOn.ShouldBe(Case.Day("2026-05-11"));
    }

    [Fact]
    public void 能够当场答复的_当场答复()
    {
        var day = Case.Day("2026-05-08");
        var timeline = Case.Of("2026-05-08", RequestEvent.Received(day), RequestEvent.Concluded(day, Outcome.AlreadyPublic));

        timeline.Clocks.ShouldContain(clock => clock.Id == ClockId.OnTheSpot && clock.State == ClockState.Met);
        timeline.Answer!.State.ShouldBe(ClockState.Met);
        timeline.DueOn.ShouldBeNull();
    }

    [Fact]
    public void 更正申请按第四十一条另行计算()
    {
        var timeline = Case.Of("2026-05-08", RequestEvent.CorrectionReceived(Case.Day("2026-04-30")));

        timeline.Answer!.Id.ShouldBe(ClockId.Correction);
        timeline.Clocks.ShouldNotContain(clock => clock.Id == ClockId.ClarificationNotice);
    }

    [Fact]
    public void A_case_that_was_opened_again_runs_anew_and_keeps_its_first_outcome()
    {
        RequestEvent[] events =
        [
            RequestEvent.Received(Case.Day("2025-12-01")),
            RequestEvent.Concluded(Case.Day("2025-12-20"), Outcome.NotHeld),
            RequestEvent.Reopened(Case.Day("2026-03-02"), 15),
            RequestEvent.Concluded(Case.Day("2026-03-20"), Outcome.Granted),
        ];

        var open = Case.Of("2026-03-10", events);
        open.Stage.ShouldBe(RequestStage.Handling);
        open.Answer!.LastDay.ShouldBe(Case.Day("2026-03-23"));
        open.Outcome.ShouldBe(Outcome.NotHeld);

        var ended = Case.Of("2026-12-31", events);
        ended.Outcome.ShouldBe(Outcome.Granted);
        ended.FirstConclusion.ShouldBe((Case.Day("2025-12-20"), Outcome.NotHeld));
        ended.Clocks.Count(clock => clock.Id == ClockId.Answer).ShouldBe(2);
    }

    [Fact]
    public void What_happens_later_is_not_known_on_the_day()
    {
        RequestEvent[] events = [RequestEvent.Received(Case.Day("2026-02-13")), RequestEvent.Concluded(Case.Day("2026-03-05"), Outcome.Granted)];

        Case.Of("2026-03-04", events).Stage.ShouldBe(RequestStage.Handling);
        Case.Of("2026-03-05", events).Stage.ShouldBe(RequestStage.Concluded);
    }

    [Fact]
    public void A_last_day_in_a_year_without_a_notice_is_provisional() =>
        Case.Of("2026-12-10", RequestEvent.Received(Case.Day("2026-12-10"))).Answer!.IsProvisional.ShouldBeTrue();

    [Fact]
    public void Nothing_can_be_said_of_a_request_that_has_not_come() =>
        Should.Throw<ArgumentException>(() => RequestTimeline.Of([], WorkingCalendar.Statutory, Case.Day("2026-01-05")));
}
