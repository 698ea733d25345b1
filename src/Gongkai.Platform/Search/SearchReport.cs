namespace Gongkai.Platform.Search;

/// <summary>The words of a published report; the database keeps them as reports are published. Whether it may be read is asked again at each search.</summary>
public sealed class SearchReport
{
    public int FilingId { get; init; }

    public required string Text { get; init; }
}
