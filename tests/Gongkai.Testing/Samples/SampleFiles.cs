using System.Globalization;
using System.Text;
using Gongkai.Reports.Form;
using Gongkai.Testing.Published;
using Gongkai.Testing.Reports;

namespace Gongkai.Testing.Samples;

/// <summary>Makes every file of <c>samples/</c>: reports of places that do not exist, good ones and one with each kind of fault.</summary>
public static class SampleFiles
{
    /// <summary>The files, in the order of the list.</summary>
    public static IEnumerable<SampleFile> All()
    {
        var last = Carrying(Report(2023, "青禾县云溪镇人民政府", 2023), RequestRow.Received, RequestRow.CarriedOut);
        var good = Carrying(Report(2027, "青禾县云溪镇人民政府", 2024), RequestRow.CarriedIn, RequestRow.Granted, RequestRow.Concluded);
        good = Set(
            good,
            ("proactive.normativeDocuments.inForce", last.Figures[Address("proactive.normativeDocuments.inForce")].Value
                + good.Figures[Address("proactive.normativeDocuments.issued")].Value
                - good.Figures[Address("proactive.normativeDocuments.repealed")].Value));
        yield return Print("云溪镇-2023.txt", "文本，制表符分列；上一年的报告，供 --last 使用", last, "tabs, every place printed");
        yield return Print("云溪镇-2024.txt", "文本，制表符分列；没有问题，上年结转与 2023 年报告一致", good, "tabs, labels two columns wide");

        var unbalanced = Retold(Set(Report(31, "青禾县石塘坞镇人民政府", 2024), ("requests.received.natural", 7), ("requests.received.total", 7)));
        yield return Print("石塘坞镇-2024.txt", "文本，一格一行；表三“第一项加第二项等于第三项加第四项”不成立", unbalanced, "one cell a line behind tabs");

        var rules = Set(Report(32, "青禾县柳汀乡人民政府", 2024), ("proactive.rules.issued", 2), ("proactive.rules.inForce", 2));
        rules = Add(rules, "requests.granted.total", 10);
        yield return Print("柳汀乡-2024.md", "竖线表格；乡镇填了规章，“予以公开”行的总计少改了一处", rules, "Markdown");

        yield return Print("农业农村局-2024.html", "网页，带 Word 留下的格式代码；没有问题", Report(33, "白鹭县农业农村局", 2024, Workload.Busy), "Word mark-up");

        var yuan = Set(Report(34, "白鹭县民政局", 2024), ("proactive.charges", 125_300));
        yuan = yuan with { Sections = [.. yuan.Sections.Where(section => section.Number != 5)] };
        yield return Print("民政局-2024.html", "网页，表三断成几张表；收费金额疑似把元填成了万元，缺第五部分", yuan, "table three in pieces");

        yield return Print("水利局-2024.docx", "Word，合并单元格，有修订痕迹；没有问题", Report(35, "松澜县水利局", 2024), "tracked changes");

        var otherYear = Report(36, "松澜县鹤坪乡人民政府", 2024);
        otherYear = otherYear with { Preamble = otherYear.Preamble.Replace("2024年", "2023年", StringComparison.Ordinal) };
        yield return Print("鹤坪乡-2024.docx", "Word，标题自动编号；统计期限写成了上一年，零值留空", ZerosBlank(otherYear), "headings numbered by Word");

        yield return Print("杏雨街道-2024.pdf", "PDF，表格跨页；没有问题", Report(37, "望梧区杏雨街道办事处", 2024), "merged cells", "pdf");

        var disputes = Set(Report(38, "沧棠市教育局", 2024, Workload.Busy), ("disputes.reconsideration.total", 99));
        yield return Print("教育局-2024.xlsx", "Excel；表四行政复议的总计与各项之和不符", disputes, "one sheet");

        var trial = Make(39, new ReportTraits { Agency = "岚桥县新渡口镇人民政府", Year = 2020, Edition = Edition.Trial2019, SingleOtherwiseRow = true });
        yield return Print("新渡口镇-2020.rtf", "RTF；2019 年试行格式，表二、表三与现行格式不同", trial, "headings numbered by Word", "rtf");
        yield return Print("卫生健康局-2024.odt", "ODT；第一部分的申请件数与表三不一致", OtherCount(Report(40, "北栎县卫生健康局", 2024)), "merged cells", "odt");
        yield return Print("竹篱乡-2024.doc", "旧版 Word；没有问题，全年没有收到申请", Report(41, "南屿县竹篱乡人民政府", 2024, Workload.None), "merged cells", "doc");
        yield return new SampleFile("芦汊镇-2024.json", "本软件的 JSON；没有问题", Encoding.UTF8.GetBytes(ReportJson.Write(Report(42, "枫泊市芦汊镇人民政府", 2024))));

        yield return Print("双槐街道-2024.txt", "文本，识别时各行数字连在了一起；读不准的一律不当作数字", Report(43, "澄湾区双槐街道办事处", 2024, Workload.Busy), "digits run together");
        yield return Print("医疗保障局-2024.txt", "文本，表三每行七列只剩六个数；读不准的一律不当作数字", Report(44, "青禾县医疗保障局", 2024), "six figures for seven columns");
        yield return Print("麦垄镇-2015.txt", "文本；2019 年以前的旧格式，不按现行表格读取", Report(45, "白鹭县麦垄镇人民政府", 2015), "the form before 2019");
        yield return Print("空白格式.txt", "文本；没有填写的格式，空白不是零", Report(46, "青禾县民政局", 2024), "the blank national form");
    }

    private static AnnualReport Report(int seed, string agency, int year, Workload workload = Workload.Quiet)
    {
        var traits = new ReportTraits { Agency = agency, Year = year, Workload = workload };
        var report = Make(seed, traits);
        return workload == Workload.Quiet ? RandomReport.Around(Small(report, seed).Figures, new Random(seed), traits) : report;
    }

    /// <summary>The table two of a small office, and no disputes.</summary>
    private static AnnualReport Small(AnnualReport report, int seed)
    {
        var disputes = NationalForm.Figures.Where(figure => figure.Table == FormTable.Disputes).Select(figure => (figure.Name, 0m));
        return Set(
            report,
            [
                .. disputes,
                ("proactive.normativeDocuments.issued", seed % 4),
                ("proactive.normativeDocuments.repealed", seed % 2),
                ("proactive.normativeDocuments.inForce", 6 + (seed % 5)),
                ("proactive.licences", 20 + (seed % 13)),
                ("proactive.penalties", seed % 7),
                ("proactive.coercion", 0),
                ("proactive.charges", 0),
            ]);
    }

    private static AnnualReport Make(int seed, ReportTraits traits) => RandomReport.Make(new Random(seed), traits);

    private static SampleFile Print(string name, string shows, AnnualReport report, string layout, string? convertTo = null) =>
        new(name, shows, PublishedLayouts.Named(layout).Render(report, new Random(1)).Bytes) { ConvertTo = convertTo };

    private static AnnualReport Set(AnnualReport report, params (string Name, decimal Value)[] cells) => report with
    {
        Figures = report.Figures.With(cells.Select(cell => KeyValuePair.Create(Address(cell.Name), Cell.Number(cell.Value)))),
    };

    private static AnnualReport Add(AnnualReport report, string name, decimal difference) =>
        Set(report, (name, report.Figures[Address(name)].Value + difference));

    /// <summary>Two natural persons' requests more in these rows, and the text made to agree.</summary>
    private static AnnualReport Carrying(AnnualReport report, params RequestRow[] rows)
    {
        foreach (var address in rows.SelectMany(row => new[] { NationalForm.Request(row, ApplicantColumn.Natural), NationalForm.Request(row, ApplicantColumn.Total) }))
        {
            report = Add(report, address.ToString(), 2);
        }

        return Retold(report);
    }

    /// <summary>The report with text that agrees with its figures.</summary>
    private static AnnualReport Retold(AnnualReport report) =>
        RandomReport.Around(report.Figures, new Random(report.Year!.Value), new ReportTraits { Agency = report.Agency, Year = report.Year });

    private static AnnualReport ZerosBlank(AnnualReport report) => report with
    {
        Figures = report.Figures.With(NationalForm.Figures
            .Where(figure => figure.Table == FormTable.Requests && report.Figures[figure.Address].ValueOrNull == 0)
            .Select(figure => KeyValuePair.Create(figure.Address, Cell.Blank()))),
    };

    private static AnnualReport OtherCount(AnnualReport report)
    {
        var received = report.Figures[RequestRow.Received, ApplicantColumn.Total].Value;
        var printed = string.Create(CultureInfo.InvariantCulture, $"申请{received:0}件");
        var sections = report.Sections.Select(section => section.Number == 1
            ? section with { Text = section.Text.Replace(printed, string.Create(CultureInfo.InvariantCulture, $"申请{received + 3:0}件"), StringComparison.Ordinal) }
            : section);
        return report with { Sections = [.. sections] };
    }

    private static FigureAddress Address(string name) => FigureAddress.Parse(name, CultureInfo.InvariantCulture);
}
