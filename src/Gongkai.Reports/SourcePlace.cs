namespace Gongkai.Reports;

/// <summary>Where something stood in the source; numbers count from 1, and 0 means that the format has no such thing.</summary>
/// <param name="Part">The page of a PDF, the sheet of a workbook, the table of a page or Word file; 0 in plain text.</param>
/// <param name="Row">The line of a text, or the row of the table.</param>
/// <param name="Column">The column of the table.</param>
public readonly record struct SourcePlace(int Part, int Row, int Column)
{
    /// <summary>No place is known.</summary>
    public static SourcePlace None => default;

    /// <summary>A line of a text.</summary>
    public static SourcePlace Line(int line) => new(0, line, 0);
}
