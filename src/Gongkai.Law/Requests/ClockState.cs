namespace Gongkai.Law.Requests;

/// <summary>How a period stands on the day on which one looks.</summary>
public enum ClockState
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It stands still and will go on with what is left.</summary>
    Paused,

    /// <summary>It waits for the applicant, and will be counted anew when the applicant acts.</summary>
    Waiting,

    /// <summary>What was due was done in time.</summary>
    Met,

    /// <summary>What was due was done too late.</summary>
    Late,

    /// <summary>The last day has gone by and nothing was done.</summary>
    Overdue,

    /// <summary>Another period took its place: it was counted anew, or there is nothing left to do in it.</summary>
    Ended,
}
