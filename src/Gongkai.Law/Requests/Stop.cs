namespace Gongkai.Law.Requests;

/// <summary>A span that does not count: the days after <paramref name="After"/>, up to and with <paramref name="Until"/>.</summary>
/// <param name="After">The day on which the paper was sent; it still counts.</param>
/// <param name="Until">The last day that does not count; <see cref="DateOnly.MaxValue"/> while nobody knows.</param>
/// <param name="Cause">The period on account of which it stands still.</param>
/// <param name="IsOpen">Whether the span may still end earlier or later than it says.</param>
public readonly record struct Stop(DateOnly After, DateOnly Until, ClockId Cause, bool IsOpen);
