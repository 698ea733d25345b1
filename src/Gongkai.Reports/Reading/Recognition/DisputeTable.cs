using System.Buffers;
using System.Numerics;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>
/// Collects table four. Fifteen figures after its header are its fifteen cells; five after the name of one group are that
/// group's; one after the name of one result is that result's. Everything else stays unread.
/// </summary>
/// <param name="rows">The rows of the document.</param>
internal sealed class DisputeTable(List<SourceRow> rows)
{
    /// <summary>A cell that opens the table holds one of these letters.</summary>
    public const string OpeningLetters = "议議维維";

    private const int LongestOpening = 120;
    private const int Groups = 3;
    private const int Results = 5;
    private const int Litigation = (1 << (int)DisputeGroup.LitigationDirect) | (1 << (int)DisputeGroup.LitigationAfterReconsideration);

    private static readonly SearchValues<char> Openings = SearchValues.Create(OpeningLetters);

    private static readonly (string Word, DisputeGroup? Group, DisputeResult? Result)[] Words =
    [
        ("未经复议直接起诉", DisputeGroup.LitigationDirect, null),
        ("复议后起诉", DisputeGroup.LitigationAfterReconsideration, null),
        ("行政复议", DisputeGroup.Reconsideration, null),
        ("结果维持", null, DisputeResult.Upheld),
        ("结果纠正", null, DisputeResult.Corrected),
        ("其他结果", null, DisputeResult.OtherResult),
        ("尚未审结", null, DisputeResult.Pending),
        ("总计", null, DisputeResult.Total),
    ];

    // The last letters of the words above.
    private static readonly SearchValues<char> WordEnds = SearchValues.Create("诉议持正果结计");

    private readonly LabelRun run = new();
    private readonly List<Slot> slots = new(Groups * Results);
    private readonly List<DisputeResult> results = [];
    private readonly List<int> resultColumns = new(Groups * Results);
    private readonly Cell[] cells = new Cell[Groups * Results];
    private DisputeGroup? group;
    private int groups;
    private GridLayout layout;
    private int headerCells;
    private bool opened;

    /// <summary>Whether a figure of the table has been met.</summary>
    public bool HasFigures { get; private set; }

    /// <summary>Figures that could not be placed, as one line a run.</summary>
    public List<(string Raw, SourcePlace Place)> Unplaced { get; } = [];

    /// <summary>Whether all fifteen figures have been met.</summary>
    public bool IsComplete => CountFilled() >= Groups * Results || Array.TrueForAll(cells, static cell => cell.Kind != CellKind.Missing);

    /// <summary>Whether this cell opens table four.</summary>
    public static bool Opens(string text)
    {
        if (text.Length is < 4 or > LongestOpening || text.AsSpan().IndexOfAny(Openings) < 0)
        {
            return false;
        }

        var letters = LabelText.Letters(text, stackalloc char[LongestOpening]);
        return letters is "行政复议" or "行政复议行政诉讼" or "结果维持" || letters.StartsWith("结果维持结果纠正");
    }

    /// <summary>Reads the next row of the source.</summary>
    /// <param name="source">The row.</param>
    /// <param name="split">Its cells with labels and figures parted.</param>
    public void Feed(in SourceRow source, ReadOnlySpan<GridCell> split)
    {
        opened = true;
        layout = source.Layout;
        var hasFigures = false;
        for (var index = 0; index < split.Length; index++)
        {
            ref readonly var cell = ref split[index];
            if (cell.Text.Length == 0)
            {
                if (!source.IsParagraph)
                {
                    slots.Add(Slot.Of(source, cell, index));
                }
            }
            else if (FigureText.StandsForFigure(cell.Text))
            {
                HasFigures = true;
                hasFigures = true;
                slots.Add(Slot.Of(source, cell, index));
            }
            else
            {
                AddLabel(cell);
            }
        }

        headerCells = hasFigures ? headerCells : Math.Max(headerCells, split.Length);
    }

    /// <summary>Settles what is left and puts the fifteen cells where they belong.</summary>
    public void End(FigureSet.Builder figures, bool sourceIsBlank)
    {
        EndFigures();
        if (!opened)
        {
            return;
        }

        var rest = Unplaced.Count > 0 ? Cell.Unreadable(Unplaced[0].Raw, Unplaced[0].Place)
            : HasFigures ? Cell.Missing
            : sourceIsBlank ? Cell.Blank() : Cell.Unreadable("");
        for (var index = 0; index < cells.Length; index++)
        {
            var cell = cells[index].Kind == CellKind.Missing ? rest : cells[index];
            figures[NationalForm.Dispute((DisputeGroup)(index / Results), (DisputeResult)(index % Results))] = cell;
        }
    }

    private void AddLabel(in GridCell cell)
    {
        EndFigures();
        run.Add(cell.Text);
        while (NextWord(run.All) is { } word)
        {
            if (word.Group is { } named)
            {
                group = named;
                groups |= 1 << (int)named;
                results.Clear();
            }
            else if (word.Result is { } result)
            {
                results.Add(result);
                resultColumns.Add(cell.Column);
            }

            run.Drop(word.End);
        }
    }

    /// <summary>The word that ends first, and where.</summary>
    private static (DisputeGroup? Group, DisputeResult? Result, int End)? NextWord(ReadOnlySpan<char> letters)
    {
        for (var end = 0; letters[end..].IndexOfAny(WordEnds) is var distance and >= 0;)
        {
            end += distance + 1;
            foreach (var (word, group, result) in Words)
            {
                if (letters[..end].EndsWith(word))
                {
                    return (group, result, end);
                }
            }
        }

        return null;
    }

    private void EndFigures()
    {
        if (slots.Count == 0)
        {
            return;
        }

        if (slots.TrueForAll(static slot => slot.IsBlank))
        {
            if (slots.Count >= Groups * Results && slots.GroupBy(slot => slot.SourceRow).Any(row => row.Count() == Groups * Results) && !HasFigures)
            {
                PlaceAll([.. slots.TakeLast(Groups * Results)]);
            }

            slots.Clear();
            return;
        }

        Place();
        slots.Clear();
        groups = 0;
        results.Clear();
    }

    private void Place()
    {
        var filled = Filled(slots);
        if (layout != GridLayout.Printed && UnderHeader(filled, slots) is null)
        {
            // Notes and sums may stand in rows of their own below the one row of the form.
            var first = InRow(slots, filled[0].SourceRow);
            var filledFirst = Filled(first);
            filled = UnderHeader(filledFirst, first) is null ? filled : filledFirst;
        }

        var last = InRow(slots, filled[^1].SourceRow);
        var oneRow = Filled(last).Count == filled.Count;
        if (filled.Count == Groups * Results && (!oneRow || layout != GridLayout.Printed || last.Count == filled.Count || (IsUnbroken(last) && last.Count == headerCells)))
        {
            PlaceAll(filled);
        }
        else if (oneRow && layout != GridLayout.Printed && UnderHeader(filled, last) is { } under)
        {
            PlaceAll(under);
        }
        else if (oneRow && last.Count == Groups * Results && (layout != GridLayout.Printed || KeepsBlanks(last)))
        {
            PlaceAll(last);
        }
        else if (BitOperations.IsPow2(groups) && group is { } only && filled.Count == Results)
        {
            PlaceGroup(only, filled);
        }
        else if (filled.Count == 2 * Results && groups == Litigation)
        {
            PlaceGroup(DisputeGroup.LitigationDirect, filled[..Results]);
            PlaceGroup(DisputeGroup.LitigationAfterReconsideration, filled[Results..]);
        }
        else if (filled.Count == 1 && results.Count == 1 && group is { } current)
        {
            cells[((int)current * Results) + (int)results[0]] = Read(filled[0]);
        }
        else if (ZerosRunTogether(filled))
        {
            Array.Fill(cells, Cell.Number(0, filled[0].Text, filled[0].Place(rows)));
        }
        else
        {
            Unplaced.Add((string.Join(' ', filled.Select(slot => slot.Text)), filled[0].Place(rows)));
        }
    }

    /// <summary>The cells under the fifteen columns that the header names; what stands apart to their right is no part of the table.</summary>
    private List<Slot>? UnderHeader(List<Slot> filled, List<Slot> row)
    {
        if (resultColumns.Count != Groups * Results)
        {
            return null;
        }

        var columns = resultColumns.ToArray();
        Array.Sort(columns);
        if (HasTwice(columns))
        {
            return null;
        }

        var under = new List<Slot>(columns.Length);
        foreach (var column in columns)
        {
            foreach (var slot in row)
            {
                if (slot.Column == column)
                {
                    under.Add(slot);
                }
            }
        }

        var end = columns[^1] + 1;
        return under.Count == columns.Length && filled.TrueForAll(slot => slot.Column > end || Array.BinarySearch(columns, slot.Column) >= 0) ? under : null;
    }

    private static bool HasTwice(int[] sorted)
    {
        for (var index = 1; index < sorted.Length; index++)
        {
            if (sorted[index] == sorted[index - 1])
            {
                return true;
            }
        }

        return false;
    }

    private int CountFilled()
    {
        var filled = 0;
        foreach (var slot in slots)
        {
            filled += slot.IsBlank ? 0 : 1;
        }

        return filled;
    }

    private static List<Slot> Filled(List<Slot> slots) => slots.FindAll(static slot => !slot.IsBlank);

    private static List<Slot> InRow(List<Slot> slots, int row) => slots.FindAll(slot => slot.SourceRow == row);

    /// <summary>Whether fifteen cells of text stand where they were printed: blanks that slid would leave none before the last figure.</summary>
    private static bool KeepsBlanks(List<Slot> row) =>
        row.Exists(slot => slot.IsBlank) && (!row[^1].IsBlank || (HasGap(row) && EveryGroupHasItsTotal(row)));

    private static bool HasGap(List<Slot> row) =>
        row.FindIndex(slot => slot.IsBlank) is var blank && row.FindLastIndex(slot => !slot.IsBlank) > blank;

    private static bool EveryGroupHasItsTotal(List<Slot> row)
    {
        for (var start = 0; start < row.Count; start += Results)
        {
            if (row[start + Results - 1].IsBlank && row.FindIndex(start, Results, slot => !slot.IsBlank) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUnbroken(List<Slot> row) =>
        row.FindLastIndex(slot => !slot.IsBlank) - row.FindIndex(slot => !slot.IsBlank) == (Groups * Results) - 1;

    private static bool ZerosRunTogether(List<Slot> filled) =>
        filled.Count < Groups * Results && string.Concat(filled.Select(slot => slot.Text)) is { Length: Groups * Results } digits && digits.All(digit => digit == '0');

    private void PlaceAll(List<Slot> fifteen)
    {
        for (var index = 0; index < cells.Length; index++)
        {
            cells[index] = Read(fifteen[index]);
        }
    }

    private void PlaceGroup(DisputeGroup target, List<Slot> five)
    {
        for (var index = 0; index < Results; index++)
        {
            cells[((int)target * Results) + index] = Read(five[index]);
        }
    }

    private Cell Read(Slot slot) => FigureText.Read(slot.Text, "件", slot.Place(rows));
}
