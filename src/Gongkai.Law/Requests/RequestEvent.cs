namespace Gongkai.Law.Requests;

/// <summary>
/// One thing that happened to a request, as far as its periods depend on it. <see cref="On"/> is the day on which it happened, never the
/// day on which somebody entered it. Made by the methods named after what happens, so that each carries just what belongs to it.
/// </summary>
public readonly record struct RequestEvent
{
    private RequestEvent(RequestEventKind kind, DateOnly on)
    {
        Kind = kind;
        On = on;
    }

    /// <summary>What happened.</summary>
    public RequestEventKind Kind { get; private init; }

    /// <summary>The day on which it happened.</summary>
    public DateOnly On { get; private init; }

    /// <summary>The day on which the person addressed received the paper; null while unknown.</summary>
    public DateOnly? ServedOn { get; private init; }

    /// <summary>The last day that a paper itself names; null where it names none.</summary>
    public DateOnly? DueOn { get; private init; }

    /// <summary>A length in working days; null where there is none.</summary>
    public int? Days { get; private init; }

    /// <summary>Which third party or agency of the case, as a number from 1.</summary>
    public int Party { get; private init; }

    /// <summary>How the case ended.</summary>
    public Outcome? Outcome { get; private init; }

    /// <summary>The request came on a channel that needs confirmation.</summary>
    public static RequestEvent Arrived(DateOnly on) => new(RequestEventKind.Arrived, on);

    /// <summary>The day of receipt.</summary>
    public static RequestEvent Received(DateOnly on) => new(RequestEventKind.Received, on);

    /// <summary>The day of receipt of a request to correct a record.</summary>
    public static RequestEvent CorrectionReceived(DateOnly on) => new(RequestEventKind.CorrectionReceived, on);

    /// <summary>A review body or court ordered a new decision.</summary>
    /// <param name="on">The day on which the order was received.</param>
    /// <param name="days">The working days that the order gives; null for the statutory ones.</param>
    public static RequestEvent Reopened(DateOnly on, int? days = null) => new(RequestEventKind.Reopened, on) { Days = days };

    /// <summary>The applicant was asked to make the request clearer.</summary>
    /// <param name="on">The day on which the notice was sent.</param>
    /// <param name="servedOn">The day on which the applicant received it; null while unknown.</param>
    /// <param name="days">The working days that the notice gives.</param>
    public static RequestEvent ClarificationAsked(DateOnly on, DateOnly? servedOn, int days) =>
        new(RequestEventKind.ClarificationAsked, on) { ServedOn = servedOn, Days = days };

    /// <summary>The day on which the corrected request was received.</summary>
    public static RequestEvent ClarificationSupplied(DateOnly on) => new(RequestEventKind.ClarificationSupplied, on);

    /// <summary>A third party was asked for its opinion.</summary>
    /// <param name="on">The day on which the paper was sent.</param>
    /// <param name="servedOn">The day on which the third party received it; null while unknown.</param>
    /// <param name="party">Which third party of the case.</param>
    public static RequestEvent ThirdPartyAsked(DateOnly on, DateOnly? servedOn, int party = 1) =>
        new(RequestEventKind.ThirdPartyAsked, on) { ServedOn = servedOn, Party = party };

    /// <summary>The day on which the third party's answer was received.</summary>
    public static RequestEvent ThirdPartyReplied(DateOnly on, int party = 1) => new(RequestEventKind.ThirdPartyReplied, on) { Party = party };

    /// <summary>An agency that made the information with this one, or another that it concerns, was asked.</summary>
    /// <param name="on">The day on which the paper was sent.</param>
    /// <param name="servedOn">The day on which that agency received it; null while unknown.</param>
    /// <param name="party">Which agency of the case.</param>
    public static RequestEvent AgencyAsked(DateOnly on, DateOnly? servedOn, int party = 1) =>
        new(RequestEventKind.AgencyAsked, on) { ServedOn = servedOn, Party = party };

    /// <summary>The day on which that agency's answer was received.</summary>
    public static RequestEvent AgencyReplied(DateOnly on, int party = 1) => new(RequestEventKind.AgencyReplied, on) { Party = party };

    /// <summary>The applicant was asked for the reasons of so many requests.</summary>
    /// <param name="on">The day on which the notice was sent.</param>
    /// <param name="dueOn">The last day that it names.</param>
    public static RequestEvent ReasonAsked(DateOnly on, DateOnly dueOn) => new(RequestEventKind.ReasonAsked, on) { DueOn = dueOn };

    /// <summary>The day on which the reasons were received.</summary>
    public static RequestEvent ReasonGiven(DateOnly on) => new(RequestEventKind.ReasonGiven, on);

    /// <summary>The reasons being fair, the agency named a later day for its answer.</summary>
    public static RequestEvent LaterDateSet(DateOnly on, DateOnly dueOn) => new(RequestEventKind.LaterDateSet, on) { DueOn = dueOn };

    /// <summary>The applicant was told to pay.</summary>
    /// <param name="on">The day on which the notice was sent.</param>
    /// <param name="servedOn">The day on which the applicant received it; null while unknown.</param>
    public static RequestEvent FeeNoticed(DateOnly on, DateOnly? servedOn) => new(RequestEventKind.FeeNoticed, on) { ServedOn = servedOn };

    /// <summary>The day of full payment.</summary>
    public static RequestEvent FeePaid(DateOnly on) => new(RequestEventKind.FeePaid, on);

    /// <summary>The applicant was told that the answer takes longer.</summary>
    /// <param name="on">The day on which the notice was given.</param>
    /// <param name="days">By how many working days, 20 at most.</param>
    public static RequestEvent ExtensionNotified(DateOnly on, int days) => new(RequestEventKind.ExtensionNotified, on) { Days = days };

    /// <summary>The third party was told that its information will be disclosed.</summary>
    /// <param name="on">The day on which the notice was given.</param>
    /// <param name="days">The working days that it has to object by local rule; null where there is none.</param>
    /// <param name="party">Which third party of the case.</param>
    public static RequestEvent ThirdPartyInformed(DateOnly on, int? days, int party = 1) =>
        new(RequestEventKind.ThirdPartyInformed, on) { Days = days, Party = party };

    /// <summary>The decision was served, or the case ended otherwise.</summary>
    /// <param name="on">The day on which it counts as served (<see cref="DayOfService"/>).</param>
    /// <param name="outcome">How it ended.</param>
    public static RequestEvent Concluded(DateOnly on, Outcome outcome) => new(RequestEventKind.Concluded, on) { Outcome = outcome };

    /// <summary>An event as a ledger kept it, field by field.</summary>
    public static RequestEvent Restore(RequestEventKind kind, DateOnly on, DateOnly? servedOn, DateOnly? dueOn, int? days, int party, Outcome? outcome) =>
        new(kind, on) { ServedOn = servedOn, DueOn = dueOn, Days = days, Party = party, Outcome = outcome };
}
