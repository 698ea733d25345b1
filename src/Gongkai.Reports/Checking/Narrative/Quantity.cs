namespace Gongkai.Reports.Checking.Narrative;

/// <summary>What a figure in the text may count.</summary>
internal enum Quantity
{
    None,

    /// <summary>新收、收到.</summary>
    Received,

    /// <summary>收到, 含上年结转.</summary>
    ReceivedWithCarriedIn,

    /// <summary>受理: new ones, or with those carried in.</summary>
    Accepted,

    /// <summary>办理: any of received, with those carried in, concluded.</summary>
    Handled,

    /// <summary>办结.</summary>
    Concluded,

    /// <summary>答复: concluded, or concluded but for 其他处理.</summary>
    Answered,
    CarriedIn,
    CarriedOut,

    /// <summary>结转 without saying from or to which year.</summary>
    CarriedEither,

    Granted,
    PartlyGranted,
    GrantedOrPartly,

    /// <summary>予以公开 where the text never speaks of 部分公开.</summary>
    GrantedLoosely,
    Withheld,
    Unavailable,
    NotProcessed,
    Otherwise,

    StateSecret,
    ThirdPartyRights,
    InternalAffairs,
    ProcessInformation,
    EnforcementFile,
    AdministrativeInquiry,
    NotHeld,
    NeedsCreation,
    Petition,
    Repeated,

    Natural,
    Organisation,
    Commercial,
    Research,
    PublicWelfare,
    LegalService,

    Reconsideration,
    ReconsiderationUpheld,
    ReconsiderationCorrected,
    ReconsiderationOther,
    ReconsiderationPending,
    Litigation,
    LitigationUpheld,
    LitigationCorrected,
    LitigationOther,
    LitigationPending,
    LitigationDirect,
    LitigationAfter,
    Disputes,
    DisputesUpheld,
    DisputesCorrected,
    DisputesPending,

    DocumentsIssued,
    DocumentsRepealed,
    DocumentsInForce,
}
