namespace Gongkai.Law.Reporting;

/// <summary>Who may make 规章 (《立法法》第九十一条、第九十三条).</summary>
public static class RulemakingPower
{
    /// <summary>
    /// Whether an agency of this level can have made 规章 at all. Below the 设区的市 none can,
    /// so all three figures of the row 规章 are zero there.
    /// </summary>
    public static bool MayMakeRules(GovernmentLevel level) => level switch
    {
        GovernmentLevel.State or GovernmentLevel.Province or GovernmentLevel.City => true,
        GovernmentLevel.County or GovernmentLevel.Township => false,
    };
}
