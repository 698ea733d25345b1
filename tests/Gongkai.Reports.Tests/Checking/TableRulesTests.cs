using Gongkai.Law.Reporting;
using Gongkai.Reports.Checking;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Tests.Checking;

public sealed class TableRulesTests
{
    [Fact]
    public void A_report_without_fault_has_no_finding() =>
        Sample.Check(Sample.Report()).Select(finding => finding.Message).ShouldBeEmpty();

    [Fact]
    public void A_table_that_is_not_there_is_told_once()
    {
        var report = Sample.Report();
        var findings = Sample.Check(report with { Figures = Without(report.Figures, FormTable.Proactive) });

        findings.ShouldHaveSingleItem().Rule.ShouldBe("table.missing");
    }

    [Fact]
    public void A_table_that_is_gone_with_its_heading_is_told_once()
    {
        var report = Sample.Report();
        var findings = Sample.Check(report with
        {
            Figures = Without(report.Figures, FormTable.Disputes),
            Sections = report.Sections.RemoveAt(3),
        });

        var finding = findings.ShouldHaveSingleItem();
        finding.Rule.ShouldBe("table.missing");
        finding.Message.ShouldContain("也没有“政府信息公开行政复议、行政诉讼情况”这一部分");
    }

    [Fact]
    public void A_heading_that_is_gone_while_its_table_is_there_is_missing()
    {
        var report = Sample.Report();

        Sample.Check(report with { Sections = report.Sections.RemoveAt(2) }).ShouldHaveSingleItem().Rule.ShouldBe("section.missing");
    }

    [Fact]
    public void A_row_that_is_not_there_is_named()
    {
        var columns = Enum.GetValues<ApplicantColumn>().Select(column => $"{NationalForm.Request(RequestRow.Repeated, column)}=");

        Sample.Check(Sample.Report(string.Join(' ', columns))).Only("table.rows").Message.ShouldContain("（五）不予处理 2.重复申请");
    }

    [Fact]
    public void A_table_of_blanks_is_not_a_table_of_zeros()
    {
        var blanks = NationalForm.Of(Edition.National2021).Where(address => address.Figure.Table == FormTable.Disputes).Select(address => $"{address}=_");
        var findings = Sample.Check(Sample.Report(string.Join(' ', blanks)));

        findings.ShouldHaveSingleItem().Rule.ShouldBe("table.blank");
    }

    [Fact]
    public void Blank_cells_are_one_note_a_table()
    {
        var finding = Sample.Check(Sample.Report("proactive.rules.inForce=_ proactive.normativeDocuments.inForce=_ proactive.licences=/")).ShouldHaveSingleItem();

        (finding.Rule, finding.Severity).ShouldBe(("cells.blank", Severity.Note));
        finding.Message.ShouldContain("2 格空白、1 格划线");
        finding.At.Length.ShouldBe(3);
    }

    [Fact]
    public void Unreadable_cells_belong_to_the_reader() =>
        Sample.Check(Sample.Report("proactive.licences=? requests.granted.natural=?")).ShouldBeEmpty();

    [Fact]
    public void Other_handling_in_one_row_is_the_old_form()
    {
        var rows = new[] { "clarificationOverdue", "feeOverdue", "other" };
        var columns = Enum.GetValues<ApplicantColumn>().Select(column => Labels.Of(column).Key).ToList();
        var changes = rows.SelectMany(row => columns.Select(column => $"requests.otherwise.{row}.{column}="))
            .Concat(columns.Select(column => $"requests.otherwise.whole.{column}=0"));

        Sample.Check(Sample.Report(string.Join(' ', changes))).ShouldHaveSingleItem().Rule.ShouldBe("table.otherwise");
    }

    [Theory]
    [InlineData("proactive.licences=-1", "figures.negative")]
    [InlineData("proactive.licences=1.5", "figures.integer")]
    [InlineData("disputes.reconsideration.upheld=0.5 disputes.reconsideration.total=0.5", "figures.integer")]
    public void Counts_are_whole_and_not_negative(string figures, string rule) =>
        Sample.Check(Sample.Report(figures)).ShouldContain(finding => finding.Rule == rule);

    [Theory]
    [InlineData("proactive.charges=1.25")]
    [InlineData("proactive.licences=3.0")]
    public void Money_has_decimals_and_whole_figures_may_be_written_with_them(string figures) =>
        Sample.Check(Sample.Report(figures)).ShouldBeEmpty();

    [Theory]
    [InlineData("青禾镇人民政府", true)]
    [InlineData("云岭县财政局", true)]
    [InlineData("北河市东山区人民政府", true)]
    [InlineData("白石街道办事处", true)]
    [InlineData("东川市财政局", false)]
    [InlineData("北河市人民政府", false)]
    [InlineData("北河市高新技术产业开发区管理委员会", false)]
    [InlineData("北河省财政厅", false)]
    public void Rules_are_not_made_in_counties_and_towns(string agency, bool fires)
    {
        var findings = Sample.Check(Sample.Report("proactive.rules.issued=1 proactive.rules.inForce=1") with { Agency = agency, Signatory = agency });

        findings.Any(finding => finding.Rule == "proactive.rules").ShouldBe(fires);
    }

    [Fact]
    public void The_level_that_is_given_goes_before_the_name()
    {
        var report = Sample.Report("proactive.rules.inForce=2") with { Agency = "东川市财政局", Signatory = null };

        Sample.Check(report, new CheckContext { Level = GovernmentLevel.County }).Only("proactive.rules").At.ShouldBe([Sample.At("proactive.rules.inForce")]);
        Sample.Check(report, new CheckContext { Level = GovernmentLevel.City }).ShouldNotHave("proactive.rules");
    }

    [Theory]
    [InlineData("70487", true)]
    [InlineData("704.87", false)]
    public void Charges_beyond_reason_are_probably_yuan(string charges, bool fires) =>
        Sample.Check(Sample.Report($"proactive.charges={charges}")).Any(finding => finding.Rule == "proactive.charges.unit").ShouldBe(fires);

    [Theory]
    [InlineData(2, 1, 1, false)]
    [InlineData(2, 1, 0, true)]
    [InlineData(0, 15, 5, false)]
    public void In_force_is_at_least_issued_less_repealed(int issued, int repealed, int inForce, bool fires)
    {
        var row = "proactive.normativeDocuments";
        var findings = Sample.Check(Sample.Report($"{row}.issued={issued} {row}.repealed={repealed} {row}.inForce={inForce}"));

        findings.Any(finding => finding.Rule == "proactive.inForce.least").ShouldBe(fires);
    }

    [Theory]
    [InlineData(20, 3, true)]
    [InlineData(40, 4, false)]
    [InlineData(5, 2, false)]
    public void Other_is_no_dustbin(int concluded, int other, bool fires)
    {
        var figures = $"requests.otherwise.other.total={other} requests.concluded.total={concluded}";

        Sample.Check(Sample.Report(figures)).Any(finding => finding.Rule == "requests.otherwise.share").ShouldBe(fires);
    }

    [Fact]
    public void The_trial_form_is_not_for_later_years()
    {
        var figures = new FigureSet.Builder();
        foreach (var address in NationalForm.Of(Edition.Trial2019))
        {
            figures[address] = Cell.Number(address.Figure.MayBeNegative ? -1 : 0);
        }

        var report = Sample.Report() with { Edition = Edition.Trial2019, Figures = figures.Build() };
        Sample.Check(report).ShouldHaveSingleItem().Rule.ShouldBe("table.edition");
        var early = report with { Year = 2020, Title = null, Period = null, SignedOn = null, Sections = [.. report.Sections.Select(section => section with { Text = section.Text.Replace("2024", "2020", StringComparison.Ordinal) })] };
        Sample.Check(early).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("read.notAReport")]
    [InlineData("read.otherForm")]
    public void Nothing_else_is_said_of_what_is_no_report_of_ours(string rule)
    {
        var report = new AnnualReport { ReadingFindings = [new Finding(rule, Severity.Error, "不是年度报告。")] };

        Sample.Check(report).ShouldHaveSingleItem().Rule.ShouldBe(rule);
    }

    private static FigureSet Without(FigureSet figures, FormTable table) =>
        figures.With(NationalForm.Figures.Where(figure => figure.Table == table).Select(figure => KeyValuePair.Create(figure.Address, Cell.Missing)));
}
