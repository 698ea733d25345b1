using System.Text;
using Gongkai.Reports.Form;

namespace Gongkai.Testing.Published;

/// <summary>The ways in which reports stand in Word files.</summary>
internal static class WordLayouts
{
    private const string Bold = "<w:b/>";
    private const string Numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";

    private delegate string CellContent(FormCell cell);

    public static IEnumerable<PublishedLayout> All()
    {
        yield return Word("merged cells", (sheet, _, _) => Table(sheet, Plain));
        yield return Word("headings numbered by Word", (sheet, _, _) => Table(sheet, Plain, style: ""), (_, words) => WordFile.Paragraph(words, Bold, Numbered));
        yield return Word("tracked changes", (sheet, _, random) => Table(sheet, cell => Tracked(cell, random)));
        yield return Word("title in a text box", (sheet, _, _) => Table(sheet, Plain), title: TextBox);
        yield return Word("tables within a table", (sheet, _, _) => Nested(Table(sheet, Plain)));
        yield return Word("figures in several runs", (sheet, _, random) => Table(sheet, cell => SeveralRuns(cell, random)));
        yield return Word("table three in two pieces", InPieces);
        yield return Word("places of merged cells printed", (sheet, _, _) => Table(Unmerged(sheet), Plain));
    }

    private static PublishedLayout Word(
        string name,
        Func<FormSheet, Expected, Random, string> table,
        Func<int, string, string>? heading = null,
        Func<string, string>? title = null) =>
        new(name, "docx", (report, random) =>
        {
            var expected = new Expected(report) { Sections = PrintStyle.Form.Sections };
            heading ??= (number, words) => WordFile.Paragraph($"{"一二三四五六"[number - 1]}、{words}", Bold);
            var body = new StringBuilder();
            var head = TextPage.Head(report, random).ToList();
            for (var index = 0; index < head.Count; index++)
            {
                var isTitle = index == 0 || head[index].EndsWith("年度报告", StringComparison.Ordinal);
                body.Append(isTitle && title is not null ? title(head[index]) : WordFile.Paragraph(head[index], isTitle ? Bold : ""));
            }

            foreach (var section in report.Sections)
            {
                body.Append(heading(section.Number, section.Heading));
                foreach (var line in section.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                {
                    body.Append(WordFile.Paragraph(line));
                }

                if (HtmlPage.Sheet(report, section.Number) is { } sheet)
                {
                    body.Append(table(sheet, expected, random)).Append("<w:p/>");
                }
            }

            body.Append(WordFile.Paragraph(report.Signatory ?? "")).Append(WordFile.Paragraph(TextPage.Date(report.SignedOn)));
            return new PublishedReport(WordFile.Of(body.ToString()), expected);
        });

    private static string Plain(FormCell cell) => WordFile.Paragraph(cell.Text);

    private static string Tracked(FormCell cell, Random random)
    {
        const string Author = "w:author=\"审核人\" w:date=\"2024-01-08T00:00:00Z\"";
        if (cell.Address is null || random.Next(3) != 0)
        {
            return Plain(cell);
        }

        return $"<w:p><w:del w:id=\"{random.Next(1, 9999)}\" {Author}><w:r><w:delText>{random.Next(1, 99)}</w:delText></w:r></w:del>"
            + $"<w:ins w:id=\"{random.Next(1, 9999)}\" {Author}>{WordFile.Run(cell.Text)}</w:ins></w:p>";
    }

    private static string SeveralRuns(FormCell cell, Random random)
    {
        if (cell.Text.Length < 2)
        {
            return Plain(cell);
        }

        var cut = random.Next(1, cell.Text.Length);
        return $"<w:p>{WordFile.Run(cell.Text[..cut])}<w:bookmarkStart w:id=\"1\" w:name=\"_a\"/><w:proofErr w:type=\"spellStart\"/>"
            + $"{WordFile.Run(cell.Text[cut..], Bold)}</w:p>{(random.Next(3) == 0 ? "<w:p/>" : "")}";
    }

    private static string TextBox(string text) =>
        $"<w:p><w:r><w:pict><v:shape style=\"width:400pt;height:40pt\"><v:textbox><w:txbxContent>{WordFile.Paragraph(text, Bold)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";

    private static string Nested(string table) =>
        $"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"9000\"/></w:tblGrid><w:tr><w:tc><w:tcPr/>{table}<w:p/></w:tc></w:tr></w:tbl>";

    private static string InPieces(FormSheet sheet, Expected expected, Random random)
    {
        if (sheet.Table != FormTable.Requests)
        {
            return Table(sheet, Plain);
        }

        var rows = Unmerged(sheet).Rows;
        var cut = random.Next(5, rows.Length - 2);
        expected.Doubt(sheet.Fill().Skip(cut).Where(row => row.HasBlankFigure).SelectMany(row => row.Figures));
        return Table(sheet with { Rows = rows[..cut] }, Plain) + "<w:p/>" + Table(sheet with { Rows = rows[cut..] }, Plain);
    }

    private static FormSheet Unmerged(FormSheet sheet) =>
        sheet with { Rows = [.. sheet.Fill().Select(row => new FormRow([.. row.Cells.Select(cell => new FormCell(cell.Text, cell.Address))]))] };

    private static string Table(FormSheet sheet, CellContent content, string style = "<w:tblStyle w:val=\"Grid\"/>")
    {
        int[] widths = sheet.Table switch
        {
            FormTable.Proactive or FormTable.Proactive2019 => [2250, 2250, 2250, 2250],
            FormTable.Requests => [900, 1100, 2520, 640, 640, 640, 640, 640, 640, 640],
            FormTable.Disputes => [.. Enumerable.Repeat(600, 15)],
        };
        var xml = new StringBuilder($"<w:tbl><w:tblPr>{style}<w:tblW w:w=\"{widths.Sum()}\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>");
        xml.Append(string.Concat(widths.Select(width => $"<w:gridCol w:w=\"{width}\"/>"))).Append("</w:tblGrid>");
        string Cell(int column, int columns, string merge, string text) =>
            $"<w:tc><w:tcPr><w:tcW w:w=\"{widths[column..(column + columns)].Sum()}\" w:type=\"dxa\"/>"
            + $"{(columns > 1 ? $"<w:gridSpan w:val=\"{columns}\"/>" : "")}{merge}</w:tcPr>{text}</w:tc>";
        var left = new (int Rows, int Columns)[sheet.Width];
        foreach (var row in sheet.Rows)
        {
            xml.Append("<w:tr>");
            var next = 0;
            for (var column = 0; column < sheet.Width;)
            {
                if (left[column].Rows > 0)
                {
                    left[column].Rows--;
                    xml.Append(Cell(column, left[column].Columns, "<w:vMerge/>", "<w:p/>"));
                    column += left[column].Columns;
                    continue;
                }

                var cell = row.Cells[next++];
                left[column] = (cell.RowSpan - 1, cell.ColumnSpan);
                xml.Append(Cell(column, cell.ColumnSpan, cell.RowSpan > 1 ? "<w:vMerge w:val=\"restart\"/>" : "", content(cell)));
                column += cell.ColumnSpan;
            }

            xml.Append("</w:tr>");
        }

        return xml.Append("</w:tbl>").ToString();
    }
}
