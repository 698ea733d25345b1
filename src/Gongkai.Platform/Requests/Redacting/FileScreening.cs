using System.Text.Json;
using Gongkai.Platform.Screening;

namespace Gongkai.Platform.Requests.Redacting;

/// <summary>What was found hidden in a file of a case, and what was said to it.</summary>
public sealed class FileScreening
{
    public long FileId { get; init; }

    public DateTimeOffset ScreenedAt { get; init; }

    /// <summary>The hits as JSON.</summary>
    public required string Hits { get; init; }

    /// <summary>Why it could not be looked into; null where it could.</summary>
    public string? Complaint { get; init; }

    /// <summary>Whether it may not be given away without a word.</summary>
    public bool NeedsWord { get; init; }

    public string? Explanation { get; set; }

    public DateTimeOffset? ExplainedAt { get; set; }

    public string? ExplainedByName { get; set; }

    internal static string Write(IReadOnlyList<HiddenContent> hits) => JsonSerializer.Serialize(hits);

    internal ScreeningView View => new(JsonSerializer.Deserialize<List<HiddenContent>>(Hits) ?? [], Complaint, NeedsWord, Explanation, ExplainedByName);
}

/// <summary>What was found in a file, as people see it.</summary>
public sealed record ScreeningView(IReadOnlyList<HiddenContent> Hits, string? Complaint, bool NeedsWord, string? Explanation, string? ExplainedByName)
{
    /// <summary>Whether it holds the file back until it is cleaned or explained.</summary>
    public bool IsOpen => NeedsWord && Explanation is null;
}
