namespace Gongkai.Law.Requests;

/// <summary>
/// The lengths of the periods, and the points that the statute leaves open. The lengths are those of the regulation;
/// what is open has the reading that favours the applicant, and may be set otherwise where a province reads it so.
/// </summary>
public sealed record ClockRules
{
    /// <summary>The regulation, with our reading of what it leaves open.</summary>
    public static ClockRules Default { get; } = new();

    /// <summary>答复: working days from the day of receipt (第三十三条第二款).</summary>
    public int Answer { get; init; } = 20;

    /// <summary>延长: working days at most (第三十三条第二款).</summary>
    public int Extension { get; init; } = 20;

    /// <summary>补正告知: working days from the day of receipt (第三十条).</summary>
    public int ClarificationNotice { get; init; } = 7;

    /// <summary>征求意见: working days from its receipt (第三十二条、第三十四条).</summary>
    public int Consultation { get; init; } = 15;

    /// <summary>缴费: working days from the day after the notice was received (国办函〔2020〕109号第六条).</summary>
    public int Payment { get; init; } = 20;

    /// <summary>更正: working days from the day of receipt. Article 41 names none; agencies use those of an answer.</summary>
    public int Correction { get; init; } = 20;

    /// <summary>Within how many working days a request that needs confirmation is to be confirmed. No text says; the next working day.</summary>
    public int Confirmation { get; init; } = 1;

    /// <summary>Whether a notice sent after the limit for it still stops the period. Read strictly it does not.</summary>
    public bool LateClarificationStops { get; init; }

    /// <summary>Whether the period stands still while the reasons of article 35 are awaited.</summary>
    public bool ReasonStops { get; init; } = true;

    /// <summary>From how many working days left a case is shown as near (yellow).</summary>
    public int NearAt { get; init; } = 5;

    /// <summary>From how many working days left a case is shown as pressing (orange).</summary>
    public int PressingAt { get; init; } = 2;
}
