namespace Gongkai.Platform.Screening.Texts.Words;

/// <summary>A word that is not to stand in a published text.</summary>
/// <param name="Kind">Why not.</param>
/// <param name="Word">The word.</param>
/// <param name="Replacement">What is right; null where a person has to think.</param>
/// <param name="Severity">How bad it is.</param>
public sealed record ScreeningWord(WordKind Kind, string Word, string? Replacement, ScreeningSeverity Severity)
{
    /// <summary>Longer words that hold it and are right.</summary>
    public IReadOnlyList<string> Exceptions { get; init; } = [];

    /// <summary>It is wrong only before one of these; # stands for a digit. Empty: always.</summary>
    public IReadOnlyList<string> Followed { get; init; } = [];

    /// <summary>From this day on it is out of date; null where it always was wrong.</summary>
    public DateOnly? ValidFrom { get; init; }

    public string? Note { get; init; }
}

/// <summary>Why a word is not to stand in a text.</summary>
public enum WordKind
{
    /// <summary>严重表述错误: names of state organs and offices.</summary>
    Grave,

    /// <summary>错别字.</summary>
    Wrong,

    /// <summary>过时的机关名称.</summary>
    Agency,

    /// <summary>过时的法规名称.</summary>
    Law,

    /// <summary>本地提醒.</summary>
    Local,
}

/// <summary>A word where it was found.</summary>
internal readonly record struct FoundWord(ScreeningWord Word, int Start);
