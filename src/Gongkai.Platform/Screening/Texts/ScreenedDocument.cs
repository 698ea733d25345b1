using Gongkai.Law.Publishing;

namespace Gongkai.Platform.Screening.Texts;

/// <summary>A document as it is about to be published, with all that is said of it.</summary>
public sealed record ScreenedDocument
{
    public required string Title { get; init; }

    /// <summary>Its text as HTML.</summary>
    public required string BodyHtml { get; init; }

    /// <summary>文号.</summary>
    public string? Number { get; init; }

    /// <summary>成文日期.</summary>
    public DateOnly? MadeOn { get; init; }

    /// <summary>The day on which it is or will be published: what is out of date, and how old someone is, goes by it.</summary>
    public DateOnly? PublishedOn { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public string? Summary { get; init; }

    /// <summary>信息来源.</summary>
    public string? Source { get; init; }

    /// <summary>公开属性; null where nobody has decided it.</summary>
    public DisclosureAttribute? Openness { get; init; }

    /// <summary>The domain of the own site, so that links to it are not links to others.</summary>
    public string? OwnDomain { get; init; }

    /// <summary>The texts of its attachments, as <see cref="Files.AttachmentScreening"/> reads them; none where those are screened by themselves.</summary>
    public IReadOnlyList<ScreenedText> Attachments { get; init; } = [];

    /// <summary>The day by which it is judged.</summary>
    internal DateOnly? Day => PublishedOn ?? MadeOn;
}
