using Gongkai.Reports.Reading.Recognition;

namespace Gongkai.Reports;

/// <summary>
/// How a cell is printed in a table for people. The two marks say openly what a figure must not say, and the readers take them back:
/// what was unreadable or missing before writing is so again after reading.
/// </summary>
public static class CellText
{
    /// <summary>Stands in front of the raw text of a cell that could not be read with certainty.</summary>
    public const string UnreadMark = "〔未读出〕";

    /// <summary>Stands in a cell whose row is there, but which the source did not have.</summary>
    public const string MissingMark = "〔缺〕";

    /// <summary>The text of the printed cell: a figure's digits, nothing for a blank, the raw text of a stroke or of words, or a mark.</summary>
    public static string Print(Cell cell) => cell.Kind switch
    {
        CellKind.Missing => MissingMark,
        CellKind.Number => Figure.Format(cell.Value),
        CellKind.Blank => "",
        CellKind.Dash or CellKind.Text => cell.Raw,
        CellKind.Unreadable => UnreadMark + cell.Raw,
    };

    /// <summary>
    /// What a person wrote into a cell, understood as a reader understands the cell of a file: a figure (full-width digits and separators too),
    /// a blank, a stroke, words, or something that is none of these for certain.
    /// </summary>
    /// <param name="text">The text as it was written.</param>
    /// <param name="address">The figure that it stands for.</param>
    public static Cell Read(string text, FigureAddress address) => FigureText.Read(text, address.Figure.Unit, SourcePlace.None);
}
