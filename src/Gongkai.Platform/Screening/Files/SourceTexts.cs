using Gongkai.Platform.Screening.Texts;
using Gongkai.Reports.Reading;

namespace Gongkai.Platform.Screening.Files;

/// <summary>The blocks of a source file as texts to be screened.</summary>
internal static class SourceTexts
{
    public static ScreenedText Of(string name, SourceDocument document)
    {
        var passages = new List<ScreenedPassage>();
        var tables = new List<ScreenedTable>();
        var (paragraphs, last) = (0, "");
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case SourceParagraph paragraph when paragraph.Text.Length > 0:
                    last = paragraph.Text;
                    passages.Add(new ScreenedPassage(new HitPlace(HitField.Attachment) { File = name, Number = ++paragraphs }, paragraph.Text.Replace('\n', ' ')));
                    break;
                case SourceGrid grid:
                    var table = Table(name, tables.Count + 1, grid, last);
                    tables.Add(table);
                    passages.AddRange(Cells(table));
                    break;
            }
        }

        return new ScreenedText(passages, tables);
    }

    /// <summary>The cells of a table as passages, each with its heading.</summary>
    public static IEnumerable<ScreenedPassage> Cells(ScreenedTable table)
    {
        var headings = table.HeadingRow;
        for (var row = 0; row < table.Rows.Count; row++)
        {
            for (var column = 0; column < table.Rows[row].Count; column++)
            {
                if (table.Rows[row][column] is { Length: > 0 } text)
                {
                    yield return new ScreenedPassage(table.PlaceOf(row, column) with { Length = 0 }, text, row > headings ? table.Cell(headings, column) : "");
                }
            }
        }
    }

    private static ScreenedTable Table(string name, int number, SourceGrid grid, string before)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var row in grid.Rows)
        {
            var cells = new string[row.Cells.IsEmpty ? 0 : row.Cells.Max(cell => cell.Column) + 1];
            Array.Fill(cells, "");
            foreach (var cell in row.Cells)
            {
                cells[cell.Column] = cell.Text.Replace('\n', ' ');
            }

            rows.Add(cells);
        }

        return new ScreenedTable(new HitPlace(HitField.Attachment) { File = name, Number = number }, rows, HasHeader: true, before);
    }
}
