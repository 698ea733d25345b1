namespace Gongkai.Law.Calendar;

/// <summary>
/// A day that a region has for itself, as the festival of a minority area (《全国年节及纪念日放假办法》第四条), or a working day in exchange for it.
/// </summary>
/// <param name="Day">The day.</param>
/// <param name="IsOff">True for a day off, false for a working day.</param>
/// <param name="Name">The festival, as people call it.</param>
/// <param name="Source">The rule or notice of the region.</param>
public sealed record RegionalDay(DateOnly Day, bool IsOff, string Name, string Source);
