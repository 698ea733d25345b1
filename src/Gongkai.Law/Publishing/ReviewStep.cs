namespace Gongkai.Law.Publishing;

/// <summary>A review before publication: 三审三校 and the secrecy review (条例第十七条; 《保守国家秘密法实施条例》第四十二条).</summary>
public enum ReviewStep
{
    /// <summary>一审一校.</summary>
    First,

    /// <summary>二审二校.</summary>
    Second,

    /// <summary>三审三校（签发）.</summary>
    Final,

    /// <summary>保密审查，逐项.</summary>
    Secrecy,
}

/// <summary>Which reviews a document goes through, in their order.</summary>
public static class ReviewRoute
{
    /// <summary>The long way: three reviews and the secrecy review.</summary>
    public static IReadOnlyList<ReviewStep> Long { get; } = [ReviewStep.First, ReviewStep.Second, ReviewStep.Secrecy, ReviewStep.Final];

    /// <summary>The short way, for news: one review before the signature. The secrecy review is never left out (先审查、后公开).</summary>
    public static IReadOnlyList<ReviewStep> Short { get; } = [ReviewStep.First, ReviewStep.Secrecy, ReviewStep.Final];

    /// <summary>The way of a kind, as long as the agency has not set another.</summary>
    public static IReadOnlyList<ReviewStep> Of(DocumentKind kind) => kind == DocumentKind.News ? Short : Long;
}
