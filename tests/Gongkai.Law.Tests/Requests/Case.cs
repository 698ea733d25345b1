using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;

namespace Gongkai.Law.Tests.Requests;

internal static class Case
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    public static RequestTimeline Of(string asOf, params IEnumerable<RequestEvent> events) => RequestTimeline.Of(events, WorkingCalendar.Statutory, Day(asOf));
}
