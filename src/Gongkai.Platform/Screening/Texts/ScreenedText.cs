namespace Gongkai.Platform.Screening.Texts;

/// <summary>A text in the parts in which it is looked at, in the order of reading.</summary>
/// <param name="Passages">Its paragraphs and the cells of its tables.</param>
/// <param name="Tables">Its tables as wholes.</param>
public sealed record ScreenedText(IReadOnlyList<ScreenedPassage> Passages, IReadOnlyList<ScreenedTable> Tables)
{
    public static ScreenedText Empty { get; } = new([], []);
}

/// <summary>A paragraph, a cell, or a field.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">What it says; a letter here is a letter there.</param>
/// <param name="Heading">What stands above it in its table; null outside of tables.</param>
public sealed record ScreenedPassage(HitPlace Place, string Text, string? Heading = null)
{
    /// <summary>Whether it is part of the running text, where paragraphs follow each other.</summary>
    public bool IsParagraph => Place.Row == 0 && Place.Field is HitField.Body or HitField.Attachment;
}

/// <summary>A table.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Rows">Its cells; a cell that spans others stands in the first of them, the rest are empty.</param>
/// <param name="HasHeader">Whether its first row is marked as one of headings.</param>
/// <param name="Before">The paragraph before it.</param>
public sealed record ScreenedTable(HitPlace Place, IReadOnlyList<IReadOnlyList<string>> Rows, bool HasHeader, string Before)
{
    public int Width => Rows.Count == 0 ? 0 : Rows.Max(row => row.Count);

    public string Cell(int row, int column) => row < Rows.Count && column < Rows[row].Count ? Rows[row][column] : "";

    /// <summary>The first row in which most cells say something: the one of the headings.</summary>
    public int HeadingRow
    {
        get
        {
            for (var row = 0; row < Math.Min(Rows.Count, 4); row++)
            {
                if (Rows[row].Count(cell => cell.Length > 0) > Width / 2)
                {
                    return row;
                }
            }

            return 0;
        }
    }

    public HitPlace PlaceOf(int row, int column) => Place with { Row = row + 1, Column = column + 1, Offset = 0, Length = Cell(row, column).Length };
}
