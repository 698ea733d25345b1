namespace Gongkai.Platform.Publishing.Texts.Cleaning;

/// <summary>Makes lists of the paragraphs that are their items.</summary>
internal static class ListLines
{
    /// <summary>The blocks with each run of such paragraphs as lists; what would stand too deep stands less deep.</summary>
    public static List<TextBlock> Grouped(List<TextBlock> blocks, int depth)
    {
        if (!blocks.Exists(static block => block is ListLine))
        {
            return blocks;
        }

        var grouped = new List<TextBlock>();
        for (var at = 0; at < blocks.Count;)
        {
            if (blocks[at] is not ListLine)
            {
                grouped.Add(blocks[at++]);
                continue;
            }

            var lines = blocks.Skip(at).TakeWhile(static block => block is ListLine).Cast<ListLine>().ToList();
            at += lines.Count;
            grouped.AddRange(ListsOf(lines, depth));
        }

        return grouped;
    }

    private static List<TextBlock> ListsOf(List<ListLine> lines, int depth)
    {
        var lists = new List<TextBlock>();
        for (var at = 0; at < lines.Count;)
        {
            var first = lines[at];
            var items = new List<IReadOnlyList<TextBlock>>();
            while (at < lines.Count && IsNext(first, lines[at], items.Count))
            {
                var line = lines[at++];
                var deeper = depth + 1 < BlockReader.Deepest ? lines.Skip(at).TakeWhile(other => other.Level > line.Level && other.Level > first.Level).ToList() : [];
                at += deeper.Count;
                items.Add([line.Paragraph, .. deeper.Count > 0 ? ListsOf(deeper, depth + 1) : []]);
            }

            lists.Add(new TextList(first.Mark, items));
        }

        return lists;
    }

    /// <summary>Whether a line goes on with the list that another began: with the next number, or with another bullet.</summary>
    private static bool IsNext(ListLine first, ListLine line, int before) =>
        line.Mark.Type == first.Mark.Type && (!line.Mark.IsOrdered || line.Mark.Start == first.Mark.Start + before);
}
