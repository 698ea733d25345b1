namespace Gongkai.Reports.Checking;

/// <summary>What the checker takes from cells that hold no figure.</summary>
internal static class CellKinds
{
    /// <summary>Whether a clerk would mean zero by it: blank, a stroke, 无. It still never counts as zero.</summary>
    public static bool StandsForNothing(this in Cell cell) =>
        cell.Kind is CellKind.Blank or CellKind.Dash || (cell.Kind == CellKind.Text && cell.Raw is "无" or "無" or "没有" or "零");

    /// <summary>What stands in the cell, for a message.</summary>
    public static string Shown(this in Cell cell) => cell.Kind switch
    {
        CellKind.Number => Figure.Format(cell.Value),
        CellKind.Blank => "空白",
        CellKind.Dash or CellKind.Text => $"“{cell.Raw}”",
        CellKind.Missing => "缺",
        CellKind.Unreadable => "未读出",
    };
}
