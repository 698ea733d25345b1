namespace Gongkai.Platform.Calendars;

/// <summary>A year of the calendar as an administrator entered it from a notice. A later number for the same year takes the place of the earlier, which stays readable.</summary>
public sealed class HolidayNotice
{
    public int Year { get; init; }

    public int Number { get; init; }

    public required string Notice { get; init; }

    public DateOnly[] Off { get; init; } = [];

    public DateOnly[] Work { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedByName { get; init; }
}

/// <summary>A region's own day off or day worked.</summary>
public sealed class RegionalHoliday
{
    /// <summary>行政区划代码 of the region; it holds for every agency whose code begins with it.</summary>
    public required string Division { get; init; }

    public DateOnly Day { get; init; }

    public bool IsOff { get; init; }

    public required string Name { get; init; }

    public required string Source { get; init; }
}
