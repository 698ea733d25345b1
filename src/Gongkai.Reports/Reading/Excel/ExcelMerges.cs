using ExcelDataReader;

namespace Gongkai.Reports.Reading.Excel;

/// <summary>The merged cells of a sheet, and the table that they make of its rows once hidden rows and columns are gone.</summary>
internal sealed class ExcelMerges(CellRange[]? ranges)
{
    private readonly CellRange[] ranges = ranges ?? [];

    /// <param name="rows">The visible rows with their place in the sheet.</param>
    /// <param name="width">How many columns hold anything.</param>
    /// <param name="hidden">Which columns are hidden.</param>
    public TableDraft Draft(List<(int Row, string[] Texts)> rows, int width, bool[] hidden)
    {
        rows.RemoveAll(row => !row.Texts.AsSpan().ContainsAnyExcept("") && !ranges.Any(range => range.FromRow < row.Row && row.Row <= range.ToRow));
        var draft = new TableDraft();
        var columns = VisibleColumns(rows, width, hidden);
        var byRow = rows.Select((row, index) => (row.Row, index)).ToDictionary(pair => pair.Row, pair => pair.index);
        var covering = Covering(byRow, columns);
        for (var index = 0; index < rows.Count; index++)
        {
            var row = new RowDraft();
            draft.Rows.Add(row);
            for (var place = 0; place < columns.Count; place++)
            {
                var column = columns[place];
                if (!covering.TryGetValue((index, place), out var merge))
                {
                    Add(row, new CellDraft(place, 1, 1), TextAt(rows[index].Texts, column));
                }
                else if (merge.Row == index && merge.Column == place)
                {
                    Add(row, new CellDraft(place, merge.Columns, merge.Rows), merge.Text(rows));
                }
            }
        }

        return draft;
    }

    private static void Add(RowDraft row, CellDraft cell, string text)
    {
        row.Cells.Add(cell);
        if (text.Length > 0)
        {
            cell.Add(text);
        }
    }

    private static string TextAt(string[] texts, int column) => column < texts.Length ? texts[column] : "";

    private static List<int> VisibleColumns(List<(int Row, string[] Texts)> rows, int width, bool[] hidden)
    {
        var first = Enumerable.Range(0, width).FirstOrDefault(column => rows.Exists(row => TextAt(row.Texts, column).Length > 0));
        return [.. Enumerable.Range(first, Math.Max(0, width - first)).Where(column => !hidden[column])];
    }

    private Dictionary<(int Row, int Column), Merge> Covering(Dictionary<int, int> rows, List<int> columns)
    {
        var covering = new Dictionary<(int, int), Merge>();
        foreach (var range in ranges)
        {
            List<int> places = [.. Enumerable.Range(0, columns.Count).Where(place => columns[place] >= range.FromColumn && columns[place] <= range.ToColumn)];
            List<int> indexes = [.. rows.Where(row => row.Key >= range.FromRow && row.Key <= range.ToRow).Select(row => row.Value).Order()];
            if (places.Count == 0 || indexes.Count == 0)
            {
                continue;
            }

            var merge = new Merge(indexes[0], places[0], indexes.Count, places.Count, rows.GetValueOrDefault(range.FromRow, -1), range.FromColumn);
            foreach (var index in indexes)
            {
                foreach (var place in places)
                {
                    covering[(index, place)] = merge;
                }
            }
        }

        return covering;
    }

    private readonly record struct Merge(int Row, int Column, int Rows, int Columns, int TextRow, int TextColumn)
    {
        /// <summary>The text of a merged cell stands in its first row and column; where that is hidden it is not seen.</summary>
        public string Text(List<(int Row, string[] Texts)> rows) => TextRow < 0 ? "" : TextAt(rows[TextRow].Texts, TextColumn);
    }
}
