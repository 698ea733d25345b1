namespace Gongkai.Law.Requests;

/// <summary>Who has to act next.</summary>
public enum Turn
{
    /// <summary>The agency that handles the request.</summary>
    Agency,

    /// <summary>The applicant.</summary>
    Applicant,

    /// <summary>A third party.</summary>
    ThirdParty,

    /// <summary>Another agency.</summary>
    OtherAgency,

    /// <summary>Nobody: the case has ended.</summary>
    Nobody,
}
