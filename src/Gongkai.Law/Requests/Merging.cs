namespace Gongkai.Law.Requests;

/// <summary>Why a later request of an applicant cannot be closed into an earlier one for the same.</summary>
public enum MergeBar
{
    /// <summary>The one into which it would go did not come first.</summary>
    NotEarlier,

    /// <summary>The earlier one has ended: where it was answered, the later is answered as a repetition (第三十六条第（六）项).</summary>
    AlreadyEnded,

    /// <summary>The earlier one would be answered later than this one is due, or waits for the applicant: nobody loses a day by merging (第三十三条第二款).</summary>
    AnsweredLater,
}

/// <summary>
/// 合并办理: the regulation does not speak of it; it is an act of convenience among open requests, ends the later one as 其他处理 and may take nothing
/// from the applicant. Both stay received (表三第一行), each has one outcome.
/// </summary>
public static class Merging
{
    /// <summary>Why not; null where they can be merged.</summary>
    /// <param name="earlier">The request that goes on.</param>
    /// <param name="later">The request that is closed into it.</param>
    public static MergeBar? Refuse(RequestTimeline earlier, RequestTimeline later) =>
        earlier.Stage == RequestStage.Concluded ? MergeBar.AlreadyEnded
        : earlier.ReceivedOn is not { } first || later.ReceivedOn is not { } second || first > second ? MergeBar.NotEarlier
        : earlier.Answer?.LastDay is not { } due || (later.Answer?.LastDay is { } own && due > own) ? MergeBar.AnsweredLater
        : null;
}
