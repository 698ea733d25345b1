using System.Globalization;
using AngleSharp.Dom;

namespace Gongkai.Platform.Publishing.Texts.Cleaning;

/// <summary>Reads a table: its merged cells stay merged, its head is told from its body. One that only lays out the page becomes what it holds.</summary>
internal static class TableReader
{
    private const int MostColumnsOfACell = 100;
    private const int MostRowsOfACell = 10_000;

    public static IEnumerable<TextBlock> Read(IElement table, TextReading reading, int depth)
    {
        IReadOnlyList<TextRun> caption = [];
        var rows = new List<DraftRow>();
        var foot = new List<DraftRow>();
        foreach (var part in table.Children)
        {
            switch (part.LocalName)
            {
                case "caption":
                    var line = BlockReader.ReadLine(part, reading);
                    caption = caption.Count > 0 && line.Count > 0 ? [.. caption, TextRun.Break, .. line] : [.. caption, .. line];
                    break;
                case "tr":
                    rows.Add(RowOf(part, reading, depth, isHead: false));
                    break;
                case "thead" or "tbody" or "tfoot":
                    (part.LocalName == "tfoot" ? foot : rows).AddRange(part.Children.Where(static row => row.LocalName == "tr").Select(row => RowOf(row, reading, depth, part.LocalName == "thead")));
                    break;
            }
        }

        rows.AddRange(foot);
        DropEmpty(rows);
        if (rows.Count == 0)
        {
            return caption.Count > 0 ? [new Paragraph(default, caption)] : [];
        }

        return IsLayout(rows)
            ? [.. caption.Count > 0 ? [new Paragraph(default, caption)] : (TextBlock[])[], .. rows.SelectMany(static row => row.Cells).SelectMany(static cell => cell.Blocks)]
            : [Settled(caption, rows)];
    }

    private static DraftRow RowOf(IElement row, TextReading reading, int depth, bool isHead)
    {
        var rowAlignment = ElementStyle.Of(row).Alignment;
        var cells = new List<TextCell>();
        foreach (var cell in row.Children.Where(static cell => cell.LocalName is "td" or "th"))
        {
            var look = new ParagraphLook(Alignment: ElementStyle.Of(cell).Alignment ?? rowAlignment ?? Alignment.Start);
            var scope = cell.GetAttribute("scope") is "col" or "colgroup" or "row" or "rowgroup" ? cell.GetAttribute("scope") : null;
            cells.Add(new TextCell(
                BlockReader.Read(cell, reading, depth, look), isHead || cell.LocalName == "th", scope,
                Span(cell, "colspan", MostColumnsOfACell), Span(cell, "rowspan", MostRowsOfACell)));
        }

        return new DraftRow(cells, isHead);
    }

    private static int Span(IElement cell, string name, int most) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? span == 0 && name == "rowspan" ? most : Math.Clamp(span, 1, most) : 1;

    /// <summary>Rows without cells go, save where a cell from above reaches into them.</summary>
    private static void DropEmpty(List<DraftRow> rows)
    {
        var covered = 0;
        for (var index = 0; index < rows.Count; index++)
        {
            if (rows[index].Cells.Count == 0 && index >= covered)
            {
                rows.RemoveAt(index--);
                continue;
            }

            covered = rows[index].Cells.Aggregate(covered, (most, cell) => Math.Max(most, index + Math.Min(cell.RowSpan, rows.Count)));
        }
    }

    private static bool IsLayout(List<DraftRow> rows) =>
        rows.TrueForAll(static row => row.Cells.Count <= 1) && rows.Exists(static row => row.Cells.Exists(static cell => cell.Blocks.Any(static block => block is TextTable)));

    /// <summary>The table of these rows.</summary>
    public static TextTable Settled(IReadOnlyList<TextRun> caption, List<DraftRow> rows)
    {
        var head = Headed(rows);
        var settled = new List<TextRow>(rows.Count);
        for (var index = 0; index < rows.Count; index++)
        {
            var isHead = index < head;
            settled.Add(new TextRow([.. rows[index].Cells.Select(cell => Settled(cell, isHead))]));
        }

        return new TextTable(caption, settled, head);
    }

    /// <summary>How many rows are the head. No cell reaches from it into the body, and no row is left that only such a cell filled.</summary>
    private static int Headed(List<DraftRow> rows)
    {
        while (true)
        {
            var (head, count) = (HeadOf(rows), rows.Count);
            for (var index = 0; index < count; index++)
            {
                var left = (index < head ? head : count) - index;
                rows[index] = rows[index] with { Cells = [.. rows[index].Cells.Select(cell => cell with { RowSpan = Math.Min(cell.RowSpan, left) })] };
            }

            DropEmpty(rows);
            if (rows.Count == count)
            {
                return head;
            }
        }
    }

    private static TextCell Settled(TextCell cell, bool isHead)
    {
        var isHeader = isHead || cell.IsHeader;
        var scope = !isHeader ? null : cell.Scope ?? (isHead ? cell.ColumnSpan > 1 ? "colgroup" : "col" : "row");
        return cell with
        {
            IsHeader = isHeader,
            Scope = scope,
            Blocks = isHeader ? [.. cell.Blocks.Select(WithoutStrong)] : cell.Blocks,
        };
    }

    private static TextBlock WithoutStrong(TextBlock block) =>
        block is Paragraph paragraph ? paragraph with { Runs = TextRuns.Without(Marks.Strong, paragraph.Runs) } : block;

    /// <summary>How many rows are the head: those that the source says, else those whose cells all are headers, else the first where it looks like one.</summary>
    private static int HeadOf(List<DraftRow> rows)
    {
        if (rows.Count < 2)
        {
            return 0;
        }

        var head = rows.FindIndex(static row => !row.IsHead);
        head = head < 0 ? 1 : head;
        if (head == 0)
        {
            head = rows.FindIndex(static row => row.Cells.Count == 0 || !row.Cells.TrueForAll(static cell => cell.IsHeader));
            head = head < 0 ? 1 : head;
        }

        if (head == 0 && !rows.Exists(static row => row.Cells.Exists(static cell => cell.IsHeader)) && HeaderRows.LooksLikeOne([.. rows.Select(static row => row.Cells)]))
        {
            head = rows[0].Cells.Max(static cell => cell.RowSpan);
            head = head < rows.Count ? head : 1;
        }

        return head;
    }
}

/// <summary>A row of a table in the making.</summary>
/// <param name="Cells">The cells that begin in it.</param>
/// <param name="IsHead">Whether the source says that it is the head of the table.</param>
internal sealed record DraftRow(List<TextCell> Cells, bool IsHead);
