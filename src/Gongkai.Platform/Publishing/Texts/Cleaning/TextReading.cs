using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Gongkai.Platform.Publishing.Texts.Cleaning;

/// <summary>What is known and gathered while one text is read.</summary>
internal sealed partial class TextReading(int headingShift, int length, PicturesFound? pictures)
{
    private const int AlwaysAffordable = 100_000;
    private const int LargestSide = 5_000;
    private const int TrackingPixel = 3;

    private readonly HashSet<Paragraph> flush = new(ReferenceEqualityComparer.Instance);
    private long affordable = length + (long)AlwaysAffordable;
    private bool hasIndents;

    /// <summary>1 where the source has headings of the first level, which is the title's: all others move down.</summary>
    public int HeadingShift { get; } = headingShift;

    /// <summary>The runs of a line, without links where too many are repeated: all of them together are bounded by the length of the source.</summary>
    public List<TextRun> Afforded(List<TextRun> runs)
    {
        var before = default(string);
        var isAfforded = true;
        foreach (var link in runs.Select(static run => run.Link))
        {
            isAfforded &= link is null || link == before || (affordable -= link.Length) >= 0;
            before = link;
        }

        return isAfforded ? runs : TextRuns.Changed(runs, static run => run with { Link = null });
    }

    /// <summary>A paragraph was read, with an indent in its first line or without.</summary>
    public void Seen(Paragraph paragraph, bool isIndented)
    {
        hasIndents |= isIndented;
        if (!isIndented)
        {
            flush.Add(paragraph);
        }
    }

    /// <summary>Where the source sets indents, a paragraph without one is meant to have none.</summary>
    public IReadOnlyList<TextBlock> Settled(List<TextBlock> blocks) => hasIndents
        ? [.. blocks.Select(block => block is Paragraph paragraph && flush.Contains(paragraph) ? paragraph with { Look = paragraph.Look with { IsFlush = true } } : block)]
        : blocks;

    /// <summary>The picture that an element shows; without a source where it may not be taken along; null where there is nothing to see.</summary>
    public FoundPicture? PictureOf(IElement element)
    {
        var (width, height) = (Side(element, "width"), Side(element, "height"));
        if (width is < TrackingPixel || height is < TrackingPixel)
        {
            return null;
        }

        var source = element.GetAttribute("src")?.Trim() ?? "";
        var alternative = TextRuns.OneLine(element.GetAttribute("alt") ?? "");
        if (OwnPicture().IsMatch(source) && !source.Contains("..", StringComparison.Ordinal))
        {
            return new FoundPicture(source, alternative, width, height);
        }

        if (pictures is not null && PictureData.Of(source) is { } picture)
        {
            return new FoundPicture(pictures.Keep(picture with { Alternative = alternative }), alternative, width, height);
        }

        pictures?.Lose(new LostPicture(alternative, source));
        return new FoundPicture(null, alternative, width, height);
    }

    private static int? Side(IElement element, string name) =>
        int.TryParse(element.GetAttribute(name)?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var side) && side is >= 0 and <= LargestSide ? side : null;

    [GeneratedRegex($@"^{CleanHtml.PicturePath}[A-Za-z0-9-]{{1,64}}(?:/[^/\\\s?#<>""']{{1,200}})?\z")]
    private static partial Regex OwnPicture();
}

internal sealed record FoundPicture(string? Source, string Alternative, int? Width, int? Height);

/// <summary>The pictures that were in the text itself.</summary>
internal sealed class PicturesFound
{
    private readonly Dictionary<string, TextPicture> kept = [];
    private readonly List<LostPicture> lost = [];

    public IReadOnlyList<TextPicture> Kept => [.. kept.Values];

    public IReadOnlyList<LostPicture> Lost => lost;

    public string Keep(TextPicture picture)
    {
        kept.TryAdd(picture.Source, picture);
        return picture.Source;
    }

    public void Lose(LostPicture picture) => lost.Add(picture);
}
