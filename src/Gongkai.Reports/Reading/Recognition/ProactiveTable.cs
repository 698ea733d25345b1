using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>Collects table two of either edition: labels with the figures after them, under headers that tell the edition and the columns.</summary>
/// <param name="rows">The rows of the document.</param>
internal sealed class ProactiveTable(List<SourceRow> rows)
{
    /// <summary>A cell that opens the table holds one of these letters.</summary>
    public const string OpeningLetters = "条條容数數";

    private const int LongestOpening = 24;
    private const int MostColumns = 3;

    private static readonly ImmutableArray<(string Letters, string Key, ProactiveRow Row)> RowLabels =
    [
        ("规章", "rules", ProactiveRow.Rules),
        ("规范性文件", "normativeDocuments", ProactiveRow.NormativeDocuments),
        ("行政许可", "licences", ProactiveRow.Licences),
        ("其他对外管理服务事项", "otherServices", ProactiveRow.OtherServices),
        ("行政处罚", "penalties", ProactiveRow.Penalties),
        ("行政强制", "coercion", ProactiveRow.Coercion),
        ("行政事业性收费", "charges", ProactiveRow.Charges),
        ("政府集中采购", "procurement", ProactiveRow.Procurement),
    ];

    private static readonly SearchValues<char> Openings = SearchValues.Create(OpeningLetters);

    private static readonly ImmutableArray<ImmutableArray<FigureAddress>> AddressesOf2021 = AddressesOf(FormTable.Proactive);
    private static readonly ImmutableArray<ImmutableArray<FigureAddress>> AddressesOf2019 = AddressesOf(FormTable.Proactive2019);

    private static readonly string[] ColumnWords =
        ["本年制发件数", "本年废止件数", "现行有效件数", "本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "本年增减", "处理决定数量", "采购项目数量", "采购总金额", "收费金额"];

    // The last letters of the words above.
    private static readonly SearchValues<char> ColumnWordEnds = SearchValues.Create("数量减额");

    private readonly LabelRun run = new();
    private readonly List<ProactiveEntry> entries = new(8);
    private readonly List<Slot> slots = new(16);
    private readonly Cell[] placed = new Cell[MostColumns];
    private ProactiveEntry? current;
    private bool chargesInYuan;
    private int headerCells;
    private int headerRow = -1;
    private ImmutableArray<int> headerColumns = [];
    private bool headerSince;

    /// <summary>The edition that the headers tell, or null where they do not.</summary>
    public Edition? Edition { get; private set; }

    /// <summary>The labels with what follows them.</summary>
    public ReadOnlySpan<ProactiveEntry> Entries => CollectionsMarshal.AsSpan(entries);

    /// <summary>Whether any label has a figure.</summary>
    public bool HasFigures { get; private set; }

    /// <summary>Whether the last row of the form has been read with its figures.</summary>
    public bool IsComplete => current is { Row: ProactiveRow.Procurement, Filled: >= 1 } or { Row: ProactiveRow.Charges, Filled: >= 1 } && (current.Row == ProactiveRow.Procurement || Edition == Reports.Edition.National2021);

    /// <summary>Whether this cell opens table two.</summary>
    public static bool Opens(string text)
    {
        if (text.Length is < 4 or > LongestOpening || text.AsSpan().IndexOfAny(Openings) < 0)
        {
            return false;
        }

        var letters = LabelText.Letters(text, stackalloc char[LongestOpening]);
        return letters is "信息内容" or "本年制发件数" or "本年新制作数量" or "现行有效件数"
            || (letters.StartsWith("第二十条第") && letters.Length <= 8);
    }

    /// <summary>Reads the next row of the source.</summary>
    /// <param name="source">The row.</param>
    /// <param name="cells">Its cells with labels and figures parted.</param>
    public void Feed(in SourceRow source, ReadOnlySpan<GridCell> cells)
    {
        for (var index = 0; index < cells.Length; index++)
        {
            ref readonly var cell = ref cells[index];
            if (cell.Text.Length == 0)
            {
                if (!source.IsParagraph)
                {
                    current?.Add(Slot.Of(source, cell, index));
                }
            }
            else if (FigureText.StandsForFigure(cell.Text))
            {
                HasFigures |= current is not null;
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
        var addressesOfRows = edition == Reports.Edition.National2021 ? AddressesOf2021 : AddressesOf2019;
        var done = 0;
        foreach (var entry in entries)
        {
            var addresses = addressesOfRows[(int)entry.Row];
            if (addresses.IsEmpty || (done & (1 << (int)entry.Row)) != 0)
            {
                continue;
            }

            done |= 1 << (int)entry.Row;
            var cells = Place(entry, addresses);
            for (var index = 0; index < addresses.Length; index++)
            {
                figures[addresses[index]] = cells[index];
            }
        }
    }

    private static ImmutableArray<ImmutableArray<FigureAddress>> AddressesOf(FormTable table) =>
    [
        .. RowLabels.Select(label => NationalForm.Figures.Where(figure => figure.Table == table && figure.Name.Split('.')[1] == label.Key).Select(figure => figure.Address).ToImmutableArray()),
    ];

    private void AddLabel(in SourceRow source, ReadOnlySpan<GridCell> cells, in GridCell cell, int index)
    {
        current = null;
        run.Add(cell.Text);
        if (ColumnWord(run.All, LabelText.Letters(cell.Text, stackalloc char[LabelText.MostLetters])) is { } word)
        {
            AddColumn(word, source, cells, cell);
            return;
        }

        foreach (ref readonly var label in RowLabels.AsSpan())
        {
            if (run.All.EndsWith(label.Letters) || LabelText.IsNear(run.LastCell, label.Letters))
            {
                var after = !headerSince && entries.Count > 0 && entries[^1] is { Filled: 0 };
                headerSince = false;
                current = new ProactiveEntry(slots)
                {
                    Row = label.Row,
                    SourceRow = source.Index,
                    Layout = source.Layout,
                    LabelCell = index,
                    RowCells = cells.Length,
                    HeaderCells = headerCells,
                    HeaderColumns = headerColumns,
                    FollowsBareLabel = after,
                    Place = source.Place,
                };
                entries.Add(current);
                run.Clear();
                return;
            }
        }
    }

    /// <summary>The word of the header that the letters of the run or of the cell alone end in.</summary>
    private static string? ColumnWord(ReadOnlySpan<char> letters, ReadOnlySpan<char> own)
    {
        if (!EndsLikeColumn(letters) && !EndsLikeColumn(own))
        {
            return null;
        }

        foreach (var word in ColumnWords)
        {
            if (letters.EndsWith(word) || own.EndsWith(word))
            {
                return word;
            }
        }

        return null;
    }

    private static bool EndsLikeColumn(ReadOnlySpan<char> letters) => !letters.IsEmpty && ColumnWordEnds.Contains(letters[^1]);

    private void AddColumn(string word, in SourceRow source, ReadOnlySpan<GridCell> cells, in GridCell cell)
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
        var slots = entry.Slots;
        if (entry.Filled == 0)
        {
            return Same(slots.Length > 0 || !HasFigures ? Cell.Blank(entry.Place) : Cell.Unreadable("", entry.Place));
        }

        Span<int> all = stackalloc int[MostColumns];
        var filled = all[..Math.Min(entry.Filled, MostColumns)];
        FindFilled(slots, filled);
        var count = addresses.Length;
        var isWhole = entry.Layout != GridLayout.Printed || entry.HeaderCells == 0 || slots.Length == entry.Filled || entry.RowCells <= entry.HeaderCells;
        if (entry.Filled == count && isWhole && (entry.IsOneRow || !entry.FollowsBareLabel))
        {
            return Read(slots, filled, addresses);
        }

        ref readonly var first = ref slots[filled[0]];
        if (entry.Filled == 1 && count > 1 && first.Text.Length == count && first.Text.AsSpan().IndexOfAnyExcept('0') < 0)
        {
            return Same(Cell.Number(0, first.Text, first.Place(rows)));
        }

        // Converters repeat the text of a merged cell for each column that it spans.
        if (count == 1 && entry.IsOneRow && AreAlike(slots, first.Text))
        {
            return Read(slots, filled[..1], addresses);
        }

        var columns = all[..count];
        if (entry.Layout != GridLayout.Printed && entry.IsOneRow && UnderHeader(entry, columns))
        {
            return Read(slots, columns, addresses);
        }

        // Text may have pushed blanks to the row's end; a figure in the last column shows that it did not.
        if (entry.Filled < count && entry.IsOneRow && slots.Length == count && (entry.Layout != GridLayout.Printed || (entry.HeaderCells == entry.RowCells && !slots[^1].IsBlank)))
        {
            return Read(slots, [0, 1, 2], addresses);
        }

        return Same(Cell.Unreadable(entry.FilledText, first.Place(rows)));
    }

    /// <summary>Notes the first of the slots that hold something.</summary>
    private static void FindFilled(ReadOnlySpan<Slot> slots, Span<int> filled)
    {
        var found = 0;
        for (var index = 0; found < filled.Length; index++)
        {
            if (!slots[index].IsBlank)
            {
                filled[found++] = index;
            }
        }
    }

    private static bool AreAlike(ReadOnlySpan<Slot> slots, string text)
    {
        foreach (ref readonly var slot in slots)
        {
            if (!slot.IsBlank && slot.Text != text)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Notes the slots under the header's columns, where each has one and no figure stands beside them.</summary>
    private static bool UnderHeader(ProactiveEntry entry, Span<int> under)
    {
        var header = entry.HeaderColumns;
        if (header.Length != under.Length)
        {
            return false;
        }

        var slots = entry.Slots;
        for (var column = 0; column < header.Length; column++)
        {
            under[column] = 0;
            while (slots[under[column]].Column != header[column])
            {
                if (++under[column] == slots.Length)
                {
                    return false;
                }
            }
        }

        for (var index = 0; index < slots.Length; index++)
        {
            if (!slots[index].IsBlank && !under.Contains(index))
            {
                return false;
            }
        }

        return true;
    }

    private Cell[] Read(ReadOnlySpan<Slot> slots, ReadOnlySpan<int> chosen, ImmutableArray<FigureAddress> addresses)
    {
        for (var index = 0; index < addresses.Length; index++)
        {
            placed[index] = Read(slots[chosen[index]], addresses[index]);
        }

        return placed;
    }

    private Cell Read(in Slot slot, FigureAddress address)
    {
        var unit = address.Figure.Unit;
        var cell = FigureText.Read(slot.Text, unit, slot.Place(rows));
        return chargesInYuan && unit == "万元" && cell.IsNumber && !slot.Text.Contains('元', StringComparison.Ordinal)
            ? Cell.Number(cell.Value / 10_000, slot.Text, slot.Place(rows))
            : cell;
    }

    private Cell[] Same(Cell cell)
    {
        Array.Fill(placed, cell);
        return placed;
    }
}
