using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;

namespace Gongkai.Law.Disputes;

/// <summary>A step of a dispute and the day on which it happened.</summary>
/// <param name="Step">What happened.</param>
/// <param name="On">When.</param>
/// <param name="Result">How the instance ended, for a step that ends one; null otherwise.</param>
public readonly record struct DisputeEvent(DisputeStep Step, DateOnly On, DisputeResult? Result = null);

/// <summary>A period of a dispute as it stands on a day.</summary>
/// <param name="Period">Which period.</param>
/// <param name="From">The day from which it runs, itself not counted.</param>
/// <param name="LastDay">Its last day.</param>
/// <param name="State">How it stands; a period of the applicant or of the authority that has gone by has ended, one of the agency is overdue.</param>
/// <param name="EndedOn">The day on which it was kept; null while it was not.</param>
public sealed record DisputeClock(DisputePeriod Period, DateOnly From, DateOnly LastDay, ClockState State, DateOnly? EndedOn);

/// <summary>The periods of reconsideration and litigation, from what happened and the calendar alone.</summary>
public static class DisputeClocks
{
    private const int ProlongedBy = 30;

    /// <summary>The periods that have begun by a day, in the order in which they began.</summary>
    /// <param name="events">What happened, in any order.</param>
    /// <param name="calendar">The working days of the region.</param>
    /// <param name="asOf">The day, to its end.</param>
    public static IReadOnlyList<DisputeClock> Of(IEnumerable<DisputeEvent> events, WorkingCalendar calendar, DateOnly asOf)
    {
        var known = events.Where(happened => happened.On <= asOf).OrderBy(happened => happened.On).ThenBy(happened => happened.Step).ToList();
        var isSummary = known.Exists(happened => happened.Step == DisputeStep.AcceptedSummarily);
        var prolonged = known.Exists(happened => happened.Step == DisputeStep.Prolonged);
        return
        [
            .. from period in DisputePeriod.All
               where period.Begins != DisputeStep.CopyReceived || period.Unit != PeriodUnit.WorkingDays || period.Length == (isSummary ? 5 : 10)
               from begun in known
               where begun.Step == period.Begins
               let lengthened = prolonged && period.Begins == DisputeStep.Accepted ? period with { Length = period.Length + ProlongedBy } : period
               orderby begun.On
               select Clock(lengthened, begun.On, known, calendar, asOf),
        ];
    }

    private static DisputeClock Clock(DisputePeriod period, DateOnly from, List<DisputeEvent> known, WorkingCalendar calendar, DateOnly asOf)
    {
        var last = period.LastDay(from, calendar);
        foreach (var happened in known)
        {
            if (happened.On >= from && period.Ends.Contains(happened.Step))
            {
                return new DisputeClock(period, from, last, happened.On > last ? ClockState.Late : ClockState.Met, happened.On);
            }
        }

        var state = asOf <= last ? ClockState.Running
            : period.Party == DisputeParty.Agency && period.Ends[0] != DisputeStep.Appealed ? ClockState.Overdue : ClockState.Ended;
        return new DisputeClock(period, from, last, state, null);
    }
}
