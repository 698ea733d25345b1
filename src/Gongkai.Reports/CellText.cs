namespace Gongkai.Reports;

/// <summary>How a cell that is not a number is printed, so that it reads back as what it is.</summary>
public static class CellText
{
    /// <summary>Stands before the text of a cell that was not read with certainty.</summary>
    public const string UnreadMark = "〔未读出〕";

    /// <summary>Stands in a cell that the source does not have, within a row that it has.</summary>
    public const string MissingMark = "〔缺〕";

    /// <summary>The text of a cell: digits, nothing for a blank, the source's own text, or one of the marks.</summary>
    public static string Print(Cell cell) => cell.Kind switch
    {
        CellKind.Number => Figure.Format(cell.Value),
        CellKind.Blank => "",
        CellKind.Dash or CellKind.Text => cell.Raw,
        CellKind.Unreadable => UnreadMark + cell.Raw,
        CellKind.Missing => MissingMark,
    };
}
