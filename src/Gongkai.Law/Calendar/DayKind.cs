namespace Gongkai.Law.Calendar;

/// <summary>What a day is in the calendar of working days.</summary>
public enum DayKind
{
    /// <summary>An ordinary weekday.</summary>
    WorkingDay,

    /// <summary>A Saturday or Sunday that a holiday notice made a working day (调休上班).</summary>
    MakeUpWorkingDay,

    /// <summary>An ordinary Saturday or Sunday.</summary>
    Weekend,

    /// <summary>A day off by a holiday notice or a regional rule (放假).</summary>
    Holiday,
}
