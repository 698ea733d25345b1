using System.Text;
using Gongkai.Reports.Form;

namespace Gongkai.Testing.Published;

/// <summary>Ways of writing a table of the form in HTML.</summary>
public static class HtmlTables
{
    private const string Nothing = "&nbsp;";

    /// <summary>With the spans of the form and nothing else.</summary>
    public static string Exact(FormSheet sheet, Expected expected, Random random) => Table(sheet, Plain);

    /// <summary>As Word saves it: paragraphs, spans and styles in every cell.</summary>
    public static string WordMarkup(FormSheet sheet, Expected expected, Random random) => Table(sheet, cell =>
    {
        if (cell.Text.Length == 0)
        {
            return $"<p class=\"MsoNormal\" style=\"mso-pagination:widow-orphan\"><span lang=\"EN-US\">{Nothing}<o:p></o:p></span></p><p>{Nothing}</p>";
        }

        var cut = cell.Text.Length > 1 ? random.Next(1, cell.Text.Length) : 0;
        return $"<p class=\"MsoNormal\" align=\"center\" style=\"text-align:center;line-height:20.0pt\">{(cell.Address is null ? "" : "&ensp;")}"
            + $"<span style=\"font-size:10.5pt;font-family:仿宋_GB2312\">{HtmlPage.Encode(cell.Text[..cut])}</span><!--[if supportFields]>7<![endif]-->"
            + $"<b><span lang=\"EN-US\" style=\"mso-hansi-font-family:宋体\">{HtmlPage.Encode(cell.Text[cut..])}<o:p></o:p></span></b></p>";
    });

    /// <summary>With text that no reader of the page sees.</summary>
    public static string Invisible(FormSheet sheet, Expected expected, Random random)
    {
        string[] hidden =
        [
            "<span style=\"display:none\">9</span>", "<span style=\"visibility: hidden\">8</span>", "<!-- 7 -->", "<span hidden>6</span>",
            "<script>var x = 5;</script>", "<style>.a{width:4px}</style>", "<template>3</template>",
        ];
        var table = Table(sheet, cell => random.Next(4) == 0 ? Plain(cell) + hidden[random.Next(hidden.Length)] : Plain(cell));
        var row = "<tr style=\"display:none\">" + string.Concat(Enumerable.Repeat("<td>99</td>", sheet.Width)) + "</tr>\n";
        return table.Insert(table.IndexOf("</tr>\n", StringComparison.Ordinal) + "</tr>\n".Length, row);
    }

    /// <summary>Without spans: every place a cell, the label of a merged cell in each of them.</summary>
    public static string Repeated(FormSheet sheet, Expected expected, Random random)
    {
        var rows = sheet.Fill();
        var above = new string[sheet.Width];
        var html = new StringBuilder("<table border=\"1\">\n");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            for (var column = 0; column < sheet.Width; column++)
            {
                var cell = row.Cells[column];
                above[column] = cell.Part switch
                {
                    CellPart.Own => cell.Text,
                    CellPart.Beside => row.HasFigures && sheet.Table != FormTable.Requests ? "" : above[column - 1],
                    CellPart.Below => above[column],
                };
                html.Append("<td>").Append(HtmlPage.Encode(above[column])).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        return html.Append("</table>").ToString();
    }

    /// <summary>Table three in two or three tables; what a merged cell covered is an empty cell in the next one.</summary>
    public static string InPieces(FormSheet sheet, Expected expected, Random random)
    {
        if (sheet.Table != FormTable.Requests)
        {
            return Exact(sheet, expected, random);
        }

        var rows = sheet.Fill();
        var first = random.Next(5, rows.Length - 8);
        var second = random.Next(2) == 0 ? rows.Length : random.Next(first + 2, rows.Length - 1);
        expected.Doubt(rows.Skip(first).Where(row => row.HasBlankFigure).SelectMany(row => row.Figures));
        var html = new StringBuilder();
        foreach (var (from, to) in new[] { (0, first), (first, second), (second, rows.Length) }.Where(part => part.Item1 < part.Item2))
        {
            html.Append("<table border=\"1\">\n");
            for (var index = from; index < to; index++)
            {
                html.Append("<tr>");
                foreach (var cell in rows[index].Cells)
                {
                    html.Append("<td>").Append(cell.Text.Length == 0 ? Nothing : HtmlPage.Encode(cell.Text)).Append("</td>");
                }

                html.Append("</tr>\n");
            }

            html.Append("</table>\n<p>&nbsp;</p>\n");
        }

        return html.ToString();
    }

    /// <summary>One to three rows have a cell too few, and nothing says which.</summary>
    public static string CellMissing(FormSheet sheet, Expected expected, Random random)
    {
        var filled = sheet.Fill();
        var chosen = Enumerable.Range(0, filled.Length).Where(index => filled[index].Figures.Length > 1)
            .OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToHashSet();
        var rows = sheet.Rows.Select((row, index) =>
        {
            if (!chosen.Contains(index))
            {
                return row;
            }

            expected.Lose(filled[index].Figures);
            return new FormRow(row.Cells.RemoveAt(random.Next(row.Cells.Length - filled[index].Figures.Length, row.Cells.Length)));
        });
        return Table(sheet with { Rows = [.. rows] }, Plain);
    }

    /// <summary>The cell 三、本年度办理结果 spans too few rows, so that the last rows stand a column to the left.</summary>
    public static string SpanTooShort(FormSheet sheet, Expected expected, Random random)
    {
        if (sheet.Table != FormTable.Requests)
        {
            return Exact(sheet, expected, random);
        }

        var shortBy = random.Next(1, 6);
        var rows = sheet.Rows.Select(row => row.Cells[0].RowSpan > 15
            ? new FormRow(row.Cells.SetItem(0, row.Cells[0] with { RowSpan = row.Cells[0].RowSpan - shortBy }))
            : row);
        expected.Doubt(sheet.Fill().TakeLast(shortBy + 1).SelectMany(row => row.Figures));
        return Table(sheet with { Rows = [.. rows] }, Plain);
    }

    private static string Plain(FormCell cell) => cell.Text.Length == 0 ? Nothing : HtmlPage.Encode(cell.Text);

    private static string Table(FormSheet sheet, Func<FormCell, string> content)
    {
        var html = new StringBuilder("<table border=\"1\" cellspacing=\"0\"><tbody>\n");
        foreach (var row in sheet.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row.Cells)
            {
                html.Append("<td");
                html.Append(cell.ColumnSpan > 1 ? $" colspan=\"{cell.ColumnSpan}\"" : "");
                html.Append(cell.RowSpan > 1 ? $" rowspan=\"{cell.RowSpan}\"" : "");
                html.Append('>').Append(content(cell)).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table>").ToString();
    }
}
