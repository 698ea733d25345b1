namespace Gongkai.Reports.Form;

/// <summary>The tables of both editions of the form.</summary>
public enum FormTable
{
    /// <summary>Table two of the 2021 edition.</summary>
    Proactive,

    /// <summary>Table two of the 2019 trial edition.</summary>
    Proactive2019,

    /// <summary>Table three.</summary>
    Requests,

    /// <summary>Table four.</summary>
    Disputes,
}

/// <summary>The rows of table three in the order of the form; <see cref="OtherwiseWhole"/> is the single row （六）其他处理 of the 2019 edition.</summary>
public enum RequestRow
{
    Received,
    CarriedIn,
    Granted,
    PartlyGranted,
    StateSecret,
    ProhibitedByLaw,
    SecurityAndStability,
    ThirdPartyRights,
    InternalAffairs,
    ProcessInformation,
    EnforcementFile,
    AdministrativeInquiry,
    NotHeld,
    NeedsCreation,
    StillUnclear,
    Petition,
    Repeated,
    Publication,
    Excessive,
    Reissue,
    OtherwiseWhole,
    ClarificationOverdue,
    FeeOverdue,
    OtherwiseOther,
    Concluded,
    CarriedOut,
}

/// <summary>The columns of table three: who applied, and the sum of the six.</summary>
public enum ApplicantColumn
{
    Natural,
    Commercial,
    Research,
    PublicWelfare,
    LegalService,
    Other,
    Total,
}

/// <summary>The three groups of table four.</summary>
public enum DisputeGroup
{
    Reconsideration,
    LitigationDirect,
    LitigationAfterReconsideration,
}

/// <summary>The five columns of each group of table four.</summary>
public enum DisputeResult
{
    Upheld,
    Corrected,
    OtherResult,
    Pending,
    Total,
}
