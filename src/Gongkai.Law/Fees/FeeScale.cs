namespace Gongkai.Law.Fees;

/// <summary>The two scales of the 信息处理费; a request is charged on one of them, never both (国办函〔2020〕109号第三条).</summary>
public enum FeeScale
{
    /// <summary>按件计收.</summary>
    ByCount,

    /// <summary>按量计收.</summary>
    ByVolume,
}
