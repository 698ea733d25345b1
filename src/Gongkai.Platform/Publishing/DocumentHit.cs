using Gongkai.Platform.Screening.Files;
using Gongkai.Platform.Screening.Texts;

namespace Gongkai.Platform.Publishing;

/// <summary>Something that the screening found in a document or a file of it, as it is kept and shown.</summary>
public sealed record DocumentHit
{
    public required string Fingerprint { get; init; }

    public required string Rule { get; init; }

    public required ScreeningSeverity Severity { get; init; }

    /// <summary>Where, for people.</summary>
    public required string Where { get; init; }

    /// <summary>What stands there; a personal number is shortened.</summary>
    public required string Found { get; init; }

    public required string Message { get; init; }

    public required string BasedOn { get; init; }

    /// <summary>What one click would put there.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The file that it is in; null for the document itself.</summary>
    public long? FileId { get; init; }

    /// <summary>The cell of a workbook that it stands in; null elsewhere.</summary>
    public CellPlace? Cell { get; init; }

    /// <summary>Whether a copy of the file can be made without it, in one click.</summary>
    public bool MayBeCleaned { get; init; }

    internal static DocumentHit Of(ScreeningHit hit, long? fileId) => new()
    {
        Fingerprint = hit.Fingerprint, Rule = hit.Rule.Id, Severity = hit.Severity, Where = hit.Place.Words, Found = hit.Found, Message = hit.Message, BasedOn = hit.BasedOn,
        Suggestion = hit.Place.Length > 0 && (fileId is null || hit.Place is { Sheet: not null, Row: > 0 }) ? hit.Suggestion : null, FileId = fileId, MayBeCleaned = hit.MayBeCleaned,
        Cell = hit.Place is { Sheet: { } sheet, Row: > 0, Length: > 0 } place ? new CellPlace(sheet, place.Row, place.Column, place.Offset, place.Length) : null,
    };
}

/// <summary>A hit, and by whom and why it was let stand.</summary>
public sealed record JudgedHit(DocumentHit Hit, KeptHit? Kept)
{
    public bool Holds => Hit.Severity == ScreeningSeverity.Grave && Kept is null;
}

/// <summary>“保留，因为……”: belongs to the hit as long as the words and what is around them stay.</summary>
public sealed class KeptHit
{
    public long DocumentId { get; init; }

    public required string Fingerprint { get; init; }

    public required string Because { get; init; }

    public required string ByName { get; init; }

    public Guid? By { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>What was found in a file: files do not change, so it is looked for once.</summary>
public sealed class DocumentFileScreening
{
    public long FileId { get; init; }

    public Guid BlobId { get; init; }

    /// <summary>The dictionary that it was screened with.</summary>
    public required string WordsStamp { get; init; }

    public DateTimeOffset ScreenedAt { get; init; }

    public required IReadOnlyList<DocumentHit> Hits { get; init; }
}
