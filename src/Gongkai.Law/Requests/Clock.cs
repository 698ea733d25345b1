namespace Gongkai.Law.Requests;

/// <summary>One period of a request, as it stands on a day.</summary>
public sealed record Clock
{
    /// <summary>Which period.</summary>
    public required ClockId Id { get; init; }

    /// <summary>The day from which it runs, itself not counted.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Its length in working days, extension included.</summary>
    public required int Days { get; init; }

    /// <summary>The working days of the extension in <see cref="Days"/>.</summary>
    public int ExtendedBy { get; init; }

    /// <summary>Its last day; null while it waits for the applicant, whose act alone fixes it.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>How it stands.</summary>
    public required ClockState State { get; init; }

    /// <summary>The day on which it ended; null while it has not.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Working days left: 0 on the last day, less than 0 after it. What is left on the day it ended, where it has.</summary>
    public int Left { get; init; }

    /// <summary>The spans that do not count, in order.</summary>
    public IReadOnlyList<Stop> Stops { get; init; } = [];

    /// <summary>Which third party or agency of the case it concerns, from 1; 0 where none.</summary>
    public int Party { get; init; }

    /// <summary>Whether the last day was named by the agency itself (第三十五条) and not counted.</summary>
    public bool IsNamedDay { get; init; }

    /// <summary>Whether every day counts, and not working days alone; <see cref="Days"/> and <see cref="Left"/> are then calendar days.</summary>
    public bool CountsEveryDay { get; init; }

    /// <summary>Whether days were counted for which no holiday notice was known.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>Whether nothing more can happen in it.</summary>
    public bool HasEnded => State is ClockState.Met or ClockState.Late or ClockState.Ended;
}
