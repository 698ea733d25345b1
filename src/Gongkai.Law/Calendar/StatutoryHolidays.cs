using System.Text.Json;

namespace Gongkai.Law.Calendar;

/// <summary>The holiday arrangements of the State Council Office that the program brings with it, from 2019 on.</summary>
public static class StatutoryHolidays
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<IReadOnlyList<CalendarYear>> Brought = new(Load);

    /// <summary>The years in order. The last is the last whose notice was out when this version was made.</summary>
    public static IReadOnlyList<CalendarYear> Years => Brought.Value;

    private static CalendarYear[] Load()
    {
        using var stream = typeof(StatutoryHolidays).Assembly.GetManifestResourceStream("holidays.json")!;
        return JsonSerializer.Deserialize<CalendarYear[]>(stream, Options)!;
    }
}
