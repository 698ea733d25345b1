namespace Gongkai.Reports.Reading.Recognition;

/// <summary>How wide the rows of one grid of text usually are: a row that is wider than its like has got a cell too many somewhere.</summary>
internal sealed class RowShapes
{
    private const int FewestRows = 3;

    private readonly Dictionary<(int Label, int Depth), int> widthOfLabel;
    private readonly int usualCells;
    private readonly bool alwaysSeven;

    /// <summary>Looks over the rows of a grid.</summary>
    public RowShapes(IEnumerable<RequestEntry> entries)
    {
        var rows = entries.Where(entry => entry.IsOneRow).ToList();
        widthOfLabel = rows
            .GroupBy(entry => (entry.LabelCell, entry.Depth))
            .Where(group => group.Count() > 1)
            .ToDictionary(group => group.Key, group => MostCommon(group.Select(entry => entry.Width)));
        usualCells = rows.Count >= FewestRows ? MostCommon(rows.Select(entry => entry.RowCells)) : 0;
        alwaysSeven = rows.Count >= FewestRows && rows.TrueForAll(entry => entry.Width == Form.NationalForm.ColumnCount);
    }

    /// <summary>Whether the row has more cells than others whose label stands in the same cell.</summary>
    public bool IsTooWide(RequestEntry entry) =>
        entry.Width > Form.NationalForm.ColumnCount && widthOfLabel.TryGetValue((entry.LabelCell, entry.Depth), out var width) && entry.Width > width;

    /// <summary>Whether no cell of the row was lost at its end, as far as the others tell.</summary>
    public bool KeepsWidth(RequestEntry entry) =>
        widthOfLabel.TryGetValue((entry.LabelCell, entry.Depth), out var width) ? entry.Width == width : alwaysSeven || entry.RowCells == usualCells;

    private static int MostCommon(IEnumerable<int> values) =>
        values.GroupBy(value => value).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).Select(group => group.Key).FirstOrDefault();
}
