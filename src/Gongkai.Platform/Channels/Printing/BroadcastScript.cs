using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Platform.Publishing.Texts.Cleaning;
using Gongkai.Reports.Writing;

namespace Gongkai.Platform.Channels.Printing;

/// <summary>播音稿: a document as it is read aloud, with how long that takes.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lines">What is read, paragraph by paragraph.</param>
public sealed record BroadcastScript(string Title, IReadOnlyList<string> Lines)
{
    private const int LettersAMinute = 200;

    /// <summary>How many minutes it takes, at the pace of a village loudspeaker; at least one.</summary>
    public int Minutes => Math.Max(1, (int)Math.Ceiling(Lines.Sum(line => line.Count(char.IsLetterOrDigit)) / (double)LettersAMinute));

    public static BroadcastScript Of(PrintedDocument printed)
    {
        var publication = printed.Publication;
        var lines = new List<string> { $"听众朋友们，现在播送{SpokenText.Of(publication.Issuer)}发布的{DocumentWords.Of(publication.Kind)}。", $"{SpokenText.Of(publication.Title)}。" };
        foreach (var block in CleanHtml.Blocks(publication.Body))
        {
            Add(lines, block);
        }

        lines.Add($"以上内容由{SpokenText.Of(printed.AgencyName)}发布，全文可以在政府信息公开网站查看。播送完了，谢谢收听。");
        return new BroadcastScript(publication.Title, lines);
    }

    /// <summary>The script as text.</summary>
    public string Text => $"播音稿\n{Title}\n（约 {Minutes} 分钟）\n\n{string.Join("\n\n", Lines)}\n";

    /// <summary>The script as a Word file.</summary>
    public void Write(Stream output) => new OfficialDocument("播音稿", [new OfficialBlock.Line(OfficialStyle.Number, $"{Title}（约 {Minutes} 分钟）"), .. Lines.Select(line => new OfficialBlock.Line(OfficialStyle.Body, line))]).Write(output);

    private static void Add(List<string> lines, TextBlock block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                AddLines(lines, TextRuns.TextOf(paragraph.Runs));
                break;
            case Quotation quotation:
                AddAll(lines, quotation.Blocks);
                break;
            case Figure figure when figure.Caption.Count > 0:
                AddLines(lines, TextRuns.TextOf(figure.Caption));
                break;
            case TextList list:
                for (var index = 0; index < list.Items.Count; index++)
                {
                    var inner = new List<string>();
                    AddAll(inner, list.Items[index]);
                    var number = list.Mark.IsOrdered ? $"第{SpokenNumbers.AsQuantity(FormattableString.Invariant($"{list.Mark.Start + index}"))}，" : "";
                    lines.AddRange(inner.Select((line, place) => place == 0 ? number + line : line));
                }

                break;
            case TextTable table:
                AddTable(lines, table);
                break;
        }
    }

    private static void AddAll(List<string> lines, IReadOnlyList<TextBlock> blocks)
    {
        foreach (var block in blocks)
        {
            Add(lines, block);
        }
    }

    /// <summary>Each row is a sentence: the heading of a column, then what stands in it.</summary>
    private static void AddTable(List<string> lines, TextTable table)
    {
        AddLines(lines, TextRuns.TextOf(table.Caption));
        var rows = table.Rows.Select(row => row.Cells.SelectMany(cell => Enumerable.Repeat(TextOf(cell), Math.Max(1, Math.Min(cell.ColumnSpan, 20)))).ToList()).ToList();
        var headings = table.HeaderRows > 0 ? rows[table.HeaderRows - 1] : null;
        foreach (var row in rows.Skip(table.HeaderRows))
        {
            var parts = row.Select((cell, column) => (Heading: headings is not null && column < headings.Count ? headings[column] : "", Cell: cell)).Where(part => part.Cell.Length > 0)
                .Select((part, column) => part.Heading.Length == 0 || column == 0 ? part.Cell : $"{part.Heading}，{part.Cell}").Distinct().ToList();
            if (parts.Count > 0)
            {
                lines.Add(SpokenText.Of($"{string.Join("；", parts)}。"));
            }
        }
    }

    private static string TextOf(TextCell cell)
    {
        var lines = new List<string>();
        AddAll(lines, cell.Blocks);
        return string.Join("，", lines).TrimEnd('。');
    }

    private static void AddLines(List<string> lines, string text) =>
        lines.AddRange(text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(SpokenText.Of).Where(line => line.Length > 0));
}
