using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using Gongkai.Reports.Writing;

namespace Gongkai.Reports.Tests.Writing;

public sealed class DocxTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void Any_report_is_a_valid_Word_file() =>
        Prop.ForAll(
                AnyReport.Arbitrary,
                report =>
                {
                    using var document = WordprocessingDocument.Open(new MemoryStream(Written.Bytes(report, WriteFormat.Docx)), isEditable: false);
                    new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document)
                        .Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void The_page_is_that_of_an_official_document()
    {
        var setup = Document(SampleReport.Of(Edition.National2021)).Descendants(W + "sectPr").Single();

        // GB/T 9704: A4, 37 mm above, 28 mm at the left, 156 by 225 mm of text; 1 mm is 56.69 twentieths of a point.
        Attributes(setup.Element(W + "pgSz")!).ShouldBe(["w=11906", "h=16838"]);
        Attributes(setup.Element(W + "pgMar")!).Take(4).ShouldBe(["top=2098", "right=1474", "bottom=1984", "left=1587"]);
        setup.Elements(W + "footerReference").Count().ShouldBe(2);
    }

    [Fact]
    public void The_page_number_stands_between_dashes()
    {
        var footer = Written.Part(SampleReport.Of(Edition.National2021), WriteFormat.Docx, "word/footer1.xml");

        footer.Descendants(W + "t").Select(text => text.Value).ShouldBe(["— ", "1", " —"]);
        footer.Descendants(W + "instrText").Single().Value.Trim().ShouldBe("PAGE");
    }

    [Fact]
    public void Blocks_stand_in_the_order_of_the_form_each_table_after_the_text_of_its_section()
    {
        var report = SampleReport.Of(Edition.National2021);
        var body = Document(report).Root!.Element(W + "body")!;

        body.Elements().Where(element => element.Name != W + "sectPr")
            .Select(element => element.Name == W + "tbl" ? "table" : element.Descendants(W + "pStyle").First().Attribute(W + "val")!.Value)
            .ShouldBe(
            [
                "Title", "Body", "Heading1", "Heading2", "Body", "Body", "Heading1", "table", "Heading1", "table", "Heading1", "table",
                "Heading1", "Heading1", "Signature", "Signature",
            ]);
        body.Elements(W + "p").Last().Value.ShouldBe("2025年1月20日");
        body.Elements(W + "p").Select(paragraph => paragraph.Value).ShouldContain("三、收到和处理政府信息公开申请情况");
    }

    [Fact]
    public void A_heading_with_its_text_in_one_paragraph_is_set_apart_up_to_the_stop()
    {
        var runs = Document(SampleReport.Of(Edition.National2021)).Descendants(W + "r")
            .Where(run => run.Descendants(W + "rStyle").Any())
            .Select(run => run.Value);

        runs.ShouldBe(["（二）依申请公开。"]);
    }

    [Fact]
    public void Table_three_has_the_merged_cells_of_the_form()
    {
        var rows = Tables(SampleReport.Of(Edition.National2021))[1];

        rows.Count.ShouldBe(3 + 25);
        rows[0].ShouldBe(["3↓（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "7申请人情况"]);
        rows[1].ShouldBe(["3↑", "1↓自然人", "5法人或其他组织", "1↓总计"]);
        rows[2].ShouldBe(["3↑", "1↑", "1商业企业", "1科研机构", "1社会公益组织", "1法律服务机构", "1其他", "1↑"]);
        rows[3][0].ShouldBe("3一、本年新收政府信息公开申请数量");
        rows[5][..2].ShouldBe(["1↓三、本年度办理结果", "2（一）予以公开"]);
        rows[6][1].ShouldBe("2（二）部分公开（区分处理的，只计这一情形，不计其他情形）");
        rows[7][..3].ShouldBe(["1↑", "1↓（三）不予公开", "11.属于国家秘密"]);
        rows[8][..3].ShouldBe(["1↑", "1↑", "12.其他法律行政法规禁止公开"]);
        rows[^2][..2].ShouldBe(["1↑", "2（七）总计"]);
        rows[^1].ShouldBe(["3四、结转下年度继续办理", "12", "10", "10", "10", "10", "10", "12"]);
        rows.Count(row => row[0].StartsWith("1↓", StringComparison.Ordinal) || row[0] == "1↑").ShouldBe(22);
    }

    [Fact]
    public void Table_two_has_four_blocks_over_four_columns()
    {
        var rows = Tables(SampleReport.Of(Edition.National2021, ("proactive.charges", Cell.Number(7.05m))))[0];

        rows.Where(row => row.Count == 1).Select(row => row[0]).ShouldBe(
            ["4第二十条第（一）项", "4第二十条第（五）项", "4第二十条第（六）项", "4第二十条第（八）项"]);
        rows[1].ShouldBe(["1信息内容", "1本年制发件数", "1本年废止件数", "1现行有效件数"]);
        rows[^2].ShouldBe(["1信息内容", "3本年收费金额（单位：万元）"]);
        rows[^1].ShouldBe(["1行政事业性收费", "37.05"]);
    }

    [Fact]
    public void Table_two_of_2019_has_five_blocks_and_table_three_one_row_six()
    {
        var tables = Tables(SampleReport.Of(Edition.Trial2019));

        tables[0].Where(row => row.Count == 1).Select(row => row[0][1..]).ShouldBe(
            ["第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项", "第二十条第（九）项"]);
        tables[0][^2].ShouldBe(["1信息内容", "2采购项目数量", "2采购总金额"]);
        tables[1].Count.ShouldBe(3 + 23);
        tables[1].ShouldContain(row => row[1] == "2（六）其他处理");
    }

    [Fact]
    public void Table_four_has_fifteen_cells_under_its_header()
    {
        var rows = Tables(SampleReport.Of(Edition.National2021))[2];

        rows[0].ShouldBe(["5行政复议", "10行政诉讼"]);
        rows[1].ShouldBe(["1↓结果维持", "1↓结果纠正", "1↓其他结果", "1↓尚未审结", "1↓总计", "5未经复议直接起诉", "5复议后起诉"]);
        rows[2].Count.ShouldBe(15);
        rows[3].ShouldAllBe(cell => cell == "10");
    }

    [Fact]
    public void Rows_do_not_break_and_the_header_is_repeated()
    {
        var table = Document(SampleReport.Of(Edition.National2021)).Descendants(W + "tbl").ElementAt(1);

        table.Elements(W + "tr").ShouldAllBe(row => row.Descendants(W + "cantSplit").Any());
        table.Elements(W + "tr").Count(row => row.Descendants(W + "tblHeader").Any()).ShouldBe(3);
    }

    [Fact]
    public void What_was_not_read_is_marked_and_a_missing_row_is_left_out()
    {
        var report = SampleReport.Of(
                Edition.National2021,
                ("requests.received.other", Cell.Unreadable("3 5")),
                ("requests.received.research", Cell.Missing),
                ("requests.received.natural", Cell.Blank()),
                ("requests.received.commercial", Cell.Dash("/")))
            .Without(figure => figure.Name.StartsWith("requests.withheld.", StringComparison.Ordinal));

        var rows = Tables(report)[1];

        rows[3][1..].ShouldBe(["1", "1/", "1〔缺〕", "10", "10", "1〔未读出〕3 5", "124"]);
        rows.Count.ShouldBe(3 + 17);
        rows.SelectMany(row => row).ShouldNotContain(cell => cell.Contains("不予公开", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_without_cells_is_left_out_and_one_without_its_section_stands_in_its_place()
    {
        var report = SampleReport.Of(Edition.National2021).Without(figure => figure.Table == Form.FormTable.Disputes);
        report = report with { Sections = report.Sections.RemoveAll(section => section.Number == 3) };

        var body = Document(report).Root!.Element(W + "body")!;
        var tables = body.Elements(W + "tbl").ToList();

        tables.Count.ShouldBe(2);
        tables[1].ElementsBeforeSelf().Last().Descendants(W + "pStyle").First().Attribute(W + "val")!.Value.ShouldBe("TableGap");
        tables[1].ElementsAfterSelf().First().Value.ShouldBe("四、政府信息公开行政复议、行政诉讼情况");
    }

    private static XDocument Document(AnnualReport report) => Written.Part(report, WriteFormat.Docx, "word/document.xml");

    private static IEnumerable<string> Attributes(XElement element) =>
        element.Attributes().Select(attribute => $"{attribute.Name.LocalName}={attribute.Value}");

    // Each cell as its span, ↓ where it begins a vertical merge or ↑ where it goes on, and its text.
    private static List<List<List<string>>> Tables(AnnualReport report) =>
    [
        .. Document(report).Descendants(W + "tbl").Select(table => table.Elements(W + "tr").Select(row => row.Elements(W + "tc").Select(Describe).ToList()).ToList()),
    ];

    private static string Describe(XElement cell)
    {
        var span = cell.Descendants(W + "gridSpan").SingleOrDefault()?.Attribute(W + "val")?.Value ?? "1";
        var merge = cell.Descendants(W + "vMerge").SingleOrDefault()?.Attribute(W + "val")?.Value switch
        {
            "restart" => "↓",
            "continue" => "↑",
            _ => "",
        };
        return span + merge + cell.Value;
    }
}
