using Gongkai.Platform.Publishing.Texts.Cleaning;

namespace Gongkai.Platform.Publishing.Texts;

/// <summary>A text for reading, with a place to jump to at each heading.</summary>
/// <param name="Html">The cleaned text; its headings have the ids of <paramref name="Headings"/>.</param>
/// <param name="Headings">The headings outside of tables, lists and quotations, in order.</param>
public sealed record Outline(string Html, IReadOnlyList<OutlineHeading> Headings)
{
    public static Outline Of(string html)
    {
        var blocks = CleanHtml.Blocks(html);
        var headings = blocks.OfType<Paragraph>().Where(static paragraph => paragraph.Look.Heading > 0)
            .Select(static (paragraph, index) => new OutlineHeading($"part-{index + 1}", paragraph.Look.Heading, TextRuns.TextOf(paragraph.Runs).Replace('\n', ' ')));
        return new Outline(HtmlWriting.Of(blocks, anchors: true), [.. headings]);
    }
}

/// <summary>A heading of a text.</summary>
/// <param name="Id">Where a link to it leads, without the #.</param>
/// <param name="Level">2, 3 or 4.</param>
/// <param name="Text">Its words.</param>
public sealed record OutlineHeading(string Id, int Level, string Text);
