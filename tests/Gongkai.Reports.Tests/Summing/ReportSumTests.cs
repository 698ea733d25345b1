using Gongkai.Reports.Form;
using Gongkai.Reports.Mending;
using Gongkai.Reports.Summing;
using Gongkai.Testing.Mending;
using static Gongkai.Reports.Form.ApplicantColumn;
using static Gongkai.Reports.Form.RequestRow;

namespace Gongkai.Reports.Tests.Summing;

public sealed class ReportSumTests
{
    private static readonly FigureAddress Charges = NationalForm.Figures.Single(figure => figure.Name == "proactive.charges").Address;
    private static readonly FigureAddress ReceivedTotal = NationalForm.Request(Received, Total);

    [Fact]
    public void Each_cell_is_the_sum_of_the_cells_and_each_report_is_listed()
    {
        var sum = ReportSum.Sum([Report("甲镇人民政府", 2024, (ReceivedTotal, 3), (Charges, 1.25m)), Report("乙镇人民政府", 2024, (ReceivedTotal, 4), (Charges, 0.5m))]);

        sum.Included.Select(report => report.Agency).ShouldBe(["甲镇人民政府", "乙镇人民政府"]);
        sum.Report.Figures[ReceivedTotal].Value.ShouldBe(7);
        sum.Report.Figures[Charges].Value.ShouldBe(1.75m);
        sum.Report.Year.ShouldBe(2024);
        sum[ReceivedTotal].Added.ShouldBe(2);
    }

    [Fact]
    public void A_cell_that_was_not_read_is_never_zero_in_the_sum()
    {
        var unread = Report("乙镇人民政府", 2024);
        unread = unread with { Figures = unread.Figures.With([KeyValuePair.Create(ReceivedTotal, Cell.Unreadable("1 2"))]) };

        var sum = ReportSum.Sum([Report("甲镇人民政府", 2024, (ReceivedTotal, 12)), unread]);

        sum.Report.Figures[ReceivedTotal].Kind.ShouldBe(CellKind.Unreadable);
        sum.Report.Figures[ReceivedTotal].Raw.ShouldBe("12＋?（1个单位未读出）");
        sum[ReceivedTotal].Sum.ShouldBe(12);
        sum[ReceivedTotal].NotAdded.ShouldBe([new NotAdded(1, CellKind.Unreadable, "1 2")]);
    }

    [Fact]
    public void Reports_that_agree_sum_to_a_report_that_agrees()
    {
        var random = new Random(7);
        var sum = ReportSum.Sum(Enumerable.Range(0, 100).Select(_ => new AnnualReport { Figures = MendScenarios.Agreeing(random) }));

        Mender.Find(sum.Report).IsNeeded.ShouldBeFalse();
        sum.Report.Figures.Cells.ToArray().Count(cell => cell.IsNumber).ShouldBe(NationalForm.Of(Edition.National2021).Count());
    }

    [Fact]
    public void Mixed_years_and_editions_are_added_where_they_have_the_same_figure_and_the_rest_is_told()
    {
        var trial = new FigureSet.Builder();
        foreach (var address in NationalForm.Of(Edition.Trial2019))
        {
            trial[address] = Cell.Number(2);
        }

        var sum = ReportSum.Sum([Report("甲镇人民政府", 2024, (ReceivedTotal, 3)), new AnnualReport { Year = 2020, Edition = Edition.Trial2019, Figures = trial.Build() }]);

        sum.Report.Year.ShouldBeNull();
        sum.Report.Figures[ReceivedTotal].Value.ShouldBe(5);
        sum[Charges].OnOtherForm.ShouldBe(1);
        sum.Report.Figures[Charges].Value.ShouldBe(0);
        sum.Report.Figures[OtherwiseWhole, Natural].Kind.ShouldBe(CellKind.Unreadable);
        sum[NationalForm.Request(OtherwiseWhole, Natural)].Sum.ShouldBe(2);
    }

    [Fact]
    public void A_row_that_a_report_leaves_out_is_told()
    {
        var shortened = Report("乙镇人民政府", 2024);
        shortened = shortened with { Figures = shortened.Figures.With([KeyValuePair.Create(ReceivedTotal, Cell.Missing)]) };

        ReportSum.Sum([Report("甲镇人民政府", 2024), shortened])[ReceivedTotal].NotAdded.ShouldBe([new NotAdded(1, CellKind.Missing, "")]);
    }

    [Fact]
    public void Nothing_added_is_nothing() => ReportSum.Sum([]).Report.Figures.ShouldBe(FigureSet.Empty);

    [Fact]
    public void A_figure_beyond_all_reason_is_listed_instead_of_added() =>
        ReportSum.Sum([Report("甲镇人民政府", 2024, (Charges, decimal.MaxValue)), Report("乙镇人民政府", 2024, (Charges, decimal.MaxValue))])[Charges]
            .NotAdded.Length.ShouldBe(2);

    private static AnnualReport Report(string agency, int year, params (FigureAddress Address, decimal Value)[] figures) => new()
    {
        Agency = agency,
        Year = year,
        Figures = MendScenarios.Figures(figures.ToDictionary(figure => figure.Address, figure => figure.Value)),
    };
}
