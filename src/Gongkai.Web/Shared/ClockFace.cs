using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;
using Gongkai.Platform.Requests;

namespace Gongkai.Web.Shared;

/// <summary>Model of _Clock: one period of a request as it stands on a day, with the days that make it end when it does.</summary>
public sealed record ClockFace
{
    private const int MostMonths = 24;

    public required Clock Clock { get; init; }

    public required DateOnly AsOf { get; init; }

    public required Light Light { get; init; }

    /// <summary>How it stands, in words: <c>还剩 6 个工作日</c>.</summary>
    public required string Standing { get; init; }

    /// <summary>What was done against the regulation in it.</summary>
    public IReadOnlyList<string> Breaches { get; init; } = [];

    public required IReadOnlyList<ExplainedDay> Days { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    public string Name => $"{RequestWords.Of(Clock.Id)}的期限";

    /// <summary>A clock of a timeline.</summary>
    public static ClockFace Of(Clock clock, RequestTimeline timeline, WorkingCalendar calendar, ClockRules? rules = null) => new()
    {
        Clock = clock,
        AsOf = timeline.AsOf,
        Light = LightOf(clock.State, clock.Left, rules),
        Standing = StandingOf(clock),
        Breaches = [.. timeline.Breaches.Where(breach => ClockOf(breach.Breach, timeline) == clock).Select(Sentence)],
        Days = [.. ExplainedDay.Of(clock, calendar, timeline.AsOf)],
        Calendar = calendar,
    };

    /// <summary>A clock that stands by itself.</summary>
    public static ClockFace Alone(Clock clock, WorkingCalendar calendar, DateOnly asOf) => new()
    {
        Clock = clock, AsOf = asOf, Light = LightOf(clock.State, clock.Left), Standing = StandingOf(clock), Days = [.. ExplainedDay.Of(clock, calendar, asOf)], Calendar = calendar,
    };

    /// <summary>All clocks of a timeline: those that run first, then those that have ended.</summary>
    public static IReadOnlyList<ClockFace> AllOf(RequestTimeline timeline, WorkingCalendar calendar, ClockRules? rules = null) =>
        [.. timeline.Clocks.OrderBy(clock => clock.HasEnded).Select(clock => Of(clock, timeline, calendar, rules))];

    public static Light LightOf(ClockState state, int left, ClockRules? rules = null) => state switch
    {
        ClockState.Running => left <= (rules ?? ClockRules.Default).NearAt ? Light.Yellow : Light.Green,
        ClockState.Paused or ClockState.Waiting or ClockState.Ended => Light.Grey,
        ClockState.Met => Light.Green,
        ClockState.Late or ClockState.Overdue => Light.Red,
    };

    /// <summary>Why the period ends when it does, sentence by sentence.</summary>
    public IEnumerable<string> Reasons()
    {
        var source = RequestWords.SourceOf(Clock.Id);
        if (Clock.IsNamedDay)
        {
            yield return $"这一天由通知书写明，不按工作日推算（{source}）。";
        }
        else if (Clock.Days == 0)
        {
            yield return $"收到当天就答复了（{source}）。";
        }
        else
        {
            var extension = Clock.ExtendedBy > 0 ? $"，其中延长 {Clock.ExtendedBy} 个工作日" : "";
            yield return Clock.CountsEveryDay
                ? $"{DayWords.Of(Clock.From)}当天不算，从第二天起数 {Clock.Days} 天，周末和放假都算（{source}）。"
                : $"{DayWords.Of(Clock.From)}当天不算，从下一个工作日起数 {Clock.Days} 个工作日{extension}（{source}）。";
        }

        foreach (var stop in Clock.Stops)
        {
            var cause = RequestWords.Of(stop.Cause);
            yield return stop.Until != DateOnly.MaxValue
                ? $"{DayWords.Of(stop.After)}之后到{DayWords.Of(stop.Until)}不计算在内：{cause}{(stop.IsOpen ? "，最迟到这一天" : "")}。"
                : $"{DayWords.Of(stop.After)}之后停止计算，等{cause}；收到以后重新计算全部期限。";
        }

        foreach (var own in Days.Select(day => Calendar.RegionalRuleOf(day.Day)).OfType<RegionalDay>())
        {
            yield return $"{DayWords.Of(own.Day)}{own.Name}，本地{(own.IsOff ? "放假" : "上班")}（{own.Source}）。";
        }

        foreach (var year in Days.Select(day => day.Day.Year).Distinct())
        {
            yield return Calendar.NoticeOf(new DateOnly(year, 1, 1)) is { } notice
                ? $"{year} 年的放假和调休按{notice}。"
                : $"{year} 年的放假安排还没有公布，暂按周一至周五上班计算，公布以后这个日期可能变动。";
        }
    }

    /// <summary>The months that the days lie in, weeks from Monday.</summary>
    public IEnumerable<ClockMonth> Months()
    {
        var byDay = Days.ToDictionary(day => day.Day);
        return Days.Select(day => new DateOnly(day.Day.Year, day.Day.Month, 1)).Distinct().Take(MostMonths)
            .Select(first => new ClockMonth(first, [.. WeeksOf(first, byDay)]));
    }

    public static string WordOf(ExplainedDay day) => day.Mark switch
    {
        DayMark.Start => "起算日，不计入",
        DayMark.Counted => $"第 {day.Number} 个工作日",
        DayMark.EveryDay => $"第 {day.Number} 天",
        DayMark.MakeUp => $"调休上班，第 {day.Number} 个工作日",
        DayMark.Extended => $"延长期内，第 {day.Number} 个工作日",
        DayMark.Weekend => "周末",
        DayMark.Holiday => "放假",
        DayMark.Stopped => $"不计算：{RequestWords.Of(day.Cause!.Value)}",
    };

    private static IEnumerable<ClockDay?[]> WeeksOf(DateOnly first, Dictionary<DateOnly, ExplainedDay> byDay)
    {
        var monday = first.AddDays(-(((int)first.DayOfWeek + 6) % 7));
        for (var week = monday; week < first.AddMonths(1); week = week.AddDays(7))
        {
            yield return [.. Enumerable.Range(0, 7).Select(week.AddDays).Select(day => day.Month != first.Month
                ? null
                : new ClockDay(day, byDay.TryGetValue(day, out var explained) ? explained : null))];
        }
    }

    private static string StandingOf(Clock clock)
    {
        var unit = clock.CountsEveryDay ? "天" : "个工作日";
        return clock.State switch
        {
            ClockState.Running => clock.Left == 0 ? "今天到期" : $"还剩 {clock.Left} {unit}",
            ClockState.Paused => $"暂停计算，还剩 {clock.Left} {unit}",
            ClockState.Waiting => clock.Stops is [.., var stop] ? $"等{RequestWords.Of(stop.Cause)}，之后重新计算" : "等申请人，之后重新计算",
            ClockState.Met => "按期完成",
            ClockState.Late => $"逾期 {-clock.Left} {unit}完成",
            ClockState.Overdue => $"已逾期 {-clock.Left} {unit}",
            ClockState.Ended => clock.EndedOn is null ? "期限已过" : "已结束，不再计算",
        };
    }

    private static string Sentence(DatedBreach breach) =>
        $"{DayWords.Of(breach.On)}：{RequestWords.Of(breach.Breach)}{(breach.Limit is { } limit ? $"，最晚应在{DayWords.Of(limit)}" : "")}。";

    private static Clock? ClockOf(Breach breach, RequestTimeline timeline) => breach switch
    {
        Breach.LateClarificationNotice or Breach.SecondClarificationNotice =>
            timeline.Clocks.LastOrDefault(clock => clock.Id == ClockId.ClarificationNotice) ?? timeline.Answer,
        Breach.LateExtension or Breach.SecondExtension or Breach.LateFeeNotice or Breach.LateLaterDate or Breach.LateAnswer => timeline.Answer,
    };
}

/// <summary>A month of the explanation; a place of a week that lies in another month is null.</summary>
public sealed record ClockMonth(DateOnly First, IReadOnlyList<ClockDay?[]> Weeks);

/// <summary>A day of the month, and how it counts; null where it lies outside the period.</summary>
public sealed record ClockDay(DateOnly Day, ExplainedDay? Explained);
