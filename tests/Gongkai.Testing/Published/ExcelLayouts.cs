namespace Gongkai.Testing.Published;

/// <summary>The ways in which reports stand in workbooks.</summary>
internal static class ExcelLayouts
{
    public static IEnumerable<PublishedLayout> All()
    {
        yield return new PublishedLayout("one sheet", "xlsx", (report, random) => Print(report, random, (file, _) => file ?? "年度报告"));
        yield return new PublishedLayout("a sheet for each table", "xlsx", (report, random) => Print(report, random, (_, section) => $"第{section}部分"));
    }

    private static PublishedReport Print(AnnualReport report, Random random, Func<string?, int, string> sheetName)
    {
        var file = new ExcelFile();
        var sheets = new Dictionary<string, ExcelSheet>();
        ExcelSheet Sheet(int section)
        {
            var name = sheetName(sheets.Keys.FirstOrDefault(), section);
            return sheets.TryGetValue(name, out var sheet) ? sheet : sheets[name] = file.Sheet(name);
        }

        foreach (var line in TextPage.Head(report, random))
        {
            Sheet(1).Line(line);
        }

        foreach (var section in report.Sections)
        {
            var sheet = Sheet(section.Number);
            sheet.Line($"{"一二三四五六"[section.Number - 1]}、{section.Heading}");
            foreach (var line in section.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                sheet.Line(line);
            }

            if (HtmlPage.Sheet(report, section.Number) is { } table)
            {
                sheet.Table(table);
            }
        }

        Sheet(6).Line(report.Signatory ?? "");
        Sheet(6).Line(TextPage.Date(report.SignedOn));
        return new PublishedReport(file.ToBytes(), new Expected(report) { Sections = PrintStyle.Form.Sections });
    }
}
