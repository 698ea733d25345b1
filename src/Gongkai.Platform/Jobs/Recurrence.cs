using System.Globalization;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Jobs;

/// <summary>When a job comes round again, by the clock of Beijing. Each turn has a key that all nodes agree on, so that it is taken on once.</summary>
public abstract record Recurrence
{
    private Recurrence()
    {
    }

    /// <summary>The key of the latest turn that has come, or null where today's has not come yet.</summary>
    internal abstract string? TurnAt(DateTimeOffset instant);

    public static Recurrence Hourly { get; } = new EveryHour();

    public static Recurrence DailyAt(int hour, int minute) => new EveryDay(new TimeOnly(hour, minute));

    private sealed record EveryHour : Recurrence
    {
        internal override string TurnAt(DateTimeOffset instant) => instant.InBeijing().ToString("yyyy-MM-ddTHH", CultureInfo.InvariantCulture);
    }

    private sealed record EveryDay(TimeOnly At) : Recurrence
    {
        internal override string? TurnAt(DateTimeOffset instant)
        {
            var now = instant.InBeijing().DateTime;
            return TimeOnly.FromDateTime(now) >= At ? now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        }
    }
}
