using Gongkai.Reports.Checking.Arithmetic;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Tests.Checking;

public sealed class ArithmeticCheckTests
{
    private const string Good =
        "requests.received.natural=5 requests.received.total=5 requests.granted.natural=4 requests.granted.total=4 "
        + "requests.concluded.natural=4 requests.concluded.total=4 requests.carriedOut.natural=1 requests.carriedOut.total=1 ";

    [Theory]
    [InlineData("")]
    [InlineData(Good)]
    [InlineData("disputes.reconsideration.upheld=1 disputes.reconsideration.total=1")]
    public void Identities_that_hold_are_not_spoken_of(string figures) =>
        ArithmeticCheck.Check(Sample.Figures(figures)).ShouldBeEmpty();

    [Fact]
    public void Balance_that_breaks_in_one_column_and_so_in_the_total_is_one_finding()
    {
        var finding = ArithmeticCheck.Check(Sample.Figures(Good + "requests.received.natural=6 requests.received.total=6")).ShouldHaveSingleItem();

        finding.Rule.ShouldBe(Identities.Balance);
        finding.Severity.ShouldBe(Severity.Error);
        (finding.Actual, finding.Expected).ShouldBe(("6", "5"));
        finding.At.ShouldContain(Sample.At("requests.received.natural"));
        finding.At.ShouldContain(Sample.At("requests.received.total"));
        finding.Message.ShouldBe("表三“自然人”列：本年新收 6 加上年结转 0 是 6，办理结果总计 4 加结转下年度 1 是 5，应当相等；“总计”列随之也不相等（6 与 5）。");
    }

    [Fact]
    public void Balance_that_breaks_in_two_columns_is_a_finding_for_each_column()
    {
        var findings = ArithmeticCheck.Check(Sample.Figures("requests.received.natural=1 requests.received.commercial=2 requests.received.total=3"));

        findings.Count(finding => finding.Rule == Identities.Balance).ShouldBe(3);
    }

    [Fact]
    public void Concluded_is_the_sum_of_the_outcomes()
    {
        var findings = ArithmeticCheck.Check(Sample.Figures(Good + "requests.granted.natural=3 requests.granted.total=3"));

        var finding = findings.ShouldHaveSingleItem();
        finding.Rule.ShouldBe(Identities.Concluded);
        finding.At[0].ShouldBe(Sample.At("requests.concluded.natural"));
        (finding.Actual, finding.Expected).ShouldBe(("4", "3"));
    }

    [Fact]
    public void Total_of_a_row_is_the_sum_of_the_applicants()
    {
        var findings = ArithmeticCheck.Check(Sample.Figures(Good + "requests.granted.total=5"));

        var finding = findings.Only(Identities.ApplicantTotal);
        finding.At[0].ShouldBe(Sample.At("requests.granted.total"));
        (finding.Actual, finding.Expected).ShouldBe(("5", "4"));
        finding.Message.ShouldBe("表三“（一）予以公开”行“总计”列是 5，而前六列之和是 4，应当相等。");
    }

    [Fact]
    public void Total_of_a_group_of_table_four_is_the_sum_of_its_results()
    {
        var finding = ArithmeticCheck.Check(Sample.Figures("disputes.litigationDirect.upheld=2 disputes.litigationDirect.total=1")).ShouldHaveSingleItem();

        finding.Rule.ShouldBe(Identities.DisputeTotal);
        (finding.Actual, finding.Expected).ShouldBe(("1", "2"));
    }

    [Theory]
    [InlineData("requests.received.other=?")]
    [InlineData("requests.received.total=?")]
    [InlineData("requests.received.total= requests.concluded.total=")]
    public void An_unread_cell_that_could_settle_it_keeps_the_rule_silent(string unread) =>
        ArithmeticCheck.Check(Sample.Figures(Good + unread)).ShouldBeEmpty();

    [Fact]
    public void An_unread_cell_cannot_excuse_parts_that_are_more_than_the_total()
    {
        var finding = ArithmeticCheck.Check(Sample.Figures(Good + "requests.received.natural=9 requests.received.other=?")).Only(Identities.ApplicantTotal);

        finding.Severity.ShouldBe(Severity.Error);
        finding.Message.ShouldContain("另有 1 格未读出");
    }

    [Fact]
    public void A_total_that_is_more_than_the_parts_is_excused_by_an_unread_part() =>
        ArithmeticCheck.Check(Sample.Figures("requests.granted.natural=? requests.granted.total=2 requests.concluded.total=2 requests.concluded.natural=? requests.received.natural=? requests.received.total=2"))
            .ShouldBeEmpty();

    [Fact]
    public void Blank_cells_that_break_it_only_as_zeros_are_one_note()
    {
        var findings = ArithmeticCheck.Check(Sample.Figures(Good + "requests.received.total=_ requests.granted.total=_ requests.concluded.total=_ requests.carriedOut.total=_"));

        findings.ShouldAllBe(finding => finding.Severity == Severity.Note);
        var note = findings.Only(Identities.ApplicantTotal);
        note.Message.ShouldContain("空白若按 0 计");
        note.At.ShouldContain(Sample.At("requests.received.total"));
    }

    [Fact]
    public void Blank_cells_that_are_right_as_zeros_are_silent() =>
        ArithmeticCheck.Check(Sample.Figures(Good + "requests.notProcessed.repeated.natural=_")).ShouldBeEmpty();

    [Fact]
    public void A_form_with_one_row_of_other_handling_sums_that_row()
    {
        const string single = "requests.otherwise.clarificationOverdue.natural= requests.otherwise.feeOverdue.natural= requests.otherwise.other.natural= ";
        var figures = Sample.Figures(Good + single + "requests.otherwise.whole.natural=1 requests.otherwise.whole.total=1 requests.concluded.natural=5 requests.concluded.total=5 requests.carriedOut.natural=0 requests.carriedOut.total=0");

        ArithmeticCheck.Check(figures).ShouldBeEmpty();
    }

    [Fact]
    public void A_report_without_tables_is_silent() => ArithmeticCheck.Check(FigureSet.Empty).ShouldBeEmpty();

    [Fact]
    public void Fractions_are_summed_exactly() =>
        ArithmeticCheck.Check(Sample.Figures(Good + "requests.received.natural=5.5")).Length.ShouldBe(2);
}
