using System.Globalization;
using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;
using Gongkai.Platform.Calendars;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Gongkai.Web.Api;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Portal;

[EnableRateLimiting(ApiEndpoints.RateLimit)]
public sealed class CalculatorModel(Calendars calendars, RequestRules rules, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public PublicPeriod Period { get; set; } = PublicPeriod.Answer;

    [BindProperty(SupportsGet = true)]
    public int? Days { get; set; }

    public DateOnly Day { get; private set; }

    /// <summary>The period in working days, explained; null for one that is counted otherwise.</summary>
    public ClockFace? Face { get; private set; }

    /// <summary>The last day of a period of calendar days or months, and how it is counted.</summary>
    public (DateOnly Day, string Why)? Plain { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        var calendar = await calendars.NationalAsync(cancellation);
        Day = time.Today();
        if (!string.IsNullOrWhiteSpace(From))
        {
            if (!DateOnly.TryParseExact(From.Trim(), ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || !CanCount(day, calendar))
            {
                ModelState.AddModelError(nameof(From), $"请填写 {calendar.First.Year} 年到 {calendar.Last.Year - 3} 年之间的日期，例如 2026-03-19。");
                return;
            }

            Day = day;
        }

        if (Period == PublicPeriod.Own && Days is null or < 1 or > PublicPeriods.MostDays)
        {
            ModelState.AddModelError(nameof(Days), $"请填写 1 到 {PublicPeriods.MostDays} 之间的天数。");
            return;
        }

        if (!ModelState.IsValid)
        {
            return;
        }

        Plain = PublicPeriods.PlainOf(Period, Day, calendar);
        Face = PublicPeriods.ClockOf(Period, Day, Days ?? 0, calendar, await rules.ReadAsync(cancellation)) is { } clock ? FaceOf(clock, calendar) : null;
    }

    private ClockFace FaceOf(Clock clock, WorkingCalendar calendar)
    {
        var today = time.Today();
        var left = calendar.Covers(today) ? calendar.Between(today, clock.LastDay!.Value) : 0;
        var isRunning = today >= clock.From && left >= 0;
        return new ClockFace
        {
            Clock = clock,
            AsOf = today,
            Light = !isRunning ? Light.Grey : ClockFace.LightOf(ClockState.Running, left),
            Standing = !isRunning ? (today < clock.From ? "还没有开始" : "已经过去") : left == 0 ? "今天到期" : $"从今天算还剩 {left} 个工作日",
            Days = [.. ExplainedDay.Of(clock, calendar, clock.LastDay!.Value)],
            Calendar = calendar,
        };
    }

    private static bool CanCount(DateOnly day, WorkingCalendar calendar) => calendar.Covers(day) && calendar.Covers(day.AddYears(3));
}
