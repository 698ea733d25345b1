using System.Buffers;
using System.Runtime.InteropServices;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>
/// Collects table three: follows labels and figures in reading order, whatever cells and lines they stand in, and notes for
/// each label what came after it. Which column each figure belongs to is settled by <see cref="RequestPlacing"/> when all is seen.
/// </summary>
/// <param name="rows">The rows of the document.</param>
internal sealed class RequestTable(List<SourceRow> rows)
{
    /// <summary>A cell that opens the table holds one of these letters.</summary>
    public const string OpeningLetters = "然稽量况況";

    private const int UsualSlots = 28 * NationalForm.ColumnCount;
    private const int LongestOpening = 80;
    private const int LongestHeader = 70;
    private static readonly SearchValues<char> Openings = SearchValues.Create(OpeningLetters);

    // One letter of each word that may open a header.
    private static readonly SearchValues<char> HeaderLetters = SearchValues.Create("然商研益服况況或稽他它计計");

    private readonly LabelRun run = new();
    private readonly List<RequestEntry> entries = new(32);
    private readonly List<Slot> slots = new(UsualSlots);
    private readonly Dictionary<int, HeaderColumns> headers = [];
    private RequestEntry? current;
    private RequestRow? bareLabel;
    private RequestRow? lastRow;
    private RequestRow? rowInRun;
    private int rowInRunAt;
    private int rowInRunCell;
    private int rowInRunLength;
    private bool inHeader;
    private string remainder = "";

    /// <summary>Every label that was met, with what follows it.</summary>
    public ReadOnlySpan<RequestEntry> Entries => CollectionsMarshal.AsSpan(entries);

    /// <summary>The rows of the document.</summary>
    public List<SourceRow> Rows => rows;

    /// <summary>How many labels are the form's.</summary>
    public int NamedRows { get; private set; }

    /// <summary>Whether any label has a figure.</summary>
    public bool HasFigures { get; private set; }

    /// <summary>The columns that a grid's header names, by the grid's number.</summary>
    public IReadOnlyDictionary<int, HeaderColumns> Headers => headers;

    /// <summary>Whether the last row of the form has been read with its figures.</summary>
    public bool IsComplete => current is { Row: RequestRow.CarriedOut, Filled: >= 7 };

    /// <summary>Whether this cell opens table three.</summary>
    public static bool Opens(string text)
    {
        if (text.Length is < 3 or > LongestOpening || text.AsSpan().IndexOfAny(Openings) < 0)
        {
            return false;
        }

        if (text.Contains("勾稽", StringComparison.Ordinal))
        {
            return text.Length <= 60;
        }

        var letters = LabelText.Letters(text, stackalloc char[LongestOpening]);
        return letters is "申请人情况" or "自然人" || LabelText.RowAtEnd(letters) is RequestRow.Received or RequestRow.CarriedIn;
    }

    /// <summary>Reads the next row of the source.</summary>
    /// <param name="source">The row.</param>
    /// <param name="cells">Its cells with labels and figures parted.</param>
    public void Feed(in SourceRow source, ReadOnlySpan<GridCell> cells)
    {
        var (firstLabel, lastLabel) = Labels(cells);
        for (var index = 0; index < cells.Length; index++)
        {
            ref readonly var cell = ref cells[index];
            if (cell.Text.Length == 0)
            {
                if (index > lastLabel && !source.IsParagraph)
                {
                    AddSlot(source, cells, cell, index);
                }
            }
            else if ((index > lastLabel || FigureText.StandsForFigure(cell.Text)) && !IsNumbering(cells, index, firstLabel, lastLabel))
            {
                AddFigure(source, cells, cell, index);
            }
            else
            {
                AddLabel(source, cells, cell, index);
            }
        }
    }

    /// <summary>Takes note of a label at the very end.</summary>
    public void End() => EndRun();

    /// <summary>The first and the last cell of a row that hold words; -1 where none does.</summary>
    private static (int First, int Last) Labels(ReadOnlySpan<GridCell> cells)
    {
        var (first, last) = (-1, -1);
        for (var index = 0; index < cells.Length; index++)
        {
            var text = cells[index].Text;
            if (text.Length > 0 && !FigureText.StandsForFigure(text))
            {
                first = first < 0 ? index : first;
                last = index;
            }
        }

        return (first, last);
    }

    /// <summary>A number in a cell of its own before the label numbers the row.</summary>
    private static bool IsNumbering(ReadOnlySpan<GridCell> cells, int index, int firstLabel, int lastLabel) =>
        index < firstLabel && cells.Length - lastLabel > 6;

    private void AddSlot(in SourceRow source, ReadOnlySpan<GridCell> cells, in GridCell cell, int index)
    {
        if (current is null && rowInRun is not null && EndsRun(source))
        {
            StartEntry(source, cells);
        }

        current?.Add(Slot.Of(source, cell, index));
    }

    /// <summary>Whether the label that was found ends the run, so that what follows is its own; a unit may stand in between.</summary>
    private bool EndsRun(in SourceRow source) =>
        run.All.Length - rowInRunLength <= (rowInRunAt == source.Index ? 2 : 0);

    private void AddFigure(in SourceRow source, ReadOnlySpan<GridCell> cells, in GridCell cell, int index)
    {
        if (current is null)
        {
            StartEntry(source, cells);
        }

        inHeader = false;
        HasFigures = true;
        current!.Add(Slot.Of(source, cell, index));
    }

    private void AddLabel(in SourceRow source, ReadOnlySpan<GridCell> cells, in GridCell cell, int index)
    {
        var text = cell.Text.AsSpan();
        if (remainder.Length > 0 && TakeRemainder(text))
        {
            return;
        }

        if (IsHeader(source, cells, cell, index))
        {
            return;
        }

        EndEntry();
        run.Add(text);
        var row = RowOf(run.All, run.LastCell);
        if (row is null)
        {
            return;
        }

        if (rowInRun is not null && rowInRun != row)
        {
            EndRun();
        }

        rowInRun = row;
        rowInRunAt = source.Index;
        rowInRunCell = index;
        rowInRunLength = run.All.Length;
        inHeader = false;
    }

    /// <summary>The rest of a label whose beginning stood before its figures.</summary>
    private bool TakeRemainder(ReadOnlySpan<char> text)
    {
        var letters = LabelText.Letters(text, stackalloc char[LabelText.MostLetters]);
        if (letters.IsEmpty || !remainder.AsSpan().StartsWith(letters))
        {
            remainder = "";
            return false;
        }

        remainder = remainder[letters.Length..];
        return true;
    }

    private RequestRow? RowOf(ReadOnlySpan<char> all, ReadOnlySpan<char> last)
    {
        if (last is "总计" or "总数" or "合计" or "七总计")
        {
            return lastRow is > RequestRow.CarriedIn and < RequestRow.CarriedOut ? RequestRow.Concluded : null;
        }

        if (last is "其他" or "其它")
        {
            return (rowInRun ?? lastRow) is RequestRow.FeeOverdue or RequestRow.ClarificationOverdue or RequestRow.OtherwiseWhole ? RequestRow.OtherwiseOther : null;
        }

        return LabelText.RowAtEnd(all);
    }

    private bool IsHeader(in SourceRow source, ReadOnlySpan<GridCell> cells, in GridCell cell, int index)
    {
        if (cell.Text.Length > LongestHeader || (!inHeader && cell.Text.AsSpan().IndexOfAny(HeaderLetters) < 0))
        {
            return false;
        }

        var letters = LabelText.Letters(cell.Text, stackalloc char[LongestHeader]);
        if (LabelText.Column(letters) is { } column)
        {
            OpenHeader();
            SetColumn(source, cell, index, column);
            return true;
        }

        if (letters is "法人或其他组织其他")
        {
            SetColumn(source, cell, index, ApplicantColumn.Other);
            return true;
        }

        if (LabelText.IsHeaderWord(letters) || cell.Text.Contains("勾稽关系", StringComparison.Ordinal))
        {
            OpenHeader();
            return true;
        }

        if (letters is "其他" or "其它" or "总计" or "合计" && (inHeader || HasColumnWords(cells)) && !HoldFigures(cells) && !cell.Text.Contains('七', StringComparison.Ordinal))
        {
            SetColumn(source, cell, index, letters is "其他" or "其它" ? ApplicantColumn.Other : ApplicantColumn.Total);
            return true;
        }

        return inHeader && letters.Length <= 5 && LabelText.RowAtEnd(letters) is null && IsPieceOfHeader(letters);
    }

    private static bool HoldFigures(ReadOnlySpan<GridCell> cells)
    {
        foreach (ref readonly var cell in cells)
        {
            if (cell.Text.Length > 0 && FigureText.StandsForFigure(cell.Text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasColumnWords(ReadOnlySpan<GridCell> cells)
    {
        Span<char> buffer = stackalloc char[20];
        foreach (ref readonly var cell in cells)
        {
            if (cell.Text.Length <= buffer.Length && LabelText.Column(LabelText.Letters(cell.Text, buffer)) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPieceOfHeader(ReadOnlySpan<char> letters) =>
        letters is "商业" or "企业" or "科研" or "机构" or "社会" or "公益" or "组织" or "公益组织" or "法律" or "服务" or "服务机构" or "法人" or "或其他" or "其他组织" or "社会公益" or "法律服务" or "或其他组织" or "序号" or "项目" or "内容";

    /// <summary>A header after labels that have no figures yet belongs to a table that goes on over a page; one after figures ends the entry.</summary>
    private void OpenHeader()
    {
        if (current is { Filled: > 0 })
        {
            EndEntry();
        }

        inHeader = true;
    }

    private void SetColumn(in SourceRow source, in GridCell cell, int index, ApplicantColumn column)
    {
        if (source.IsParagraph)
        {
            return;
        }

        if (!headers.TryGetValue(source.Grid, out var header))
        {
            headers[source.Grid] = header = new HeaderColumns();
        }

        header.Set(column, source.Layout == GridLayout.Printed ? index : cell.Column, cell.ColumnSpan);
    }

    private void StartEntry(in SourceRow source, ReadOnlySpan<GridCell> cells)
    {
        remainder = "";
        if (rowInRun is not null && !EndsRun(source))
        {
            EndRun();
        }

        var row = rowInRun;
        var labelAt = rowInRunAt;
        if (row is null && run.All.Length >= 4)
        {
            row = LabelText.RowNear(run.LastCell) ?? LabelText.RowNear(run.All);
            if (row is null && LabelText.RowBegun(run.All) is { } begun)
            {
                (row, remainder) = begun;
            }

            labelAt = source.Index;
        }

        current = new RequestEntry(slots)
        {
            Row = row,
            SourceRow = row is null ? source.Index : labelAt,
            Grid = source.Grid,
            Layout = source.Layout,
            LabelCell = rowInRun is null ? Labels(cells).Last : rowInRunCell,
            RowCells = cells.Length,
            FollowsBareLabel = bareLabel is not null,
            Place = source.Place,
        };
        entries.Add(current);
        NamedRows += row is null ? 0 : 1;
        lastRow = row ?? lastRow;
        rowInRun = null;
        bareLabel = null;
        run.Clear();
    }

    private void EndEntry()
    {
        if (current is null)
        {
            return;
        }

        if (current.Filled == 0 && current.Row is not null)
        {
            bareLabel = current.Row;
        }

        current = null;
    }

    /// <summary>A label after which no cell and no figure came before the next label.</summary>
    private void EndRun()
    {
        if (rowInRun is not { } row)
        {
            return;
        }

        rowInRun = null;
        if (row == RequestRow.OtherwiseWhole)
        {
            // The name of the group, with its three rows under it.
            return;
        }

        entries.Add(new RequestEntry(slots)
        {
            Row = row,
            SourceRow = rowInRunAt,
            Grid = -1,
            Layout = GridLayout.Printed,
            LabelCell = rowInRunCell,
            RowCells = 0,
            FollowsBareLabel = bareLabel is not null,
            Place = SourcePlace.None,
        });
        NamedRows++;
        lastRow = row;
        bareLabel = row;
    }
}
