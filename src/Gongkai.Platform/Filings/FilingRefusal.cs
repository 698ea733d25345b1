namespace Gongkai.Platform.Filings;

/// <summary>Why a step of a filing was not taken.</summary>
public enum FilingRefusal
{
    /// <summary>There is no such filing, or this person may not know of it.</summary>
    NotFound,

    NotAllowed,

    /// <summary>The filing has moved on, or is not there yet.</summary>
    WrongState,

    /// <summary>Nobody approves what that person sent to review.</summary>
    OwnWork,

    /// <summary>A review before this one is still to be given, or this one has been given.</summary>
    NotYourTurn,

    ReviewsPending,

    /// <summary>No node stands above the agency to submit to.</summary>
    NoAuthority,

    /// <summary>Errors, unsettled cells, open remarks or unexplained warnings stand in the way; they are listed.</summary>
    Hindered,

    /// <summary>A correction, a return, an explanation or a remark without a word.</summary>
    TextMissing,

    AlreadyBegun,

    YearOutOfRange,

    NoLastYear,

    /// <summary>The file could not be read; the sentence says why.</summary>
    Unreadable,

    /// <summary>Something has to be confirmed first; it is listed.</summary>
    Unconfirmed,

    /// <summary>The mend is not on offer any more: the figures have changed.</summary>
    NoSuchMend,

    /// <summary>There is no such warning any more.</summary>
    NoSuchFinding,

    NoSuchRemark,

    NoSuchPlace,

    /// <summary>The agency keeps no cases in the program for that year.</summary>
    NoLedger,
}
