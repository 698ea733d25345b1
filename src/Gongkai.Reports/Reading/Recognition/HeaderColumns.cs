using Gongkai.Reports.Form;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>Where the header of a grid puts the seven columns of table three.</summary>
internal sealed class HeaderColumns
{
    private readonly int[] columns = [-1, -1, -1, -1, -1, -1, -1];

    /// <summary>Whether all seven are known and stand in seven columns of their own.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The grid column of one of the seven, or -1.</summary>
    public int this[ApplicantColumn column] => columns[(int)column];

    /// <summary>The last of the seven. What stands apart to the right of it, after an empty column, is no part of the table.</summary>
    public int Last => columns.Max();

    /// <summary>Notes where a header cell stands. A cell over several columns says nothing certain.</summary>
    public void Set(ApplicantColumn column, int at, int span)
    {
        columns[(int)column] = span == 1 ? at : -1;
        IsComplete = Array.TrueForAll(columns, static known => known >= 0) && AreDistinct();
    }

    /// <summary>Whether the seven stand side by side in the order of the form.</summary>
    public bool IsInOrder
    {
        get
        {
            for (var index = 1; index < columns.Length; index++)
            {
                if (columns[index] != columns[index - 1] + 1)
                {
                    return false;
                }
            }

            return IsComplete;
        }
    }

    /// <summary>The column of the form that stands at a grid column, or null.</summary>
    public ApplicantColumn? At(int gridColumn)
    {
        var index = Array.IndexOf(columns, gridColumn);
        return index < 0 ? null : (ApplicantColumn)index;
    }

    /// <summary>Whether the slots are seven, each of one column and under its own of the header.</summary>
    public bool StandsOver(ReadOnlySpan<Slot> slots)
    {
        if (!IsComplete || slots.Length != columns.Length)
        {
            return false;
        }

        for (var index = 0; index < columns.Length; index++)
        {
            if (slots[index].Span != 1 || slots[index].Column != columns[index])
            {
                return false;
            }
        }

        return true;
    }

    private bool AreDistinct()
    {
        for (var index = 1; index < columns.Length; index++)
        {
            if (columns.AsSpan(0, index).Contains(columns[index]))
            {
                return false;
            }
        }

        return true;
    }
}
