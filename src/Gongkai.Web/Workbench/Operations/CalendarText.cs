using System.Globalization;

namespace Gongkai.Web.Workbench.Operations;

/// <summary>Days as people type them: <c>2027-02-05</c>, a stretch as <c>2027-02-05至2027-02-12</c>, parted by anything.</summary>
internal static class CalendarText
{
    private const int Longest = 60;

    private static readonly char[] Partings = [' ', '\n', '\r', '\t', ',', '，', '、', ';', '；'];

    /// <summary>The days, or what is wrong with the text.</summary>
    public static (IReadOnlyList<DateOnly> Days, string? Fault) Parse(string? text)
    {
        var days = new List<DateOnly>();
        foreach (var part in (text ?? "").Split(Partings, StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split(['至', '~', '～']);
            if (ends.Length > 2 || !TryDay(ends[0], out var first) || !TryDay(ends[^1], out var last) || last < first || last.DayNumber - first.DayNumber > Longest)
            {
                return ([], $"“{part}”不是日期。请写成 2027-02-05，连续几天写成 2027-02-05至2027-02-12。");
            }

            for (var day = first; day <= last; day = day.AddDays(1))
            {
                days.Add(day);
            }
        }

        return ([.. days.Distinct().Order()], null);
    }

    /// <summary>Days as the form shows them, stretches joined.</summary>
    public static string Format(IEnumerable<DateOnly> days)
    {
        var parts = new List<string>();
        DateOnly? from = null;
        DateOnly? to = null;
        foreach (var day in days.Order().Append(DateOnly.MaxValue))
        {
            if (to is { } last && day.DayNumber == last.DayNumber + 1)
            {
                to = day;
                continue;
            }

            if (from is { } first)
            {
                parts.Add(first == to ? Day(first) : $"{Day(first)}至{Day(to!.Value)}");
            }

            (from, to) = (day, day);
        }

        return string.Join('\n', parts);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text.Trim(), "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
