using Gongkai.Law.Calendar;

namespace Gongkai.Law.Requests;

/// <summary>A period of the answer: the first, or one counted anew. Its days are those that no stop takes out.</summary>
internal sealed record AnswerPeriod(ClockId Id, DateOnly From, int Limit)
{
    public int ExtendedBy { get; init; }

    public DateOnly? NamedDay { get; init; }

    public int Days => Limit + ExtendedBy;

    /// <summary>The last day with the stops left out, and how many days have counted when it cannot be known.</summary>
    public (DateOnly? Day, int Elapsed) LastDay(List<Stop> stops, WorkingCalendar calendar)
    {
        if (NamedDay is { } named)
        {
            return (named, 0);
        }

        var cursor = From;
        var elapsed = 0;
        foreach (var stop in Merged(stops))
        {
            var counted = calendar.Between(cursor, stop.After);
            if (elapsed + counted >= Days)
            {
                break;
            }

            elapsed += counted;
            if (stop.Until == DateOnly.MaxValue)
            {
                return (null, elapsed);
            }

            cursor = stop.Until;
        }

        return (calendar.Add(cursor, Days - elapsed), elapsed);
    }

    /// <summary>The working days that still count after a day and up to the last: what a stop takes out is not left.</summary>
    public int Left(List<Stop> stops, WorkingCalendar calendar, DateOnly asOf, DateOnly last)
    {
        var left = calendar.Between(asOf, last);
        foreach (var stop in Merged(stops))
        {
            var after = stop.After > asOf ? stop.After : asOf;
            var until = stop.Until < last ? stop.Until : last;
            if (until > after)
            {
                left -= calendar.Between(after, until);
            }
        }

        return left;
    }

    /// <summary>The stops in this period, in order, those that overlap joined: what stands still twice stands still once.</summary>
    public List<Stop> Merged(List<Stop> stops)
    {
        var merged = new List<Stop>(stops.Count);
        if (stops.Count == 0)
        {
            return merged;
        }

        foreach (var stop in stops.Where(stop => stop.Until > From).OrderBy(stop => stop.After))
        {
            var after = stop.After < From ? From : stop.After;
            if (merged.Count > 0 && after <= merged[^1].Until)
            {
                if (stop.Until > merged[^1].Until)
                {
                    merged[^1] = merged[^1] with { Until = stop.Until, IsOpen = stop.IsOpen };
                }
            }
            else
            {
                merged.Add(stop with { After = after });
            }
        }

        return merged;
    }
}
