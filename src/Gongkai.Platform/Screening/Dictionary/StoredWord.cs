using Gongkai.Platform.Screening.Texts;
using Gongkai.Platform.Screening.Texts.Words;

namespace Gongkai.Platform.Screening.Dictionary;

/// <summary>A word of the dictionary as it is kept.</summary>
public sealed class StoredWord
{
    public int Id { get; init; }

    public required string Word { get; set; }

    public required WordKind Kind { get; set; }

    public string? Replacement { get; set; }

    public required ScreeningSeverity Severity { get; set; }

    public string[] Exceptions { get; set; } = [];

    public string[] Followed { get; set; } = [];

    public DateOnly? ValidFrom { get; set; }

    public string? Note { get; set; }

    /// <summary>Whether it came with the program.</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>Whether it is not looked for.</summary>
    public bool IsDisabled { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string ChangedByName { get; set; } = "";

    /// <summary>As the screening looks for it.</summary>
    public ScreeningWord ToWord() => new(Kind, Word, Replacement, Severity) { Exceptions = Exceptions, Followed = Followed, ValidFrom = ValidFrom, Note = Note };

    internal void Take(ScreeningWord word)
    {
        (Word, Kind, Replacement, Severity) = (word.Word, word.Kind, word.Replacement, word.Severity);
        (Exceptions, Followed, ValidFrom, Note) = ([.. word.Exceptions], [.. word.Followed], word.ValidFrom, word.Note);
    }

    internal object ForAudit() => new { Word, Kind = WordTable.Of(Kind), Replacement, Severity = ScreeningRules.Of(Severity), Exceptions, Followed, ValidFrom, Note, IsDisabled };
}
