using Gongkai.Law.Reporting;
using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Tests.Checking;

public sealed class DocumentRulesTests
{
    private static readonly AnnualReport Clean = Sample.Report();

    [Fact]
    public void A_section_that_is_not_there_is_missing() =>
        Sample.Check(Clean with { Sections = Clean.Sections.RemoveAt(4) }).ShouldHaveSingleItem().Section.ShouldBe(5);

    [Fact]
    public void A_section_with_a_heading_only_is_empty()
    {
        var finding = Sample.Check(Sample.Report(fifth: " ")).ShouldHaveSingleItem();

        (finding.Rule, finding.Section).ShouldBe(("section.empty", 5));
    }

    [Fact]
    public void Sections_stand_in_order()
    {
        var moved = Clean.Sections.RemoveAt(5).Insert(0, Clean.Sections[5]);

        Sample.Check(Clean with { Sections = moved }).Only("section.order").Section.ShouldBe(1);
    }

    [Fact]
    public void Section_one_has_five_blocks()
    {
        var without = string.Join('\n', Sample.Overview.Split('\n').Where(line => !line.Contains("依申请", StringComparison.Ordinal) && !line.Contains("信息管理", StringComparison.Ordinal)));
        var finding = Sample.Check(Sample.Report(overview: without)).ShouldHaveSingleItem();

        finding.Rule.ShouldBe("section.one.blocks");
        finding.Message.ShouldContain("（二）依申请公开、（三）政府信息管理这 2 个方面");
    }

    [Fact]
    public void A_block_that_is_only_spoken_of_in_passing_does_not_stand_there()
    {
        var overview = Sample.Overview.Replace("（二）依申请公开。完善受理、登记、答复流程。", "各站所认真学习有关规定，分别落实了主动公开和依申请公开的各项要求。", StringComparison.Ordinal);

        Sample.Check(Sample.Report(overview: overview)).ShouldHaveSingleItem().Rule.ShouldBe("section.one.blocks");
    }

    [Theory]
    [InlineData("青禾镇人民政府", true)]
    [InlineData("云岭县财政局", false)]
    public void A_government_tells_of_appraisal(string agency, bool fires)
    {
        var overview = Sample.Overview.Replace("纳入年度工作考核，未发生责任追究情形", "加强日常检查", StringComparison.Ordinal);
        var report = Sample.Report(overview: overview) with { Agency = agency, Signatory = agency };

        Sample.Check(report).Any(finding => finding.Rule == "section.one.appraisal").ShouldBe(fires);
    }

    [Theory]
    [InlineData("存在解读形式单一的问题，群众评价不高。", true)]
    [InlineData("今后将加强培训，完善制度。", true)]
    [InlineData("存在解读形式单一的问题，今后将加强培训。", false)]
    public void Section_five_has_problems_and_remedies(string text, bool fires) =>
        Sample.Check(Sample.Report(fifth: text)).Any(finding => finding.Rule == "section.five.parts").ShouldBe(fires);

    [Fact]
    public void A_preamble_states_the_period_and_whom_to_ask()
    {
        Sample.Check(Clean with { Preamble = "", Period = null }).ShouldHaveSingleItem().Rule.ShouldBe("preamble.missing");
        Sample.Check(Clean with { Preamble = "统计期限自2024年1月1日起至2024年12月31日止。" }).ShouldHaveSingleItem().Rule.ShouldBe("preamble.contact");
        var within = Sample.Report(overview: "本报告数据统计期限为2024年1月1日至12月31日，联系电话：000。\n" + Sample.Overview);
        Sample.Check(within with { Preamble = "", Period = null }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("青禾镇人民政府", null, "2025-01-31", null)]
    [InlineData("青禾镇人民政府", null, "2025-02-05", Severity.Note)]
    [InlineData("青禾镇人民政府", null, "2025-04-01", Severity.Error)]
    [InlineData("云岭县人民政府", null, "2025-03-31", null)]
    [InlineData("云岭县人民政府", null, "2025-04-01", Severity.Error)]
    [InlineData("云岭县财政局", Filer.Department, "2025-02-01", Severity.Error)]
    [InlineData("云岭县财政局", Filer.Department, "2025-01-31", null)]
    [InlineData("云岭县人民政府办公室", Filer.Government, "2025-03-01", null)]
    public void A_report_is_published_in_time(string agency, Filer? filer, string date, Severity? expected)
    {
        var report = Clean with { Agency = agency, Signatory = agency, SignedOn = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture) };
        var findings = Sample.Check(report, new CheckContext { Filer = filer });

        findings.Where(finding => finding.Rule == "report.late").Select(finding => (Severity?)finding.Severity).SingleOrDefault().ShouldBe(expected);
    }

    [Fact]
    public void The_day_of_publication_goes_before_the_day_of_signing() =>
        Sample.Check(Clean, new CheckContext { Filer = Filer.Department, PublishedOn = new DateOnly(2025, 2, 3) }).Only("report.late").Actual.ShouldBe("2025-02-03");

    [Fact]
    public void The_year_is_the_same_everywhere()
    {
        Year(Clean with { Title = "青禾镇人民政府2023年政府信息公开工作年度报告" }).Actual.ShouldBe("2023");
        Year(Clean with { Period = new StatisticalPeriod(new DateOnly(2023, 1, 1), new DateOnly(2023, 12, 31)) }).Actual.ShouldBe("2023");
        Year(Clean with { SignedOn = new DateOnly(2024, 1, 10) }).Expected.ShouldBe("2025");
        Year(Sample.Report(others: "本单位2023年没有收取信息处理费。")).Section.ShouldBe(6);
        Year(Sample.Report(disputes: "2023年本镇政府信息公开行政复议0件，行政诉讼0件。")).Section.ShouldBe(4);
        Year(Sample.Report(overview: Sample.Overview.Replace("2024年，青禾镇", "2023年，青禾镇", StringComparison.Ordinal) + "2024年网页改版。")).Severity.ShouldBe(Severity.Note);

        static Finding Year(AnnualReport report) => Sample.Check(report).ShouldHaveSingleItem().ShouldSatisfy("report.year");
    }

    [Fact]
    public void A_left_over_year_is_quoted_with_its_own_sentence() =>
        Sample.Check(Sample.Report(others: "没有其他需要报告的事项。2019年我镇未收取信息处理费。"))
            .ShouldHaveSingleItem().ShouldSatisfy("report.year").Message.ShouldContain("“2019年我镇未收取信息处理费”");

    [Theory]
    [InlineData("2024年没有收取信息处理费。2023年的问题已经整改。")]
    [InlineData("2023年考核指出的问题已经整改，没有收取信息处理费。")]
    [InlineData("2025年将继续免收信息处理费。")]
    [InlineData("根据2020年印发的办法，没有收取信息处理费。")]
    public void Other_years_may_be_spoken_of(string others) => Sample.Check(Sample.Report(others: others)).ShouldNotHave("report.year");

    [Fact]
    public void The_period_is_the_whole_year() =>
        Sample.Check(Clean with { Period = new StatisticalPeriod(new DateOnly(2024, 1, 1), new DateOnly(2024, 11, 30)) }).ShouldHaveSingleItem().Rule.ShouldBe("report.period");

    [Theory]
    [InlineData("青禾镇人民政府", "云岭县青禾镇人民政府", false)]
    [InlineData("云岭县青禾镇", "青禾镇人民政府", false)]
    [InlineData("云岭县人民政府办公室", "云岭县人民政府办公室", false)]
    [InlineData("云岭县人民政府", "云岭县人民政府办公室", false)]
    [InlineData("云岭县财政局", "县财政局", false)]
    [InlineData("云岭县市场监督管理局", "云岭县市监局", false)]
    [InlineData("云岭县发展和改革委员会", "云岭县发改委", false)]
    [InlineData("云岭县财政局", "云岭县审计局", true)]
    [InlineData("青禾镇人民政府", "白石镇人民政府", true)]
    public void The_signatory_is_the_agency(string agency, string signatory, bool fires) =>
        Sample.Check(Clean with { Agency = agency, Signatory = signatory }).Any(finding => finding.Rule == "report.agency").ShouldBe(fires);

    [Theory]
    [InlineData("由白石镇人民政府组织实施。", true)]
    [InlineData("由青禾镇人民政府组织实施。", false)]
    [InlineData("由各乡镇人民政府、街道办事处组织实施。", false)]
    [InlineData("由镇人民政府组织实施。", false)]
    public void Another_towns_name_is_not_left_in(string sentence, bool fires) =>
        Sample.Check(Sample.Report(overview: Sample.Overview + sentence)).Any(finding => finding.Rule == "report.agency").ShouldBe(fires);
}
