using Gongkai.Law.Calendar;

namespace Gongkai.Law.Requests;

/// <summary>
/// Everything that the regulation says of a request's periods on a day: computed from what happened up to that day, from the calendar
/// and from nothing else, so that the same day always gives the same answer.
/// </summary>
public sealed record RequestTimeline
{
    /// <summary>The day on which one looks; what happened later is not known.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>收到之日; null while the confirmation is awaited.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>How far the request is.</summary>
    public required RequestStage Stage { get; init; }

    /// <summary>Who has to act.</summary>
    public required Turn Turn { get; init; }

    /// <summary>How it ended; null while it has not. A case that was opened again keeps its first outcome until it ends again.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>The day of <see cref="Outcome"/>.</summary>
    public DateOnly? ConcludedOn { get; init; }

    /// <summary>The day and outcome of the first conclusion, by which table three counts the request (第五十条).</summary>
    public (DateOnly On, Outcome Outcome)? FirstConclusion { get; init; }

    /// <summary>All periods, in the order in which they began.</summary>
    public required IReadOnlyList<Clock> Clocks { get; init; }

    /// <summary>The steps that were taken against the regulation.</summary>
    public required IReadOnlyList<DatedBreach> Breaches { get; init; }

    /// <summary>The period of the answer (or of the correction) that counts now; null before the day of receipt.</summary>
    public Clock? Answer { get; init; }

    /// <summary>
    /// The day that counts now: the answer's last day; while that waits for the applicant, the applicant's last day, also when it has gone by;
    /// before the day of receipt, that of the confirmation. Null when the case has ended.
    /// </summary>
    public DateOnly? DueOn => Stage == RequestStage.Concluded ? null
        : Answer?.LastDay ?? Clocks.Last(clock => clock.Id is ClockId.Clarification or ClockId.Payment or ClockId.Confirmation).LastDay;

    /// <summary>The timeline of a request.</summary>
    /// <param name="events">What happened, in any order; at least its arrival or receipt.</param>
    /// <param name="calendar">The working days of the region.</param>
    /// <param name="asOf">The day, to its end.</param>
    /// <param name="rules">The lengths and readings; the regulation's own when null.</param>
    /// <exception cref="ArgumentException">Nothing says that the request came.</exception>
    public static RequestTimeline Of(IEnumerable<RequestEvent> events, WorkingCalendar calendar, DateOnly asOf, ClockRules? rules = null)
    {
        var known = events.Where(happened => happened.On <= asOf).ToArray();
        Array.Sort(known, static (one, other) => one.On != other.On ? one.On.CompareTo(other.On) : one.Kind.CompareTo(other.Kind));
        var reckoning = new ClockReckoning(calendar, rules ?? ClockRules.Default, asOf);
        foreach (var happened in known)
        {
            reckoning.Take(happened);
        }

        return reckoning.Finish();
    }
}
