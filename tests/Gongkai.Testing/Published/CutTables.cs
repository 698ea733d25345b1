namespace Gongkai.Testing.Published;

/// <summary>Tables that came out in pieces.</summary>
public static class CutTables
{
    private static readonly string[] Corners = ["项目", "Column1", "申请人情况", "类别"];

    /// <summary>Each row of figures a Markdown table of its own, under columns with their names or with invented ones.</summary>
    public static IEnumerable<string> MarkdownInPieces(FormSheet sheet, Expected expected, Random random)
    {
        foreach (var row in TablePrinters.Rows(sheet, expected))
        {
            var labels = row.Cells.Where(cell => cell.Address is null && cell.Text.Length > 0).Select(cell => cell.Text).ToList();
            if (!row.HasFigures)
            {
                yield return string.Join(' ', labels);
                continue;
            }

            expected.Doubt(row.Figures);
            var figures = row.Cells.Where(cell => cell.Address is not null).Select(cell => cell.Text).ToList();
            var names = Names(figures.Count, random);
            var label = string.Join(' ', labels);
            yield return "";
            yield return $"| {(random.Next(3) == 0 ? label : Corners[random.Next(Corners.Length)])} | {string.Join(" | ", names)} |";
            yield return "|" + string.Concat(Enumerable.Repeat("---|", names.Length + 1));
            yield return $"| {label} | {string.Join(" | ", figures)} |";
            yield return "";
        }
    }

    /// <summary>A label on one line, its figures on the next.</summary>
    public static IEnumerable<string> LabelAboveFigures(FormSheet sheet, Expected expected, Random random)
    {
        var gap = random.Next(2) == 0 ? "\t" : "  ";
        foreach (var row in TablePrinters.Rows(sheet, expected, blanksVanish: true))
        {
            foreach (var label in row.Cells.Where(cell => cell.Address is null && cell.Text.Length > 0))
            {
                yield return label.Text;
            }

            var figures = row.Cells.Where(cell => cell.Address is not null).Select(cell => cell.Text).ToList();
            if (figures.Count > 0)
            {
                yield return string.Join(gap, figures);
            }
        }
    }

    /// <summary>Table three in two halves: its first rows, then a line of text, then the rest with the header again.</summary>
    public static IEnumerable<string> InHalves(FormSheet sheet, Expected expected, Random random)
    {
        var lines = TablePrinters.Markdown(sheet, expected, random).ToList();
        if (sheet.Table != Gongkai.Reports.Form.FormTable.Requests)
        {
            return lines;
        }

        var cut = random.Next(6, lines.Count - 1);
        lines.InsertRange(cut, ["", "（续上表）", "", .. lines[..4]]);
        return lines;
    }

    /// <summary>Some cells were lost in recognition and stand blank.</summary>
    public static IEnumerable<string> CellsLost(FormSheet sheet, Expected expected, Random random)
    {
        foreach (var row in TablePrinters.Rows(sheet, expected, blanksVanish: true))
        {
            var cells = row.Cells.ToList();
            for (var index = 0; index < cells.Count; index++)
            {
                if (cells[index].Address is { } address && random.Next(15) == 0)
                {
                    cells[index] = cells[index] with { Text = "" };
                    expected.Print([new(address, Cell.Blank())]);
                    expected.Doubt(row.Figures);
                }
            }

            yield return "| " + string.Join(" | ", cells.Select(cell => cell.Text)) + " |";
        }
    }

    private static string[] Names(int count, Random random)
    {
        string[] applicants = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
        return random.Next(3) switch
        {
            0 when count == 7 => applicants,
            1 when count == 7 => [.. applicants.Select(name => name + "1")],
            _ => [.. Enumerable.Range(2, count).Select(number => $"Column{number}")],
        };
    }
}
