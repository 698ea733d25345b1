namespace Gongkai.Law.Requests;

/// <summary>The way on which a request reaches the agency; it decides the day of receipt (条例第二十九条、第三十一条).</summary>
public enum IntakeChannel
{
    /// <summary>当面提交.</summary>
    Counter,

    /// <summary>邮寄, signed for by the agency: EMS or registered.</summary>
    SignedPost,

    /// <summary>平常信函 and anything else that nobody signs for, also a letter addressed to another office of the agency.</summary>
    PlainPost,

    /// <summary>互联网渠道.</summary>
    Online,

    /// <summary>传真.</summary>
    Fax,

    /// <summary>电子邮件.</summary>
    Email,

    /// <summary>口头, where writing is hard; the office fills in the form (第二十九条第一款).</summary>
    Oral,
}
