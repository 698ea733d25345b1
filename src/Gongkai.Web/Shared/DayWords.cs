using System.Globalization;

namespace Gongkai.Web.Shared;

/// <summary>A legal day as every page prints it: <c>2026-03-19（周四）</c>.</summary>
public static class DayWords
{
    private const string Weekdays = "日一二三四五六";

    public static string Of(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}（周{Weekdays[(int)day.DayOfWeek]}）");
}
