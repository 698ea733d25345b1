namespace Gongkai.Law.Disputes;

/// <summary>How a reconsideration or a suit ended.</summary>
public enum DisputeResult
{
    /// <summary>维持 (《行政复议法》第六十八条).</summary>
    Upheld,

    /// <summary>驳回复议请求、驳回诉讼请求 (《行政复议法》第六十九条，《行政诉讼法》第六十九条).</summary>
    ClaimDismissed,

    /// <summary>变更 (第六十三条；第七十七条).</summary>
    Altered,

    /// <summary>撤销或者部分撤销 (第六十四条；第七十条).</summary>
    Revoked,

    /// <summary>确认违法 (第六十五条；第七十四条).</summary>
    DeclaredUnlawful,

    /// <summary>责令履行、判决履行 (第六十六条；第七十二条、第七十三条).</summary>
    PerformanceOrdered,

    /// <summary>确认无效 (第六十七条；第七十五条).</summary>
    DeclaredVoid,

    /// <summary>不予受理、不予立案.</summary>
    NotAccepted,

    /// <summary>驳回复议申请、裁定驳回起诉.</summary>
    ApplicationDismissed,

    /// <summary>撤回、撤诉、终止、终结.</summary>
    Withdrawn,

    /// <summary>调解、和解.</summary>
    Settled,
}

/// <summary>The column of table four into which a result falls.</summary>
public enum DisputeBucket
{
    /// <summary>结果维持.</summary>
    Upheld,

    /// <summary>结果纠正.</summary>
    Corrected,

    /// <summary>其他结果.</summary>
    OtherResult,

    /// <summary>尚未审结.</summary>
    Pending,
}

/// <summary>Which result falls into which column.</summary>
public static class DisputeBuckets
{
    /// <summary>The column of a result; 尚未审结 while there is none.</summary>
    public static DisputeBucket Of(DisputeResult? result) => result switch
    {
        null => DisputeBucket.Pending,
        DisputeResult.Upheld or DisputeResult.ClaimDismissed => DisputeBucket.Upheld,
        DisputeResult.Altered or DisputeResult.Revoked or DisputeResult.DeclaredUnlawful or DisputeResult.PerformanceOrdered or DisputeResult.DeclaredVoid => DisputeBucket.Corrected,
        DisputeResult.NotAccepted or DisputeResult.ApplicationDismissed or DisputeResult.Withdrawn or DisputeResult.Settled => DisputeBucket.OtherResult,
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "No such result."),
    };
}
