using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;

namespace Gongkai.Law.Tests.Requests;

/// <summary>《政府信息公开条例》第三十二条、第三十三条第三款、第三十四条、第三十五条，国办函〔2020〕109号.</summary>
public sealed class ConsultationClockTests
{
    private static readonly RequestEvent Received = RequestEvent.Received(Case.Day("2026-05-11"));

    [Fact]
    public void 征求意见所需时间不计算在答复期限内()
    {
        var asked = RequestEvent.ThirdPartyAsked(Case.Day("2026-05-15"), Case.Day("2026-05-15"));

        var paused = Case.Of("2026-05-20", Received, asked);
        paused.Stage.ShouldBe(RequestStage.Consulting);
        paused.Turn.ShouldBe(Turn.ThirdParty);
        paused.Answer!.State.ShouldBe(ClockState.Paused);
        paused.Answer.Left.ShouldBe(16);

        var replied = Case.Of("2026-05-22", Received, asked, RequestEvent.ThirdPartyReplied(Case.Day("2026-05-22")));
        replied.Answer!.State.ShouldBe(ClockState.Running);
        replied.Answer.Left.ShouldBe(16);
        replied.Answer.LastDay.ShouldBe(WorkingCalendar.Statutory.Add(Case.Day("2026-05-22"), 16));
    }

    [Fact]
    public void 第三方逾期未提出意见的_由行政机关决定_期限继续计算()
    {
        var asked = RequestEvent.ThirdPartyAsked(Case.Day("2026-05-15"), Case.Day("2026-05-18"));
        var silentFrom = WorkingCalendar.Statutory.Add(Case.Day("2026-05-18"), 15);

        var timeline = Case.Of("2026-06-15", Received, asked);

        timeline.Stage.ShouldBe(RequestStage.Handling);
        timeline.Clocks.Single(clock => clock.Id == ClockId.ThirdPartyOpinion).ShouldSatisfyAllConditions(
            clock => clock.LastDay.ShouldBe(silentFrom),
            clock => clock.State.ShouldBe(ClockState.Ended));
        timeline.Answer!.LastDay.ShouldBe(WorkingCalendar.Statutory.Add(silentFrom, 16));
    }

    [Fact]
    public void Stops_that_overlap_count_once()
    {
        RequestEvent[] events =
        [
            Received,
            RequestEvent.ThirdPartyAsked(Case.Day("2026-05-15"), null, 1),
            RequestEvent.ThirdPartyAsked(Case.Day("2026-05-18"), null, 2),
            RequestEvent.AgencyAsked(Case.Day("2026-05-19"), null, 1),
            RequestEvent.ThirdPartyReplied(Case.Day("2026-05-20"), 2),
            RequestEvent.ThirdPartyReplied(Case.Day("2026-05-25"), 1),
            RequestEvent.AgencyReplied(Case.Day("2026-05-22"), 1),
        ];

        Case.Of("2026-05-25", events).Answer!.LastDay.ShouldBe(WorkingCalendar.Statutory.Add(Case.Day("2026-05-25"), 16));
    }

    [Fact]
    public void 收费通知后_缴费次日起重新计算_逾期未缴费的可不再处理()
    {
        var received = RequestEvent.Received(Case.Day("2026-02-09"));
        var noticed = RequestEvent.FeeNoticed(Case.Day("2026-02-12"), Case.Day("2026-02-13"));

        var waiting = Case.Of("2026-03-19", received, noticed);
        waiting.Stage.ShouldBe(RequestStage.AwaitingPayment);
        waiting.DueOn.ShouldBe(Case.Day("2026-03-19"));

        Case.Of("2026-03-20", received, noticed).Turn.ShouldBe(Turn.Agency);
        var ended = Case.Of("2026-03-20", received, noticed, RequestEvent.Concluded(Case.Day("2026-03-20"), Outcome.FeeOverdue));
        ended.Answer!.State.ShouldBe(ClockState.Met);

        var paid = Case.Of("2026-03-10", received, noticed, RequestEvent.FeePaid(Case.Day("2026-03-10")));
        paid.Answer!.From.ShouldBe(Case.Day("2026-03-10"));
        paid.Answer.LastDay.ShouldBe(WorkingCalendar.Statutory.Add(Case.Day("2026-03-10"), 20));
    }

    [Fact]
    public void 要求说明理由期间不计算_理由合理的可以确定延迟答复的期限()
    {
        var asked = RequestEvent.ReasonAsked(Case.Day("2026-05-15"), Case.Day("2026-05-29"));

        Case.Of("2026-05-18", Received, asked).ShouldSatisfyAllConditions(
            timeline => timeline.Stage.ShouldBe(RequestStage.AwaitingReason),
            timeline => timeline.Answer!.State.ShouldBe(ClockState.Paused));

        var given = Case.Of("2026-05-25", Received, asked, RequestEvent.ReasonGiven(Case.Day("2026-05-20")), RequestEvent.LaterDateSet(Case.Day("2026-05-25"), Case.Day("2026-09-30")));
        given.Answer!.IsNamedDay.ShouldBeTrue();
        given.Answer.LastDay.ShouldBe(Case.Day("2026-09-30"));
    }

    [Fact]
    public void Each_day_of_a_period_is_explained()
    {
        var timeline = Case.Of(
            "2026-03-19",
            RequestEvent.Received(Case.Day("2026-02-13")),
            RequestEvent.ThirdPartyAsked(Case.Day("2026-02-25"), null),
            RequestEvent.ThirdPartyReplied(Case.Day("2026-03-02")),
            RequestEvent.ExtensionNotified(Case.Day("2026-03-16"), 3));

        var days = ExplainedDay.Of(timeline.Answer!, WorkingCalendar.Statutory, timeline.AsOf).ToArray();

        days[0].Mark.ShouldBe(DayMark.Start);
        Of("2026-02-14").ShouldBe((DayMark.MakeUp, 1));
        Of("2026-02-17").ShouldBe((DayMark.Holiday, null));
        Of("2026-02-25").ShouldBe((DayMark.Counted, 3));
        Of("2026-02-26").ShouldBe((DayMark.Stopped, null));
        Of("2026-03-01").ShouldBe((DayMark.Weekend, null));
        Of("2026-03-03").ShouldBe((DayMark.Counted, 4));
        days[^1].ShouldBe(new ExplainedDay(timeline.Answer!.LastDay!.Value, DayMark.Extended, 23, null, false));
        days.Count(day => day.Mark == DayMark.Extended).ShouldBe(3);

        (DayMark Mark, int? Number) Of(string day)
        {
            var found = days.Single(explained => explained.Day == Case.Day(day));
            return (found.Mark, found.Number);
        }
    }
}
