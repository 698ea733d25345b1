using Gongkai.Platform.Publishing.Texts.Cleaning;

namespace Gongkai.Platform.Publishing.Texts.Comparing;

/// <summary>A line of a text as it is compared.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words.</param>
/// <param name="Html">Its words and looks.</param>
internal sealed record ComparedBlock(DifferenceKind Kind, string Text, string Html)
{
    private const string BetweenCells = " ｜ ";

    /// <summary>Lines with the same key are the same line.</summary>
    public string Key => $"{(int)Kind}{Text}";

    public static List<ComparedBlock> Of(IReadOnlyList<TextBlock> blocks)
    {
        var lines = new List<ComparedBlock>();
        Add(lines, blocks, DifferenceKind.Text);
        return lines;
    }

    private static void Add(List<ComparedBlock> lines, IEnumerable<TextBlock> blocks, DifferenceKind kind)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Paragraph paragraph:
                    AddLine(lines, paragraph.Look.Heading > 0 ? DifferenceKind.Heading : kind, Words(paragraph.Runs), block);
                    break;
                case TextList list:
                    foreach (var item in list.Items)
                    {
                        Add(lines, item, DifferenceKind.Item);
                    }

                    break;
                case Quotation quotation:
                    Add(lines, quotation.Blocks, kind);
                    break;
                case Figure figure:
                    AddLine(lines, kind, Words([figure.Picture, .. figure.Caption]), block);
                    break;
                case TextTable table:
                    AddLine(lines, kind, Words(table.Caption), new Paragraph(default, table.Caption));
                    foreach (var row in table.Rows)
                    {
                        AddLine(lines, DifferenceKind.Row, string.Join(BetweenCells, row.Cells.Select(TextOf)), new TextTable([], [row], 0));
                    }

                    break;
            }
        }
    }

    private static void AddLine(List<ComparedBlock> lines, DifferenceKind kind, string text, TextBlock block)
    {
        if (text.Length > 0)
        {
            lines.Add(new ComparedBlock(kind, text, HtmlWriting.Of([block])));
        }
    }

    private static string TextOf(TextCell cell) => string.Join(' ', Of(cell.Blocks).Select(static line => line.Text));

    private static string Words(IReadOnlyList<TextRun> runs) =>
        string.Concat(runs.Select(static run => run.Picture is { } picture ? $"〔图片：{picture.Alternative}〕" : run.IsBreak ? " " : run.Text));
}
