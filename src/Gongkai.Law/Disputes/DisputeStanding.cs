namespace Gongkai.Law.Disputes;

/// <summary>Where a dispute stands on a day: a case of several instances by its latest result.</summary>
/// <param name="BegunOn">The day on which it began; null where nothing has happened by then.</param>
/// <param name="Result">The latest result; null while none has come, and again from an appeal until the next instance has decided.</param>
/// <param name="ResultOn">The day of <see cref="Result"/>.</param>
public readonly record struct DisputeStanding(DateOnly? BegunOn, DisputeResult? Result, DateOnly? ResultOn)
{
    /// <summary>The standing at the end of a day.</summary>
    public static DisputeStanding Of(IEnumerable<DisputeEvent> events, DateOnly asOf)
    {
        DateOnly? begun = null;
        DisputeResult? result = null;
        DateOnly? resultOn = null;
        foreach (var happened in events.Where(happened => happened.On <= asOf).OrderBy(happened => happened.On).ThenBy(happened => happened.Step))
        {
            begun ??= happened.On;
            if (happened.Result is { } ended)
            {
                (result, resultOn) = (ended, happened.On);
            }
            else if (happened.Step is DisputeStep.Appealed or DisputeStep.AppealDocketed)
            {
                (result, resultOn) = (null, null);
            }
        }

        return new DisputeStanding(begun, result, resultOn);
    }

    /// <summary>The column of table four in which it is counted for a year: that of its result where it came in that year, 尚未审结 where it is open on 31 December; null where it is not counted.</summary>
    public static DisputeBucket? InYear(IEnumerable<DisputeEvent> events, int year)
    {
        var standing = Of(events, new DateOnly(year, 12, 31));
        return standing.BegunOn is null || standing.ResultOn?.Year < year ? null : DisputeBuckets.Of(standing.Result);
    }
}
