namespace Gongkai.Platform.Requests.Applicants;

/// <summary>The bounds of what an applicant writes to the own case.</summary>
internal static class OwnText
{
    public const int Longest = 4000;

    /// <summary>Why it is not taken; null where it is.</summary>
    public static RequestRefusal? Refuse(string text) =>
        text.Trim().Length == 0 ? RequestRefusal.TextMissing
        : text.Length > Longest ? RequestRefusal.TextTooLong : null;
}
