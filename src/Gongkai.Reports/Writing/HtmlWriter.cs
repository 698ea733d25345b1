using System.Text;

namespace Gongkai.Reports.Writing;

/// <summary>Writes a report as one HTML page that needs no other file: real table headers, nothing that runs, A4 when printed.</summary>
internal static class HtmlWriter
{
    private const string TitleOfUntitled = "政府信息公开工作年度报告";

    private const string Styles = """
        body{margin:0;background:#f3f3f1;color:#111;font:1.125rem/1.8 "FangSong_GB2312","仿宋_GB2312","FangSong","STFangsong","Noto Serif CJK SC",serif}
        main{box-sizing:border-box;max-width:56rem;margin:0 auto;padding:3rem 2rem;background:#fff}
        h1{margin:0 0 2rem;font:1.7rem/1.6 "FZXiaoBiaoSong-B05S","方正小标宋简体","STZhongsong","SimSun","Noto Serif CJK SC",serif;text-align:center;text-wrap:balance}
        h2{margin:1.5rem 0 .25rem;text-indent:2em;font:1.125rem/1.8 "SimHei","黑体","STHeiti","Noto Sans CJK SC",sans-serif}
        p{margin:0;text-indent:2em;text-align:justify;white-space:pre-wrap;overflow-wrap:anywhere}
        .table{margin:1rem 0;overflow-x:auto}
        table{width:100%;border-collapse:collapse;font-size:.875rem;line-height:1.4}
        th,td{padding:.3rem .2rem;border:1px solid #333;font-weight:normal;text-align:center;vertical-align:middle;overflow-wrap:anywhere}
        th{background:#f7f7f5}
        th.label{text-align:left}
        .signed{text-indent:0;text-align:right;padding-right:4em}
        @page{size:A4;margin:37mm 26mm 35mm 28mm}
        @media print{body{background:none;font-size:16pt;line-height:29pt}main{max-width:none;padding:0}h1{font-size:22pt;line-height:35pt}h2{font-size:16pt;line-height:29pt;break-after:avoid}.table{overflow:visible}table{font-size:9pt;line-height:13pt}th{background:none}thead{display:table-header-group}th,td{break-inside:avoid}th[rowspan]{break-inside:auto}}
        """;

    public static void Write(AnnualReport report, Stream output)
    {
        var html = new StringBuilder(32 * 1024);
        html.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        Text(html, string.IsNullOrWhiteSpace(report.Title) ? TitleOfUntitled : report.Title);
        html.Append("</title>\n<style>\n").Append(Styles).Append("\n</style>\n</head>\n<body>\n<main>\n");
        foreach (var block in ReportLayout.Of(report))
        {
            Block(html, block);
        }

        html.Append("</main>\n</body>\n</html>\n");
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        writer.Write(html);
    }

    private static void Block(StringBuilder html, LayoutBlock block)
    {
        switch (block.Kind)
        {
            case LayoutKind.Title:
                Element(html, "<h1>", block.Text, "</h1>\n");
                break;
            case LayoutKind.Heading:
                Element(html, "<h2>", block.Text, "</h2>\n");
                break;
            case LayoutKind.Paragraph:
                Element(html, "<p>", block.Text, "</p>\n");
                break;
            case LayoutKind.Signatory or LayoutKind.Date:
                Element(html, "<p class=\"signed\">", block.Text, "</p>\n");
                break;
            case LayoutKind.Table:
                Table(html, block.Table!);
                break;
        }
    }

    private static void Table(StringBuilder html, PrintedTable table)
    {
        html.Append("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"").Append(NameOf(table)).Append("\">\n<table>\n<colgroup>");
        foreach (var width in table.Widths)
        {
            html.Append("<col style=\"width:").Append(width * 100 / PrintedTable.FullWidth).Append("%\">");
        }

        html.Append("</colgroup>\n");
        if (table.HeaderRows > 0)
        {
            html.Append("<thead>\n");
        }

        var isBodyOpen = false;
        for (var index = 0; index < table.Rows.Length; index++)
        {
            var row = table.Rows[index];
            if (row.IsBlockStart || (table.HeaderRows > 0 && index == table.HeaderRows))
            {
                html.Append(isBodyOpen ? "</tbody>\n" : table.HeaderRows > 0 ? "</thead>\n" : "").Append("<tbody>\n");
                isBodyOpen = true;
            }

            html.Append("<tr>");
            foreach (var cell in row.Cells)
            {
                Cell(html, cell);
            }

            html.Append("</tr>\n");
        }

        html.Append(isBodyOpen ? "</tbody>\n</table>\n</div>\n" : "</thead>\n</table>\n</div>\n");
    }

    private static void Cell(StringBuilder html, PrintedCell cell)
    {
        html.Append(cell.Role switch
        {
            CellRole.Note or CellRole.Figure => "<td",
            CellRole.Block => "<th scope=\"rowgroup\"",
            CellRole.Column => "<th scope=\"col\"",
            CellRole.Row => cell.RowSpan == 1 ? "<th scope=\"row\" class=\"label\"" : "<th scope=\"row\"",
        });
        if (cell.ColumnSpan > 1)
        {
            html.Append(" colspan=\"").Append(cell.ColumnSpan).Append('"');
        }

        if (cell.RowSpan > 1)
        {
            html.Append(" rowspan=\"").Append(cell.RowSpan).Append('"');
        }

        html.Append('>');
        Text(html, cell.Text, "<br>");
        html.Append(cell.Role is CellRole.Note or CellRole.Figure ? "</td>" : "</th>");
    }

    private static string NameOf(PrintedTable table) => table.Section switch
    {
        2 => "主动公开政府信息情况表",
        3 => "收到和处理政府信息公开申请情况表",
        _ => "政府信息公开行政复议、行政诉讼情况表",
    };

    private static void Element(StringBuilder html, string start, string text, string end)
    {
        html.Append(start);
        Text(html, text);
        html.Append(end);
    }

    private static void Text(StringBuilder html, string text, string lineEnd = "\n")
    {
        foreach (var character in PrintableText.Of(text))
        {
            _ = character switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                '\n' => html.Append(lineEnd),
                _ => html.Append(character),
            };
        }
    }
}
