namespace Gongkai.Platform.Search.Documents;

/// <summary>The texts of a published document, kept so that it is found. Whether it may be read is asked again at each search.</summary>
public sealed class SearchDocument
{
    public long DocumentId { get; init; }

    public required string Text { get; init; }

    public required string Attachments { get; init; }
}
