using Gongkai.Platform.Publishing.Texts.Comparing;

namespace Gongkai.Platform.Publishing.Texts;

/// <summary>What changed between two versions of a text, paragraph by paragraph and word by word.</summary>
/// <param name="Blocks">The paragraphs, items and table rows of both, in reading order.</param>
public sealed record TextDifference(IReadOnlyList<DifferenceBlock> Blocks)
{
    public int Added => Blocks.Count(static block => block.State == DifferenceState.Added);

    public int Removed => Blocks.Count(static block => block.State == DifferenceState.Removed);

    public int Changed => Blocks.Count(static block => block.State == DifferenceState.Changed || block.IsRestyled);

    public bool IsEmpty => Added + Removed + Changed == 0;

    public static TextDifference Of(string oldHtml, string newHtml) =>
        new(BlockDifference.Of(ComparedBlock.Of(CleanHtml.Blocks(oldHtml)), ComparedBlock.Of(CleanHtml.Blocks(newHtml))));

    /// <summary>What changed between two texts without markup, such as titles.</summary>
    public static IReadOnlyList<DifferenceRun> OfPlain(string oldText, string newText) => WordDifference.Of(oldText, newText);
}

/// <summary>A paragraph, an item of a list or a row of a table of either version.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="State">What became of it.</param>
/// <param name="Runs">Its words, with those of both versions where it changed.</param>
/// <param name="IsRestyled">Whether its words stayed and its looks did not.</param>
public sealed record DifferenceBlock(DifferenceKind Kind, DifferenceState State, IReadOnlyList<DifferenceRun> Runs, bool IsRestyled);

/// <summary>Words that stand in both versions, or in one.</summary>
/// <param name="State">Same, added or removed.</param>
/// <param name="Text">The words.</param>
public readonly record struct DifferenceRun(DifferenceState State, string Text);

public enum DifferenceKind
{
    Text,
    Heading,
    Item,
    Row,
}

public enum DifferenceState
{
    Same,
    Added,
    Removed,
    Changed,
}
