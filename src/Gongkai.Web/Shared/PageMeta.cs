namespace Gongkai.Web.Shared;

/// <summary>What a page says of itself: its title, the way to it, and the meta tags of 国办发〔2017〕47号.</summary>
public sealed record PageMeta
{
    public required string Title { get; init; }

    /// <summary>The pages above this one; the home page is always first and is not given.</summary>
    public IReadOnlyList<Crumb> Above { get; init; } = [];

    public ColumnMeta? Column { get; init; }

    public ArticleMeta? Article { get; init; }
}

public sealed record Crumb(string Label, string Href);

public sealed record ColumnMeta
{
    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public string Keywords { get; init; } = "";

    public string Type { get; init; } = "";
}

public sealed record ArticleMeta
{
    public required string Title { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required string Source { get; init; }

    public string Keywords { get; init; } = "";

    public string Author { get; init; } = "";

    public string Description { get; init; } = "";

    public string Image { get; init; } = "";

    public string Url { get; init; } = "";
}
