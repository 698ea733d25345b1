using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;

namespace Gongkai.Law.Supervision;

/// <summary>One thing that happened to a complaint.</summary>
/// <param name="Step">What.</param>
/// <param name="On">The day.</param>
/// <param name="Finding">What was found, where it was answered.</param>
/// <param name="Measure">What is done about it; null where nothing.</param>
public readonly record struct ComplaintEvent(ComplaintStep Step, DateOnly On, ComplaintFinding? Finding = null, ComplaintMeasure? Measure = null);

/// <summary>
/// Where a complaint stands on a day. The regulation gives no period for it (第四十七条、第五十一条); the days come from the local rule, as a setting.
/// </summary>
public sealed record ComplaintStanding
{
    /// <summary>The day on which it was received.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>How far it is: the last step that moved it.</summary>
    public required ComplaintStep Step { get; init; }

    /// <summary>Whether it waits for nothing any more.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>The period of the answer.</summary>
    public required Clock Clock { get; init; }

    /// <summary>What was found; null while it is not answered.</summary>
    public ComplaintFinding? Finding { get; init; }

    /// <summary>What is done about it.</summary>
    public ComplaintMeasure? Measure { get; init; }

    /// <summary>The day of the answer or of the withdrawal.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Whether a finding asks for a measure: what is true is followed by 督促整改 or more (第四十七条第二款).</summary>
    public static bool NeedsMeasure(ComplaintFinding finding) => finding is ComplaintFinding.Upheld or ComplaintFinding.PartlyUpheld;

    /// <summary>Where it stands.</summary>
    /// <param name="events">What happened, in any order; at least its receipt.</param>
    /// <param name="days">The working days of the local rule.</param>
    /// <param name="calendar">The working days of the region.</param>
    /// <param name="asOf">The day, to its end.</param>
    public static ComplaintStanding Of(IEnumerable<ComplaintEvent> events, int days, WorkingCalendar calendar, DateOnly asOf)
    {
        var known = events.Where(happened => happened.On <= asOf).OrderBy(happened => happened.On).ThenBy(happened => happened.Step).ToList();
        var received = known.Find(happened => happened.Step == ComplaintStep.Received).On;
        var closing = known.FindIndex(happened => happened.Step is ComplaintStep.Answered or ComplaintStep.Withdrawn);
        ComplaintEvent? closed = closing < 0 ? null : known[closing];
        var last = calendar.Add(received, days);
        var left = calendar.Between(closed?.On ?? asOf, last);
        return new ComplaintStanding
        {
            ReceivedOn = received,
            Step = known[^1].Step,
            IsClosed = closed is not null,
            Finding = closed?.Finding,
            Measure = closed?.Measure,
            ClosedOn = closed?.On,
            Clock = new Clock
            {
                Id = ClockId.Complaint, From = received, Days = days, LastDay = last, EndedOn = closed?.On, Left = left, IsProvisional = calendar.IsProvisional(last),
                State = closed switch
                {
                    null => left < 0 ? ClockState.Overdue : ClockState.Running,
                    { Step: ComplaintStep.Withdrawn } => ClockState.Ended,
                    _ => closed.Value.On > last ? ClockState.Late : ClockState.Met,
                },
            },
        };
    }
}
