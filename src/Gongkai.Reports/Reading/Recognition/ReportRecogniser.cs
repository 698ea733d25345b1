using Gongkai.Reports.Form;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>
/// Finds the annual report in the blocks of a source, whatever its format: the six sections, the three tables, the agency,
/// the year and the edition (国办公开办函〔2021〕30号; 国办公开办函〔2019〕60号). It reads; it never adds up, fills in or corrects.
/// </summary>
public static class ReportRecogniser
{
    private const int FewestSections = 3;
    private const int FewestRows = 4;

    /// <summary>The report that the document holds. Total on any document: what is no report comes back with a finding that says so and no figure.</summary>
    public static AnnualReport Recognise(SourceDocument document)
    {
        var rows = RowWalker.Walk(document);
        var walk = new TableWalk(rows);
        walk.Walk();
        var headings = SectionFinder.Choose(walk.Headings);
        var text = TextParts.Find(walk.TextLines, headings, document);
        var edition = walk.Proactive.Edition ?? NationalForm.EditionOf(text.Year ?? 0);
        var report = new AnnualReport
        {
            Agency = text.Agency.Length > 0 ? text.Agency : null,
            Year = text.Year,
            Edition = edition,
            Title = text.Title,
            Preamble = text.Preamble,
            Period = text.Period,
            SignedOn = text.SignedOn,
            Signatory = text.Signatory,
            Sections = text.Sections,
        };

        if (NotThisForm(walk, headings, text) is { } finding)
        {
            return report with { ReadingFindings = [finding] };
        }

        var (figures, findings) = new FigurePlacing(walk, edition).Place();
        return report with { Figures = figures, ReadingFindings = [.. text.Findings, .. findings] };
    }

    private static Finding? NotThisForm(TableWalk walk, List<Heading> headings, TextParts text)
    {
        var tableRows = walk.Requests.NamedRows + walk.Proactive.Entries.Length;
        if (walk.IsOlderForm && tableRows < FewestRows)
        {
            return new Finding("read.otherForm", Severity.Error, "这是2019年以前的旧格式报告（统计表项目不同），不能按现行格式读取数据；请作为附件保存。");
        }

        return tableRows < FewestRows && headings.Count < FewestSections
            ? new Finding("read.notAReport", Severity.Error, "没有找到年度报告的三张表，也没有找到六个部分的标题，这份文件不像政府信息公开工作年度报告；请检查是否选错了文件，或表格是图片。")
            : text.Year is < 2019 && tableRows < FewestRows
                ? new Finding("read.otherForm", Severity.Error, $"这是{text.Year}年度的报告，用的是2019年以前的旧格式，不能按现行格式读取数据；请作为附件保存。")
                : null;
    }
}
