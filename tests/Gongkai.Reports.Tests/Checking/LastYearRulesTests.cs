using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Tests.Checking;

public sealed class LastYearRulesTests
{
    private const string CarriedIn =
        "requests.carriedIn.natural=1 requests.carriedIn.total=1 requests.granted.natural=1 requests.granted.total=1 requests.concluded.natural=1 requests.concluded.total=1";

    [Fact]
    public void What_is_carried_in_is_what_was_carried_out_last_year()
    {
        var findings = Check(CarriedIn, "requests.carriedOut.natural=3 requests.carriedOut.total=3");

        var finding = findings.Only("requests.carriedIn");
        finding.At.ShouldBe([Sample.At("requests.carriedIn.natural"), Sample.At("requests.carriedIn.total")]);
        (finding.Actual, finding.Expected).ShouldBe(("1", "3"));
    }

    [Fact]
    public void Each_column_is_compared()
    {
        var findings = Check(CarriedIn, "requests.carriedOut.commercial=1 requests.carriedOut.total=1");

        findings.Count(finding => finding.Rule == "requests.carriedIn").ShouldBe(2);
    }

    [Theory]
    [InlineData("requests.carriedOut.natural=1 requests.carriedOut.total=1")]
    [InlineData("requests.carriedOut.natural=_ requests.carriedOut.total=?")]
    public void What_agrees_or_was_not_read_is_silent(string last) => Check(CarriedIn, last).ShouldNotHave("requests.carriedIn");

    [Fact]
    public void Cases_that_were_pending_come_back() =>
        Check("", "disputes.reconsideration.pending=2 disputes.reconsideration.total=2").Only("disputes.carriedIn").Expected.ShouldBe("2");

    [Fact]
    public void Litigation_after_reconsideration_needs_reconsiderations()
    {
        const string sued = "disputes.litigationAfterReconsideration.upheld=2 disputes.litigationAfterReconsideration.total=2";

        Check(sued, "disputes.reconsideration.upheld=1 disputes.reconsideration.total=1").Only("disputes.afterReconsideration").Expected.ShouldBe("1");
        Check(sued, "disputes.reconsideration.upheld=2 disputes.reconsideration.total=2").ShouldNotHave("disputes.afterReconsideration");
    }

    [Theory]
    [InlineData("issued=2 repealed=1 inForce=7", "inForce=6", null)]
    [InlineData("issued=2 repealed=1 inForce=9", "inForce=6", "proactive.inForce")]
    [InlineData("issued=2 repealed=9 inForce=_", "inForce=6", "proactive.repealed")]
    public void The_stock_of_documents_rolls_forward(string now, string last, string? rule)
    {
        var findings = Check(Row(now), Row(last));

        findings.Where(finding => finding.Severity == Severity.Warning).Select(finding => finding.Rule).ShouldBe(rule is null ? [] : [rule]);

        static string Row(string cells) => string.Join(' ', cells.Split(' ').Select(cell => $"proactive.normativeDocuments.{cell}"));
    }

    [Theory]
    [InlineData(12, 1, false)]
    [InlineData(600, 100, false)]
    [InlineData(600, 51, true)]
    [InlineData(0, 51, true)]
    public void Jumps_beyond_reason_are_noted(int now, int last, bool fires) =>
        Check($"proactive.penalties={now}", $"proactive.penalties={last}").Any(finding => finding.Rule == "figures.jump").ShouldBe(fires);

    [Fact]
    public void Ten_thousand_times_last_years_charges_are_yuan()
    {
        var findings = Check("proactive.charges=1200", "proactive.charges=0.12");

        findings.Only("proactive.charges.unit").Expected.ShouldBe("0.12");
        findings.ShouldNotHave("figures.jump");
    }

    [Fact]
    public void A_report_of_another_year_is_not_compared()
    {
        var last = Sample.Report("requests.carriedOut.total=3") with { Year = 2022 };
        var findings = Sample.Check(Sample.Report(), new CheckContext { Last = last });

        findings.ShouldHaveSingleItem().Rule.ShouldBe("report.last");
    }

    [Fact]
    public void Text_kept_word_for_word_is_the_same_whatever_the_year_in_it()
    {
        var overview = string.Concat(Enumerable.Range(1, 6).Select(index => $"2023年第{index}项工作是把涉农补贴、村级财务、工程建设的结果公开到村到组到户。"));
        var now = Sample.Report(overview: overview.Replace("2023", "2024", StringComparison.Ordinal));
        var last = Sample.Report(overview: overview) with { Year = 2023 };

        Sample.Check(now, new CheckContext { Last = last }).Only("text.same").Section.ShouldBe(1);
        Sample.Check(now, new CheckContext { Last = last with { Sections = [new Section(1, "", "另写一篇，讲的是窗口服务、热线办理、惠企政策直达快享和政策解读回应的做法，没有一句与后来的相同，也没有照搬，各村各组各户的反映都写在里面，篇幅也不短。")] } })
            .ShouldNotHave("text.same");
    }

    private static System.Collections.Immutable.ImmutableArray<Finding> Check(string now, string last) =>
        Sample.Check(Sample.Report(now), new CheckContext { Last = Sample.Report(last) with { Year = 2023, Sections = [] } });
}
