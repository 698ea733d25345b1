using System.Runtime.InteropServices;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>A figure or a blank that follows a label.</summary>
/// <param name="Text">What it holds; empty for a blank.</param>
/// <param name="SourceRow">The row of the source.</param>
/// <param name="Cell">Its number among the cells of that row.</param>
/// <param name="Column">The grid column that it starts in.</param>
/// <param name="Span">How many grid columns it takes.</param>
internal readonly record struct Slot(string Text, int SourceRow, int Cell, int Column, int Span)
{
    /// <summary>Whether it is an empty cell.</summary>
    public bool IsBlank => Text.Length == 0;

    /// <summary>The slot that a cell of a row is.</summary>
    public static Slot Of(in SourceRow source, in GridCell cell, int index) =>
        new(cell.Text, source.Index, index, cell.Column, cell.ColumnSpan);

    /// <summary>Where it stands.</summary>
    /// <param name="rows">The rows of the source.</param>
    public SourcePlace Place(List<SourceRow> rows) => rows[SourceRow].Place with { Column = Column + 1 };
}

/// <summary>A label of a table with everything that stands between it and the next label.</summary>
/// <param name="slots">The slots of all labels of the table in order; a label's own stand together.</param>
internal abstract class TableEntry(List<Slot> slots)
{
    private readonly int start = slots.Count;
    private int count;

    /// <summary>The row of the source that the label ends in.</summary>
    public required int SourceRow { get; init; }

    /// <summary>How far columns can be trusted.</summary>
    public required GridLayout Layout { get; init; }

    /// <summary>The number of the label's cell in its row.</summary>
    public required int LabelCell { get; init; }

    /// <summary>How many cells the row has.</summary>
    public required int RowCells { get; init; }

    /// <summary>Whether another row's label stood before this one with no figure between: then figures on a later line may be the other's.</summary>
    public required bool FollowsBareLabel { get; init; }

    /// <summary>Where the label stands.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>What follows, in order.</summary>
    public ReadOnlySpan<Slot> Slots => CollectionsMarshal.AsSpan(slots).Slice(start, count);

    /// <summary>How many slots hold something.</summary>
    public int Filled { get; private set; }

    /// <summary>Whether everything that follows stands in the label's own row.</summary>
    public bool IsOneRow { get; private set; } = true;

    /// <summary>The texts of what is filled, as one line.</summary>
    public string FilledText => string.Join(' ', FilledTexts());

    /// <summary>Adds what comes next.</summary>
    public void Add(in Slot slot)
    {
        slots.Add(slot);
        count++;
        Filled += slot.IsBlank ? 0 : 1;
        IsOneRow &= slot.SourceRow == SourceRow;
    }

    /// <summary>The texts of what is filled.</summary>
    public List<string> FilledTexts()
    {
        var texts = new List<string>(Filled);
        foreach (ref readonly var slot in Slots)
        {
            if (!slot.IsBlank)
            {
                texts.Add(slot.Text);
            }
        }

        return texts;
    }
}
