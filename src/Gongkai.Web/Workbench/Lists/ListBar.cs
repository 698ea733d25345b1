namespace Gongkai.Web.Workbench.Lists;

/// <summary>Model of _ListBar: saved views, choice of columns and downloads over a list.</summary>
/// <param name="Name">What saved views call the list.</param>
/// <param name="Path">Where it stands.</param>
/// <param name="Query">What a saved view of it keeps as it is now.</param>
/// <param name="Unchosen">The same list with its usual columns.</param>
/// <param name="Columns">What can be chosen; empty where nothing can.</param>
/// <param name="NameColumn">The column that is always shown.</param>
/// <param name="Workbook">Where it is to be had as a workbook.</param>
/// <param name="Csv">Where it is to be had as CSV.</param>
public sealed record ListBar(string Name, string Path, string Query, string Unchosen, IReadOnlyList<ColumnChoice> Columns, string? NameColumn, string Workbook, string Csv)
{
    public string Here => Path + Query;
}

/// <summary>A column that can be chosen.</summary>
public sealed record ColumnChoice(string Key, string Title, bool IsShown);
