namespace Gongkai.Reports.Lists;

/// <summary>A row of a list that people keep in Excel or as CSV: its number in the file, from 1, and its cells, trimmed.</summary>
public sealed record ListRow(int Number, IReadOnlyList<string> Cells);
