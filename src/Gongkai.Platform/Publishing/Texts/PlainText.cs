using Gongkai.Platform.Publishing.Texts.Cleaning;
using Gongkai.Reports.Reading.Numbering;

namespace Gongkai.Platform.Publishing.Texts;

/// <summary>The words of a text without their looks: paragraphs, items and cells as lines, pictures by their alternative text.</summary>
public static class PlainText
{
    /// <summary>The text as lines parted by line feeds.</summary>
    public static string Of(string html) => string.Join('\n', Lines(html));

    /// <summary>The lines, none of them empty.</summary>
    public static IReadOnlyList<string> Lines(string html)
    {
        var lines = new List<string>();
        foreach (var block in CleanHtml.Blocks(html))
        {
            Add(lines, block, "");
        }

        return lines;
    }

    /// <summary>How many characters a text has, spaces not counted, as the editor counts them.</summary>
    public static int Count(string html) => Lines(html).Sum(static line => line.EnumerateRunes().Count(static rune => !System.Text.Rune.IsWhiteSpace(rune)));

    private static void Add(List<string> lines, TextBlock block, string number)
    {
        switch (block)
        {
            case Paragraph paragraph:
                AddLines(lines, number + TextRuns.TextOf(paragraph.Runs));
                break;
            case Quotation quotation:
                AddAll(lines, quotation.Blocks, number);
                break;
            case Figure figure:
                AddLines(lines, number + TextRuns.TextOf([figure.Picture]));
                AddLines(lines, TextRuns.TextOf(figure.Caption));
                break;
            case TextList list:
                for (var index = 0; index < list.Items.Count; index++)
                {
                    AddAll(lines, list.Items[index], list.Mark.IsOrdered ? NumberOf(list.Mark, index) : "");
                }

                break;
            case TextTable table:
                AddLines(lines, TextRuns.TextOf(table.Caption));
                foreach (var cell in table.Rows.SelectMany(static row => row.Cells))
                {
                    AddAll(lines, cell.Blocks, "");
                }

                break;
        }
    }

    /// <summary>The number before an item, as browsers print it.</summary>
    private static string NumberOf(ListMark mark, int index) => (mark.Type switch
    {
        'a' => NumberFormat.LowerLetter,
        'A' => NumberFormat.UpperLetter,
        'i' => NumberFormat.LowerRoman,
        'I' => NumberFormat.UpperRoman,
        _ => NumberFormat.Decimal,
    }).Print(mark.Start + index) + ". ";

    private static void AddAll(List<string> lines, IReadOnlyList<TextBlock> blocks, string number)
    {
        for (var index = 0; index < blocks.Count; index++)
        {
            Add(lines, blocks[index], index == 0 ? number : "");
        }
    }

    private static void AddLines(List<string> lines, string text) => lines.AddRange(text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
