namespace Gongkai.Platform.Requests;

/// <summary>Why something was not done with a request.</summary>
public enum RequestRefusal
{
    /// <summary>There is no such request, or this person may not know of it.</summary>
    NotFound,

    NotAllowed,

    /// <summary>The case has moved on, or is not there yet.</summary>
    WrongState,

    /// <summary>Nobody approves what that person sent to review.</summary>
    OwnWork,

    /// <summary>A word is missing where one is needed.</summary>
    TextMissing,

    TextTooLong,

    /// <summary>What has not happened yet cannot be entered.</summary>
    DateInFuture,

    /// <summary>It cannot have happened before the request came.</summary>
    DateBeforeArrival,

    /// <summary>The calendar does not reach so far.</summary>
    DateOutOfRange,

    /// <summary>补正 may be asked for once (第三十条).</summary>
    SecondClarification,

    /// <summary>The limit for it has passed; it stops nothing, and is done only when the person says so (第三十条).</summary>
    LateClarification,

    /// <summary>The period had ended before the notice (第三十三条第二款).</summary>
    LateExtension,

    /// <summary>The period was extended before (第三十三条第二款).</summary>
    SecondExtension,

    /// <summary>A number of days that is not allowed.</summary>
    DaysOutOfRange,

    /// <summary>There is no such third party or agency in the case.</summary>
    NoSuchParty,

    /// <summary>An item has no outcome, or no reason where one is needed.</summary>
    ItemsUndecided,

    /// <summary>逾期不补正 or 逾期不缴费 before the applicant's period has ended.</summary>
    PeriodStillRuns,

    /// <summary>信息不存在 without a record of the search (第三十六条第（四）项).</summary>
    SearchMissing,

    /// <summary>The day of service is not known yet: nobody has signed.</summary>
    NotServedYet,

    /// <summary>There is nothing to pay: the request is within the free number or pages.</summary>
    NothingToPay,

    NoSuchEvent,

    /// <summary>The event from which the case began cannot be taken back.</summary>
    NotRetractable,

    /// <summary>The other agency or person is not one to which this can go.</summary>
    NoSuchReceiver,

    /// <summary>They are not two requests of one applicant to one agency, or the other did not come first.</summary>
    MergeNotSame,

    /// <summary>The earlier one has ended (第三十六条第（六）项).</summary>
    MergeEnded,

    /// <summary>The earlier one would be answered later than this one is due (第三十三条第二款).</summary>
    MergeLater,

    NoSuchAgency,

    /// <summary>The day for a unit lies in the past, or not before the statutory one.</summary>
    ReportByWrong,

    /// <summary>A unit is named twice, or there are too many.</summary>
    UnitTwice,

    NoSuchUnit,

    /// <summary>Nobody has seen who asks for a new code.</summary>
    IdentityNotSeen,

    /// <summary>The document that was shown is not the applicant's.</summary>
    IdentityDiffers,

    /// <summary>The other agency belongs to another government (第三十六条第（五）项).</summary>
    PassOutside,

    /// <summary>The request is addressed to this agency, which has to answer it (第三十六条第（五）项).</summary>
    PassAddressedHere,

    /// <summary>The agency has begun to handle it (第三十六条第（五）项).</summary>
    PassStarted,

    /// <summary>The file is of no kind that is taken, or too large.</summary>
    FileRefused,

    /// <summary>The file cannot be opened for what is to be done with it.</summary>
    FileUnreadable,

    /// <summary>Nothing is marked to be covered.</summary>
    NothingMarked,

    /// <summary>Somebody changed the marks meanwhile.</summary>
    MarksChanged,

    /// <summary>The file is of no kind that can be cleaned.</summary>
    NotCleanable,

    /// <summary>The original of a file that was covered goes to nobody.</summary>
    OriginalStays,

    /// <summary>What goes to the applicant holds hidden things to which nobody said a word.</summary>
    FilesUnexplained,
}
