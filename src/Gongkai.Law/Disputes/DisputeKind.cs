namespace Gongkai.Law.Disputes;

/// <summary>What kind of dispute: the three blocks of table four.</summary>
public enum DisputeKind
{
    /// <summary>行政复议.</summary>
    Reconsideration,

    /// <summary>未经复议直接起诉.</summary>
    LitigationDirect,

    /// <summary>复议后起诉.</summary>
    LitigationAfterReconsideration,
}
