using Gongkai.Platform.Publishing;

namespace Gongkai.Platform.Participation;

/// <summary>What came of it.</summary>
/// <param name="Id">What was made or changed, where the caller does not know it.</param>
/// <param name="Refusal">Why not; null where it was done.</param>
public sealed record ParticipationResult(long Id, ParticipationRefusal? Refusal)
{
    /// <summary>What the screening found, where that is why.</summary>
    public IReadOnlyList<DocumentHit> Hits { get; init; } = [];

    public bool IsDone => Refusal is null;

    public string? Message => Refusal is { } refusal ? ParticipationWords.Sentence(refusal) : null;

    internal static ParticipationResult Done { get; } = new(0, null);

    internal static ParticipationResult Refused(ParticipationRefusal refusal) => new(0, refusal);
}

/// <summary>Why something was not done.</summary>
public enum ParticipationRefusal
{
    NotFound,
    NotAllowed,
    OwnWork,
    WrongState,
    ChangedMeanwhile,
    TitleMissing,
    TextMissing,
    TextTooLong,
    ContactMissing,
    ContactWrong,
    ReasonMissing,
    DateOutOfRange,
    FirstDayPassed,
    TooShort,
    NotLonger,
    NoSuchDocument,
    NoSuchAgency,
    NoSuchReceiver,
    NoSuchHandler,
    FileRefused,
    TooManyFiles,
    ScreeningHits,
    PersonalData,
    NotOpen,
    NotClosed,
    Unjudged,
    TooMany,
    NotWished,
    AnsweredBefore,
    QuestionsWrong,
    AnswersWrong,
    PositionWrong,
    HoursWrong,
}
