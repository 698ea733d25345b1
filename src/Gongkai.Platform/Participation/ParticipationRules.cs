namespace Gongkai.Platform.Participation;

/// <summary>Within how many days the agencies answer; kept as the setting <c>participation-rules</c>.</summary>
public sealed record ParticipationRules
{
    public const string Setting = "participation-rules";

    /// <summary>Days from the end of a consultation to the feedback.</summary>
    public int FeedbackDays { get; init; } = 30;

    /// <summary>Working days in which a question about a policy is answered.</summary>
    public int QuestionDays { get; init; } = 5;

    /// <summary>Working days in which a suggestion or a complaint is answered.</summary>
    public int LetterDays { get; init; } = 15;

    /// <summary>Whether the period of a letter begins anew with the agency to which it is handed on; no rule above the local one says so, so that it runs on where that is silent.</summary>
    public bool BeginsAnewWhenHandedOn { get; init; }
}
