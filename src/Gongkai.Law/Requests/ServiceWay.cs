namespace Gongkai.Law.Requests;

/// <summary>How a paper is served (国办公开办函〔2016〕235号).</summary>
public enum ServiceWay
{
    /// <summary>直接送达: the applicant signs.</summary>
    Direct,

    /// <summary>委托其他行政机关代为送达: the applicant signs there.</summary>
    ThroughAgency,

    /// <summary>邮寄送达, through the postal enterprise.</summary>
    Post,

    /// <summary>电子送达, as the applicant asked.</summary>
    Electronic,
}

/// <summary>The day on which a reply counts as given.</summary>
public static class DayOfService
{
    /// <summary>The day of posting where the paper is posted, of signature or arrival otherwise; null while that has not happened.</summary>
    /// <param name="way">How it is served.</param>
    /// <param name="sentOn">The day on which it was posted or sent.</param>
    /// <param name="signedOn">The day on which the receiver signed for it, or it arrived; null when it has not.</param>
    public static DateOnly? Of(ServiceWay way, DateOnly sentOn, DateOnly? signedOn) => way switch
    {
        ServiceWay.Post or ServiceWay.Electronic => sentOn,
        ServiceWay.Direct or ServiceWay.ThroughAgency => signedOn,
    };
}
