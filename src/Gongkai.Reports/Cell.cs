namespace Gongkai.Reports;

/// <summary>
/// One cell of the three tables: what was read, the text it was read from, and where that stood.
/// Only a cell of kind <see cref="CellKind.Number"/> has a value; nothing else ever counts as zero.
/// </summary>
public readonly record struct Cell
{
    private readonly decimal value;
    private readonly string? raw;

    private Cell(CellKind kind, decimal value, string? raw, SourcePlace place)
    {
        Kind = kind;
        this.value = value;
        this.raw = raw;
        Place = place;
    }

    /// <summary>A row or column that the source does not have. This is also the default value.</summary>
    public static Cell Missing => default;

    /// <summary>What stood there.</summary>
    public CellKind Kind { get; }

    /// <summary>The text of the source, trimmed; empty for a blank and for a missing cell.</summary>
    public string Raw => raw ?? "";

    /// <summary>Where it stood.</summary>
    public SourcePlace Place { get; }

    /// <summary>Whether a figure was read with certainty.</summary>
    public bool IsNumber => Kind == CellKind.Number;

    /// <summary>The figure.</summary>
    /// <exception cref="InvalidOperationException">The cell is not a number.</exception>
    public decimal Value => IsNumber ? value : throw new InvalidOperationException($"A {Kind} cell has no value.");

    /// <summary>The figure, or null where the cell is not a number.</summary>
    public decimal? ValueOrNull => IsNumber ? value : null;

    /// <summary>A figure, with the text that it was read from where that is not simply its digits.</summary>
    public static Cell Number(decimal value, string? raw = null, SourcePlace place = default) =>
        new(CellKind.Number, value, raw ?? Figure.Format(value), place);

    /// <summary>An empty cell.</summary>
    public static Cell Blank(SourcePlace place = default) => new(CellKind.Blank, 0, null, place);

    /// <summary>A stroke for nothing.</summary>
    public static Cell Dash(string raw, SourcePlace place = default) => new(CellKind.Dash, 0, raw, place);

    /// <summary>Words that are no figure.</summary>
    public static Cell Text(string raw, SourcePlace place = default) => new(CellKind.Text, 0, raw, place);

    /// <summary>Something that could not be read with certainty; <paramref name="raw"/> is what the source holds there, or the whole row of it.</summary>
    public static Cell Unreadable(string raw, SourcePlace place = default) => new(CellKind.Unreadable, 0, raw, place);

    /// <summary>The cell as it is printed, for messages to a developer.</summary>
    public override string ToString() => CellText.Print(this);

    /// <summary>Whether both hold the same, wherever it stood and however the same figure was written.</summary>
    public bool HoldsSameAs(Cell other) =>
        Kind == other.Kind && (IsNumber ? value == other.value : Raw == other.Raw);
}
