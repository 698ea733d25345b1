using System.Collections.Immutable;

namespace Gongkai.Reports.Reading;

/// <summary>
/// What a format reader has found so far, in reading order: strings are paragraphs, the rest are tables whose kind
/// (data or layout) is settled when they end.
/// </summary>
internal sealed class BlockFlow
{
    private readonly List<object> items = [];

    public int Count => items.Count;

    public void Add(string paragraph) => items.Add(paragraph);

    public void Add(TableDraft table) => items.Add(table);

    public void Add(BlockFlow flow) => items.AddRange(flow.items);

    public void Add(CellDraft cell)
    {
        if (cell.Flow is { } flow)
        {
            items.AddRange(flow.items);
        }
        else if (cell.Single is { Length: > 0 } text)
        {
            items.Add(text);
        }
    }

    public bool HasTable => items.Exists(static item => item is TableDraft);

    public string Joined() => string.Join('\n', items.OfType<string>());

    /// <summary>The blocks with their places: paragraphs are counted through the document, grids have a number each.</summary>
    public ImmutableArray<SourceBlock> ToBlocks(int part = 0)
    {
        var blocks = ImmutableArray.CreateBuilder<SourceBlock>(items.Count);
        var paragraphs = 0;
        var tables = 0;
        foreach (var item in items)
        {
            if (item is TableDraft table)
            {
                tables++;
                blocks.Add(table.ToGrid(part > 0 ? part : tables));
                continue;
            }

            var text = (string)item;
            foreach (var range in text.AsSpan().Split('\n'))
            {
                var line = text.AsSpan(range).Trim();
                if (!line.IsEmpty)
                {
                    paragraphs++;
                    blocks.Add(new SourceParagraph(line.Length == text.Length ? text : line.ToString(), new SourcePlace(part, paragraphs, 0)));
                }
            }
        }

        return blocks.DrainToImmutable();
    }
}
