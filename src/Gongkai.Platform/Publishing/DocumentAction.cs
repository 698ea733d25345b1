namespace Gongkai.Platform.Publishing;

/// <summary>What can be done with a document, in the order in which it meets them.</summary>
public enum DocumentAction
{
    Edit,
    SendToReview,
    TakeBack,
    Approve,
    Return,
    Publish,
    Schedule,
    Unschedule,
    Correct,
    ChangeValidity,
    RecordFiling,
    Withdraw,
    Discard,
    LookAgain,
    MakeProactive,
}

/// <summary>Why something was not done.</summary>
public enum DocumentRefusal
{
    NotFound,
    NotAllowed,
    WrongState,
    OwnWork,
    AlreadyReviewed,
    Incomplete,
    OpenRemarks,
    ChangedMeanwhile,
    ChangedSinceReview,
    TextMissing,
    TextTooLong,
    ChecksMissing,
    TimePassed,
    TimeTooFar,
    FileRefused,
    TooManyFiles,
    DateOutOfRange,
    ScreeningHits,
}
