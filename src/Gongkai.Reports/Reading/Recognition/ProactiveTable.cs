using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>Collects table two of either edition: labels with the figures after them, under headers that tell the edition and the columns.</summary>
internal sealed class ProactiveTable
{
    private static readonly ImmutableArray<(string Letters, string Row)> RowLabels =
    [
        ("规章", "rules"),
        ("规范性文件", "normativeDocuments"),
        ("行政许可", "licences"),
        ("其他对外管理服务事项", "otherServices"),
        ("行政处罚", "penalties"),
        ("行政强制", "coercion"),
        ("行政事业性收费", "charges"),
        ("政府集中采购", "procurement"),
    ];

    private static readonly SearchValues<char> OpeningLetters = SearchValues.Create("条條容数數");

    private static readonly FrozenDictionary<(Edition, string), ImmutableArray<FigureAddress>> AddressesOfRows = NationalForm.Figures
        .Where(figure => figure.Table is FormTable.Proactive or FormTable.Proactive2019)
        .GroupBy(figure => (figure.Table == FormTable.Proactive ? Reports.Edition.National2021 : Reports.Edition.Trial2019, figure.Name.Split('.')[1]))
        .ToFrozenDictionary(group => group.Key, group => group.Select(figure => figure.Address).ToImmutableArray());

    private static readonly string[] ColumnWords =
        ["本年制发件数", "本年废止件数", "现行有效件数", "本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "本年增减", "处理决定数量", "采购项目数量", "采购总金额", "收费金额"];

    private readonly LabelRun run = new();
    private readonly List<ProactiveEntry> entries = [];
    private ProactiveEntry? current;
    private bool chargesInYuan;
    private int headerCells;
    private int headerRow = -1;
    private ImmutableArray<int> headerColumns = [];
    private bool headerSince;

    /// <summary>The edition that the headers tell, or null where they do not.</summary>
    public Edition? Edition { get; private set; }

    /// <summary>The labels with what follows them.</summary>
    public IReadOnlyList<ProactiveEntry> Entries => entries;

    /// <summary>Whether the last row of the form has been read with its figures.</summary>
    public bool IsComplete => current is { Row: "procurement", Filled: >= 1 } or { Row: "charges", Filled: >= 1 } && (current.Row == "procurement" || Edition == Reports.Edition.National2021);

    /// <summary>Whether this cell opens table two.</summary>
    public static bool Opens(string text)
    {
        if (text.Length is < 4 or > 24 || text.AsSpan().IndexOfAny(OpeningLetters) < 0)
        {
            return false;
        }

        var letters = LabelText.Letters(text);
        return letters is "信息内容" or "本年制发件数" or "本年新制作数量" or "现行有效件数"
            || (letters.StartsWith("第二十条第", StringComparison.Ordinal) && letters.Length <= 8);
    }

    /// <summary>Reads the next row of the source.</summary>
    public void Feed(in SourceRow source)
    {
        var cells = CellSplitter.Split(source);
        for (var index = 0; index < cells.Length; index++)
        {
            var cell = cells[index];
            if (cell.Text.Length == 0)
            {
                if (!source.IsParagraph)
                {
                    current?.Add(Slot.Of(source, cell, index));
                }
            }
            else if (FigureText.StandsForFigure(cell.Text))
            {
                current?.Add(Slot.Of(source, cell, index));
            }
            else
            {
                AddLabel(source, cells, cell, index);
            }
        }
    }

    /// <summary>Puts the cells where they belong in a report of this edition.</summary>
    public void End(Edition edition, FigureSet.Builder figures)
    {
        var done = new HashSet<string>();
        foreach (var entry in entries)
        {
            if (!AddressesOfRows.TryGetValue((edition, entry.Row), out var addresses) || !done.Add(entry.Row))
            {
                continue;
            }

            var cells = Place(entry, addresses);
            for (var index = 0; index < addresses.Length; index++)
            {
                figures[addresses[index]] = cells[index];
            }
        }
    }

    private void AddLabel(in SourceRow source, ImmutableArray<GridCell> cells, GridCell cell, int index)
    {
        current = null;
        run.Add(cell.Text);
        var letters = run.All;
        var own = LabelText.Letters(cell.Text);
        foreach (var word in ColumnWords)
        {
            if (letters.EndsWith(word) || own.EndsWith(word, StringComparison.Ordinal))
            {
                AddColumn(word, source, cells, cell);
                return;
            }
        }

        foreach (var (label, row) in RowLabels)
        {
            if (letters.EndsWith(label) || LabelText.IsNear(run.LastCell, label))
            {
                var after = !headerSince && entries.Count > 0 && entries[^1] is { Filled: 0 };
                headerSince = false;
                current = new ProactiveEntry { Row = row, SourceRow = source.Index, Layout = source.Layout, LabelCell = index, RowCells = cells.Length, HeaderCells = headerCells, HeaderColumns = headerColumns, FollowsBareLabel = after, Place = source.Place };
                entries.Add(current);
                run.Clear();
                return;
            }
        }
    }

    private void AddColumn(string word, in SourceRow source, ImmutableArray<GridCell> cells, GridCell cell)
    {
        var text = cell.Text;
        if (!headerSince || headerRow != source.Index)
        {
            headerColumns = [];
            headerRow = source.Index;
        }

        headerSince = true;
        headerColumns = [.. headerColumns, cell.Column];
        run.Clear();
        headerCells = cells.Length;
        Edition ??= word switch
        {
            "本年制发件数" or "本年废止件数" or "现行有效件数" or "收费金额" => Reports.Edition.National2021,
            "处理决定数量" => null,
            _ => Reports.Edition.Trial2019,
        };
        chargesInYuan |= word == "收费金额" && Folding.Fold(text).Replace(" ", "", StringComparison.Ordinal) is var folded && (folded.Contains("(元)", StringComparison.Ordinal) || folded.Contains("单位:元", StringComparison.Ordinal));
    }

    private Cell[] Place(ProactiveEntry entry, ImmutableArray<FigureAddress> addresses)
    {
        var count = addresses.Length;
        var filled = entry.Slots.Where(slot => !slot.IsBlank).ToList();
        if (filled.Count == 0)
        {
            var empty = entry.Slots.Count > 0 || entries.TrueForAll(other => other.Filled == 0);
            return Same(empty ? Cell.Blank(entry.Place) : Cell.Unreadable("", entry.Place), count);
        }

        var isWhole = entry.Layout != GridLayout.Printed || entry.HeaderCells == 0 || entry.Slots.Count == filled.Count || entry.RowCells <= entry.HeaderCells;
        if (filled.Count == count && isWhole && (entry.IsOneRow || !entry.FollowsBareLabel))
        {
            return [.. filled.Zip(addresses, Read)];
        }

        if (filled.Count == 1 && count > 1 && filled[0].Text.Length == count && filled[0].Text.AsSpan().IndexOfAnyExcept('0') < 0)
        {
            return Same(Cell.Number(0, filled[0].Text, filled[0].Place), count);
        }

        // Converters repeat the text of a merged cell for each column that it spans.
        if (count == 1 && filled.TrueForAll(slot => slot.Text == filled[0].Text) && entry.IsOneRow)
        {
            return [Read(filled[0], addresses[0])];
        }

        if (entry.Layout != GridLayout.Printed && entry.IsOneRow && ByHeader(entry, filled, count) is { } byHeader)
        {
            return [.. byHeader.Zip(addresses, Read)];
        }

        // Text may have pushed blanks to the row's end; a figure in the last column shows that it did not.
        if (filled.Count < count && entry.IsOneRow && entry.Slots.Count == count && (entry.Layout != GridLayout.Printed || (entry.HeaderCells == entry.RowCells && !entry.Slots[^1].IsBlank)))
        {
            return [.. entry.Slots.Zip(addresses, Read)];
        }

        return Same(Cell.Unreadable(string.Join(' ', filled.Select(slot => slot.Text)), filled[0].Place), count);
    }

    /// <summary>The slots under the header's columns, where each has one and no figure stands beside them.</summary>
    private static List<Slot>? ByHeader(ProactiveEntry entry, List<Slot> filled, int count)
    {
        var under = entry.HeaderColumns.Select(column => entry.Slots.Find(slot => slot.Column == column)).Where(slot => slot.Place != default).ToList();
        return under.Count == count && entry.HeaderColumns.Length == count && filled.TrueForAll(under.Contains) ? under : null;
    }

    private Cell Read(Slot slot, FigureAddress address)
    {
        var figure = address.Figure;
        var cell = FigureText.Read(slot.Text, figure.Unit, slot.Place);
        return chargesInYuan && figure.Unit == "万元" && cell.IsNumber && !slot.Text.Contains('元', StringComparison.Ordinal)
            ? Cell.Number(cell.Value / 10_000, slot.Text, slot.Place)
            : cell;
    }

    private static Cell[] Same(Cell cell, int count)
    {
        var cells = new Cell[count];
        Array.Fill(cells, cell);
        return cells;
    }
}
