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

/// <summary>How many reviews a document goes through.</summary>
public enum ReviewWay
{
    /// <summary>Three reviews and the secrecy review.</summary>
    Long,

    /// <summary>One review before the signature. The secrecy review is never left out (先审查、后公开).</summary>
    Short,
}

/// <summary>Which reviews a document goes through, in their order.</summary>
public static class ReviewRoute
{
    private static readonly ReviewStep[] LongWay = [ReviewStep.First, ReviewStep.Second, ReviewStep.Secrecy, ReviewStep.Final];

    private static readonly ReviewStep[] ShortWay = [ReviewStep.First, ReviewStep.Secrecy, ReviewStep.Final];

    public static IReadOnlyList<ReviewStep> Of(ReviewWay way) => way == ReviewWay.Short ? ShortWay : LongWay;

    /// <summary>The way of a kind, as long as nobody has set another.</summary>
    public static ReviewWay Usual(DocumentKind kind) => kind == DocumentKind.News ? ReviewWay.Short : ReviewWay.Long;

    /// <summary>Whether the short way can be set for a kind: never for what binds people.</summary>
    public static bool MayBeShort(DocumentKind kind) => kind is not (DocumentKind.NormativeDocument or DocumentKind.Rule or DocumentKind.PolicyDocument);

    /// <summary>The review that follows one, also where the way was changed while the document was on it; null after the last.</summary>
    public static ReviewStep? After(ReviewStep step, ReviewWay way)
    {
        var place = Array.IndexOf(LongWay, step);
        return LongWay.Skip(place + 1).Where(Of(way).Contains).Select(next => (ReviewStep?)next).FirstOrDefault();
    }
}
