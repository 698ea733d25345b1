namespace Gongkai.Reports;

/// <summary>What stood in a cell of the source.</summary>
public enum CellKind
{
    /// <summary>The source has no such row or column.</summary>
    Missing,

    /// <summary>A figure that was read with certainty; a printed zero is one.</summary>
    Number,

    /// <summary>The cell is there and empty.</summary>
    Blank,

    /// <summary>A stroke that stands for nothing: <c>/</c>, <c>-</c>, <c>—</c>.</summary>
    Dash,

    /// <summary>Words that are no figure: <c>无</c>, <c>不适用</c>.</summary>
    Text,

    /// <summary>Something stood there, but what, or whether it belongs to this cell, is not certain.</summary>
    Unreadable,
}
