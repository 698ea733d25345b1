using System.Globalization;

namespace Gongkai.Web.Shared;

/// <summary>A legal day as every page prints it: <c>2026-03-19（周四）</c>.</summary>
public static class DayWords
{
    private const string Weekdays = "日一二三四五六";

    public static string Of(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}（周{Weekdays[(int)day.DayOfWeek]}）");

    /// <summary>How many working days are left, with the light that goes with it.</summary>
    /// <param name="left">The days; fewer than none where the last one has gone by.</param>
    /// <param name="nearAt">With how many it is near.</param>
    public static (Light Light, string Words) Left(int left, int nearAt) => left switch
    {
        < 0 => (Light.Red, $"已逾期 {-left} 个工作日"),
        0 => (Light.Red, "今天到期"),
        _ => (left <= nearAt ? Light.Yellow : Light.Green, $"还剩 {left} 个工作日"),
    };
}
