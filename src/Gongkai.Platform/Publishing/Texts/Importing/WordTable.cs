using System.Xml.Linq;
using Gongkai.Platform.Publishing.Texts.Cleaning;

namespace Gongkai.Platform.Publishing.Texts.Importing;

/// <summary>The rows of a table of Word, with its merged cells.</summary>
internal sealed class WordTable(WordReading reading, int depth)
{
    private const int MostSpan = 100;

    private readonly List<DraftRow> rows = [];
    private readonly Dictionary<int, (int Row, int Cell)> open = [];

    public List<DraftRow> Rows(XElement table)
    {
        foreach (var row in Below(table, "tr"))
        {
            var properties = row.Child("trPr");
            if (properties.Child("del") is not null || properties.Child("hidden").IsOn() == true)
            {
                reading.Changes += properties.Child("del") is null ? 0 : 1;
                continue;
            }

            TakeRow(row, properties);
        }

        return rows;
    }

    private void TakeRow(XElement row, XElement? properties)
    {
        var cells = new List<TextCell>();
        rows.Add(new DraftRow(cells, properties.Child("tblHeader").IsOn() == true));
        var column = Math.Clamp(properties.Child("gridBefore").Integer() ?? 0, 0, MostSpan);
        if (column > 0)
        {
            cells.Add(new TextCell([], false, null, column, 1));
        }

        foreach (var cell in Below(row, "tc"))
        {
            var look = cell.Child("tcPr");
            if (look.Child("cellDel") is not null)
            {
                reading.Changes++;
                continue;
            }

            var span = Math.Clamp(look.Child("gridSpan").Integer() ?? 1, 1, MostSpan);
            if (look.Child("hMerge") is { } merge && merge.Value() != "restart" && cells.Count > 0)
            {
                cells[^1] = cells[^1] with { ColumnSpan = Math.Min(MostSpan, cells[^1].ColumnSpan + span) };
            }
            else if (look.Child("vMerge") is { } down && down.Value() != "restart" && open.TryGetValue(column, out var above))
            {
                rows[above.Row].Cells[above.Cell] = rows[above.Row].Cells[above.Cell] with { RowSpan = rows.Count - above.Row };
            }
            else
            {
                open[column] = (rows.Count - 1, cells.Count);
                cells.Add(new TextCell(BlocksOf(cell), false, null, span, 1));
            }

            column += span;
        }
    }

    private List<TextBlock> BlocksOf(XElement cell)
    {
        var body = new WordBody(reading, depth);
        body.Read(cell);
        return ListLines.Grouped([.. body.Blocks.Select(static block => block.Block)], depth);
    }

    /// <summary>Rows and cells may stand in content controls.</summary>
    private static IEnumerable<XElement> Below(XElement parent, string name)
    {
        foreach (var element in parent.Elements())
        {
            if (element.Name.LocalName == name)
            {
                yield return element;
            }
            else if (element.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "smartTag")
            {
                foreach (var inner in Below(element, name))
                {
                    yield return inner;
                }
            }
        }
    }
}
