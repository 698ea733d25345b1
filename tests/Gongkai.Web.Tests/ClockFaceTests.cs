using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;
using Gongkai.Web.Shared;

namespace Gongkai.Web.Tests;

public sealed class ClockFaceTests
{
    private static readonly DateOnly BeforeSpringFestival = new(2026, 2, 13);

    [Fact]
    public void Each_day_of_the_months_says_how_it_counts()
    {
        var face = Answer(new DateOnly(2026, 3, 2), RequestEvent.Received(BeforeSpringFestival));

        face.Clock.LastDay.ShouldBe(new DateOnly(2026, 3, 19));
        face.Standing.ShouldBe("还剩 13 个工作日");
        face.Light.ShouldBe(Light.Green);
        face.Months().Select(month => month.First.Month).ShouldBe([2, 3]);
        WordOf(face, 2, 13).ShouldBe("起算日，不计入");
        WordOf(face, 2, 14).ShouldBe("调休上班，第 1 个工作日");
        WordOf(face, 2, 16).ShouldBe("放假");
        WordOf(face, 3, 7).ShouldBe("周末");
        WordOf(face, 3, 19).ShouldBe("第 20 个工作日");
        face.Months().SelectMany(month => month.Weeks).ShouldAllBe(week => week.Length == 7);
    }

    [Fact]
    public void A_stop_is_named_with_its_cause_and_an_extension_with_its_days()
    {
        var face = Answer(
            new DateOnly(2026, 3, 16), RequestEvent.Received(BeforeSpringFestival), RequestEvent.ThirdPartyAsked(new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 4)),
            RequestEvent.ThirdPartyReplied(new DateOnly(2026, 3, 10)), RequestEvent.ExtensionNotified(new DateOnly(2026, 3, 12), 20));

        WordOf(face, 3, 9).ShouldBe("不计算：第三方提出意见");
        face.Days[^1].Mark.ShouldBe(DayMark.Extended);
        face.Reasons().ShouldContain(reason => reason.Contains("其中延长 20 个工作日", StringComparison.Ordinal));
        face.Reasons().ShouldContain("2026-03-04（周三）之后到2026-03-10（周二）不计算在内：第三方提出意见。");
    }

    [Fact]
    public void A_year_without_a_notice_is_said_to_be_provisional_and_a_breach_is_named()
    {
        var calendar = new WorkingCalendar([]);
        var timeline = RequestTimeline.Of(
            [RequestEvent.Received(new DateOnly(2026, 3, 2)), RequestEvent.ExtensionNotified(new DateOnly(2026, 4, 6), 20)], calendar, new DateOnly(2026, 4, 7));
        var face = ClockFace.Of(timeline.Answer!, timeline, calendar);

        face.Clock.IsProvisional.ShouldBeTrue();
        face.Reasons().ShouldContain(reason => reason.Contains("还没有公布", StringComparison.Ordinal));
        face.Light.ShouldBe(Light.Red);
        face.Breaches.ShouldHaveSingleItem().ShouldContain("延长告知晚于答复期限届满");
    }

    private static ClockFace Answer(DateOnly asOf, params RequestEvent[] events)
    {
        var timeline = RequestTimeline.Of(events, WorkingCalendar.Statutory, asOf);
        return ClockFace.Of(timeline.Answer!, timeline, WorkingCalendar.Statutory);
    }

    private static string WordOf(ClockFace face, int month, int day) => ClockFace.WordOf(face.Days.Single(one => one.Day == new DateOnly(2026, month, day)));
}
