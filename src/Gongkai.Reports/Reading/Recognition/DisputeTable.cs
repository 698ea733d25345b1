using System.Buffers;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>
/// Collects table four. Fifteen figures after its header are its fifteen cells; five after the name of one group are that
/// group's; one after the name of one result is that result's. Everything else stays unread.
/// </summary>
internal sealed class DisputeTable
{
    private const int Groups = 3;
    private const int Results = 5;

    private static readonly SearchValues<char> OpeningLetters = SearchValues.Create("议議维維");

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

    private readonly LabelRun run = new();
    private readonly List<Slot> slots = [];
    private readonly HashSet<DisputeGroup> groups = [];
    private readonly List<DisputeResult> results = [];
    private readonly List<int> resultColumns = [];
    private readonly Cell[] cells = new Cell[Groups * Results];
    private DisputeGroup? group;
    private GridLayout layout;
    private int headerCells;
    private bool opened;

    /// <summary>Whether a figure of the table has been met.</summary>
    public bool HasFigures { get; private set; }

    /// <summary>Figures that could not be placed, as one line a run.</summary>
    public List<(string Raw, SourcePlace Place)> Unplaced { get; } = [];

    /// <summary>Whether all fifteen figures have been met.</summary>
    public bool IsComplete => Array.TrueForAll(cells, cell => cell.Kind != CellKind.Missing) || slots.Count(slot => !slot.IsBlank) >= Groups * Results;

    /// <summary>Whether this cell opens table four.</summary>
    public static bool Opens(string text)
    {
        if (text.Length is < 4 or > 120 || text.AsSpan().IndexOfAny(OpeningLetters) < 0)
        {
            return false;
        }

        var letters = LabelText.Letters(text);
        return letters is "行政复议" or "行政复议行政诉讼" or "结果维持" || letters.StartsWith("结果维持结果纠正", StringComparison.Ordinal);
    }

    /// <summary>Reads the next row of the source.</summary>
    public void Feed(in SourceRow source)
    {
        opened = true;
        layout = source.Layout;
        var split = CellSplitter.Split(source);
        var hasFigures = false;
        for (var index = 0; index < split.Length; index++)
        {
            var cell = split[index];
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

    private void AddLabel(GridCell cell)
    {
        EndFigures();
        run.Add(cell.Text);
        while (NextWord(run.All) is { } word)
        {
            if (word.Group is { } named)
            {
                group = named;
                groups.Add(named);
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

    private static (DisputeGroup? Group, DisputeResult? Result, int End)? NextWord(ReadOnlySpan<char> letters)
    {
        (DisputeGroup?, DisputeResult?, int End)? next = null;
        foreach (var (word, group, result) in Words)
        {
            var at = letters.IndexOf(word);
            if (at >= 0 && (next is null || at + word.Length < next.Value.End))
            {
                next = (group, result, at + word.Length);
            }
        }

        return next;
    }

    private void EndFigures()
    {
        if (slots.TrueForAll(slot => slot.IsBlank))
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
        groups.Clear();
        results.Clear();
    }

    private void Place()
    {
        var filled = slots.Where(slot => !slot.IsBlank).ToList();
        if (layout != GridLayout.Printed && UnderHeader(filled, slots) is null)
        {
            // Notes and sums may stand in rows of their own below the one row of the form.
            var first = slots.FindAll(slot => slot.SourceRow == filled[0].SourceRow);
            filled = UnderHeader(first.FindAll(slot => !slot.IsBlank), first) is null ? filled : first.FindAll(slot => !slot.IsBlank);
        }

        var last = slots.Where(slot => slot.SourceRow == filled[^1].SourceRow).ToList();
        var oneRow = filled.TrueForAll(slot => slot.SourceRow == filled[0].SourceRow);
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
        else if (groups.Count == 1 && group is { } only && filled.Count == Results)
        {
            PlaceGroup(only, filled);
        }
        else if (filled.Count == 2 * Results && groups.SetEquals([DisputeGroup.LitigationDirect, DisputeGroup.LitigationAfterReconsideration]))
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
            Array.Fill(cells, Cell.Number(0, filled[0].Text, filled[0].Place));
        }
        else
        {
            Unplaced.Add((string.Join(' ', filled.Select(slot => slot.Text)), filled[0].Place));
        }
    }

    /// <summary>The cells under the fifteen columns that the header names; what stands apart to their right is no part of the table.</summary>
    private List<Slot>? UnderHeader(List<Slot> filled, List<Slot> row)
    {
        if (resultColumns.Count != Groups * Results || resultColumns.Distinct().Count() != resultColumns.Count)
        {
            return null;
        }

        var end = resultColumns.Max() + 1;
        var under = resultColumns.Order().SelectMany(column => row.Where(slot => slot.Column == column)).ToList();
        return under.Count == Groups * Results && filled.TrueForAll(slot => slot.Column > end || under.Contains(slot)) ? under : null;
    }

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

    private static Cell Read(Slot slot) => FigureText.Read(slot.Text, "件", slot.Place);
}
