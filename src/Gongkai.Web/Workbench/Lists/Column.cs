using Gongkai.Web.Shared;

namespace Gongkai.Web.Workbench.Lists;

/// <summary>A column that a list can show, on its page and in its files alike.</summary>
/// <param name="Key">What the address calls it.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">What a cell of it says.</param>
public sealed record Column<TRow>(string Key, string Title, Func<TRow, string> Text)
{
    public ColumnKind Kind { get; init; }

    /// <summary>Where a cell of it leads; null where it leads nowhere.</summary>
    public Func<TRow, string>? Href { get; init; }

    /// <summary>The light beside the words of a cell; null where it has none.</summary>
    public Func<TRow, Light>? Light { get; init; }

    /// <summary>Whether it is shown as long as nobody chooses.</summary>
    public bool IsUsual { get; init; } = true;

    /// <summary>Whether it tells one row from another, so that it is always shown.</summary>
    public bool IsName { get; init; }

    /// <summary>How wide it is in a workbook, in characters.</summary>
    public int Width { get; init; } = 14;

    public string? Class => Kind switch
    {
        ColumnKind.Text => null,
        ColumnKind.Line => "text-nowrap",
        ColumnKind.Number => "text-end",
    };
}

public enum ColumnKind
{
    Text,

    /// <summary>A few characters that are not broken, as a date.</summary>
    Line,

    Number,
}
