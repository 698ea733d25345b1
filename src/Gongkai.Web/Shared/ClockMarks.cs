using System.Globalization;
using Gongkai.Law.Requests;

namespace Gongkai.Web.Shared;

/// <summary>The signs by which the months of a clock mark its days, and what each says.</summary>
public static class ClockMarks
{
    public static IReadOnlyList<(DayMark Mark, string Sign, string Words)> Legend { get; } =
    [
        (DayMark.Start, "起", "起算日，不计入"),
        (DayMark.Counted, "1", "计入的工作日，数字是第几天"),
        (DayMark.MakeUp, "班", "周末调休上班，计入"),
        (DayMark.Extended, "延", "延长期内的工作日，计入"),
        (DayMark.Weekend, "休", "周末，不计入"),
        (DayMark.Holiday, "假", "放假，不计入"),
        (DayMark.Stopped, "停", "停止计算的工作日，不计入"),
    ];

    public static string Of(ExplainedDay day) => day.Mark switch
    {
        DayMark.Counted or DayMark.EveryDay => Number(day),
        DayMark.MakeUp => $"班{Number(day)}",
        DayMark.Extended => $"延{Number(day)}",
        DayMark.Start => "起",
        DayMark.Weekend => "休",
        DayMark.Holiday => "假",
        DayMark.Stopped => "停",
    };

    private static string Number(ExplainedDay day) => day.Number!.Value.ToString(CultureInfo.InvariantCulture);
}
