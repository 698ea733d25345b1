using Gongkai.Reports.Form;
using Gongkai.Reports.Mending;
using Gongkai.Testing.Mending;
using static Gongkai.Reports.Form.ApplicantColumn;
using static Gongkai.Reports.Form.RequestRow;

namespace Gongkai.Reports.Tests.Mending;

public sealed class MenderTests
{
    [Fact]
    public void Requests_concluded_that_nobody_made_are_mended_by_receiving_them_or_by_carrying_them_in()
    {
        var result = Mender.Find(MendScenarios.ConcludedWithoutReceived(concluded: 24, carriedIn: 1));

        result.ChangedCells.ShouldBe(2);
        result.Mends.Select(Changes).ShouldBe(
            ["requests.received.natural=23 requests.received.total=23", "requests.carriedIn.natural=24 requests.carriedIn.total=24"],
            ignoreOrder: true);
        result.IsProven.ShouldBeTrue();
        result.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void What_the_text_says_comes_first()
    {
        var text = new Dictionary<FigureAddress, decimal> { [NationalForm.Request(CarriedIn, Total)] = 24 };

        var best = Mender.Find(MendScenarios.ConcludedWithoutReceived(24, 1), supported: text).Mends[0];

        Changes(best).ShouldBe("requests.carriedIn.natural=24 requests.carriedIn.total=24");
        best.Reason.ShouldContain("正文所述与表三“二、上年结转政府信息公开申请数量”行“总计”列改为24一致");
    }

    [Fact]
    public void A_figure_that_the_text_repeats_as_it_stands_is_not_changed_first()
    {
        var text = new Dictionary<FigureAddress, decimal> { [NationalForm.Request(CarriedIn, Total)] = 1 };

        Changes(Mender.Find(MendScenarios.ConcludedWithoutReceived(24, 1), supported: text).Mends[0])
            .ShouldBe("requests.received.natural=23 requests.received.total=23");
    }

    [Fact]
    public void Last_years_carry_over_leaves_only_the_mends_that_agree_with_it()
    {
        var last = MendScenarios.Figures(new()
        {
            [NationalForm.Request(Received, Natural)] = 1,
            [NationalForm.Request(Received, Total)] = 1,
            [NationalForm.Request(CarriedOut, Natural)] = 1,
            [NationalForm.Request(CarriedOut, Total)] = 1,
        });

        var result = Mender.Find(MendScenarios.ConcludedWithoutReceived(24, 1), last);

        result.Mends.Select(Changes).ShouldBe(["requests.received.natural=23 requests.received.total=23"]);
    }

    [Fact]
    public void A_figure_carried_in_that_last_year_did_not_carry_out_is_changed_to_what_it_did()
    {
        var figures = Balanced(5);
        var last = MendScenarios.Figures(new() { [NationalForm.Request(CarriedOut, Natural)] = 2, [NationalForm.Request(CarriedOut, Total)] = 2 });

        var result = Mender.Find(figures, last);

        result.ChangedCells.ShouldBe(4);
        result.Mends.ShouldAllBe(mend => Changes(mend).Contains("requests.carriedIn.natural=2 requests.carriedIn.total=2"));
        result.Mends[0].Reason.ShouldContain("上年报告结转下年度为2件");
    }

    [Fact]
    public void A_last_year_that_does_not_add_up_is_not_required_and_that_is_said()
    {
        var last = MendScenarios.Figures(new() { [NationalForm.Request(CarriedOut, Natural)] = 2, [NationalForm.Request(CarriedOut, Total)] = 3 });

        var result = Mender.Find(Balanced(5), last);

        result.IsCarryOverBroken.ShouldBeTrue();
        result.IsNeeded.ShouldBeFalse();
    }

    [Fact]
    public void One_detail_that_disagrees_with_its_row_and_its_column_is_the_one_to_change()
    {
        var figures = Balanced(15).With([KeyValuePair.Create(NationalForm.Request(Granted, Natural), Cell.Number(51))]);

        var mend = Mender.Find(figures).Mends.ShouldHaveSingleItem();

        Changes(mend).ShouldBe("requests.granted.natural=15");
        mend.Reason.ShouldBe("表三“（一）予以公开”行“自然人”列疑为相邻两位数字颠倒");
    }

    [Fact]
    public void A_dispute_total_that_was_not_updated_is_changed_rather_than_its_details()
    {
        var figures = MendScenarios.Figures(new()
        {
            [NationalForm.Dispute(DisputeGroup.LitigationDirect, DisputeResult.Upheld)] = 4,
            [NationalForm.Dispute(DisputeGroup.LitigationDirect, DisputeResult.Pending)] = 3,
            [NationalForm.Dispute(DisputeGroup.LitigationDirect, DisputeResult.Total)] = 5,
        });

        var result = Mender.Find(figures);

        result.Mends.Length.ShouldBe(3);
        Changes(result.Mends[0]).ShouldBe("disputes.litigationDirect.total=7");
        result.Mends[0].Reason.ShouldContain("疑未随明细更新");
    }

    [Fact]
    public void Sums_that_have_nothing_to_do_with_each_other_are_mended_one_by_one()
    {
        var figures = Balanced(15).With(
        [
            KeyValuePair.Create(NationalForm.Request(Granted, Natural), Cell.Number(51)),
            KeyValuePair.Create(NationalForm.Request(PartlyGranted, Total), Cell.Number(3)),
            KeyValuePair.Create(NationalForm.Dispute(DisputeGroup.Reconsideration, DisputeResult.Total), Cell.Number(1)),
        ]);

        var result = Mender.Find(figures);

        result.ChangedCells.ShouldBe(3);
        result.Parts.Select(Changes).Where(changes => changes.StartsWith("requests.", StringComparison.Ordinal)).ShouldBe(["requests.granted.natural=15", "requests.partlyGranted.total=0"], ignoreOrder: true);
        result.Parts.Select(Changes).First(changes => changes.StartsWith("disputes.", StringComparison.Ordinal)).ShouldBe("disputes.reconsideration.total=0");
        result.Parts.Single(part => Changes(part) == "requests.granted.natural=15").Reason.ShouldContain("相邻两位数字颠倒");
        Mender.Find(figures.With(result.Parts[^1].Changes.Select(change => KeyValuePair.Create(change.Address, Cell.Number(change.To))))).ChangedCells.ShouldBe(2);
    }

    [Fact]
    public void Sums_that_an_unread_cell_joins_are_mended_together()
    {
        var figures = Balanced(5).With(
        [
            KeyValuePair.Create(NationalForm.Request(Granted, Natural), Cell.Number(7)),
            KeyValuePair.Create(NationalForm.Request(Received, Total), Cell.Number(9)),
            KeyValuePair.Create(NationalForm.Request(Concluded, Natural), Cell.Blank()),
        ]);

        var result = Mender.Find(figures);

        result.IsNeeded.ShouldBeTrue();
        result.Parts.ShouldAllBe(part => Mender.Find(figures.With(part.Changes.Select(change => KeyValuePair.Create(change.Address, Cell.Number(change.To)))), null, null, null).ChangedCells == result.ChangedCells - part.Changes.Length);
    }

    [Fact]
    public void A_figure_in_the_neighbouring_column_is_moved_back()
    {
        var figures = Balanced(6).With(
        [
            KeyValuePair.Create(NationalForm.Request(Granted, Natural), Cell.Number(0)),
            KeyValuePair.Create(NationalForm.Request(Granted, Commercial), Cell.Number(6)),
        ]);

        var best = Mender.Find(figures).Mends[0];

        Changes(best).ShouldBe("requests.granted.natural=6 requests.granted.commercial=0");
        best.Reason.ShouldContain("疑误填在表三“（一）予以公开”行“商业企业”列");
    }

    [Fact]
    public void Unread_cells_are_never_proposed_and_may_hold_what_makes_the_sums_agree()
    {
        var unread = Balanced(5).With([KeyValuePair.Create(NationalForm.Request(Granted, Natural), Cell.Unreadable("5 5"))]);

        Mender.Find(unread).IsNeeded.ShouldBeFalse();
    }

    [Fact]
    public void Unread_cells_cannot_be_negative_so_a_total_below_what_was_read_has_to_change()
    {
        var figures = Balanced(5).With(
        [
            KeyValuePair.Create(NationalForm.Dispute(DisputeGroup.Reconsideration, DisputeResult.Upheld), Cell.Number(3)),
            KeyValuePair.Create(NationalForm.Dispute(DisputeGroup.Reconsideration, DisputeResult.Corrected), Cell.Blank()),
            KeyValuePair.Create(NationalForm.Dispute(DisputeGroup.Reconsideration, DisputeResult.Total), Cell.Number(1)),
        ]);

        var result = Mender.Find(figures);

        result.HasUnread.ShouldBeTrue();
        result.IsComplete.ShouldBeFalse("the total may be anything from three upwards");
        result.Mends.Select(Changes).ShouldContain("disputes.reconsideration.total=3");
        result.Mends[0].Reason.ShouldContain("有单元格未读出");
    }

    [Fact]
    public void A_figure_that_is_no_count_has_to_change()
    {
        var figures = Balanced(5).With([KeyValuePair.Create(NationalForm.Request(Granted, Natural), Cell.Number(4.5m))]);

        Mender.Find(figures).Mends.Select(Changes).ShouldBe(["requests.granted.natural=5"]);
    }

    [Fact]
    public void A_report_without_tables_needs_no_mend() => Mender.Find(new AnnualReport()).IsNeeded.ShouldBeFalse();

    [Fact]
    public void The_listed_mends_stay_within_the_bound()
    {
        var figures = Balanced(1).With(Enum.GetValues<DisputeGroup>().SelectMany(group => Enum.GetValues<DisputeResult>()
            .Select(result => KeyValuePair.Create(NationalForm.Dispute(group, result), Cell.Number(result == DisputeResult.Total ? 9 : 2)))));

        var result = Mender.Find(figures, limits: new MendLimits { Mends = 10 });

        result.Mends.Length.ShouldBe(10);
        result.IsComplete.ShouldBeFalse();
        result.IsProven.ShouldBeTrue();
        result.ChangedCells.ShouldBe(3);
    }

    [Fact]
    public void Applying_writes_a_copy_and_refuses_a_mend_of_another_report()
    {
        var report = new AnnualReport { Figures = MendScenarios.ConcludedWithoutReceived(24, 1) };
        var mend = Mender.Find(report).Mends[0];

        var mended = Mender.Apply(report, mend);

        Mender.Find(mended).IsNeeded.ShouldBeFalse();
        Mender.Find(report).IsNeeded.ShouldBeTrue();
        Should.Throw<ArgumentException>(() => Mender.Apply(mended, mend));
    }

    private static FigureSet Balanced(int count) => MendScenarios.Figures(
        new[] { Received, Granted, Concluded }.SelectMany(row => new[] { Natural, Total }, NationalForm.Request).ToDictionary(cell => cell, _ => (decimal)count));

    private static string Changes(Mend mend) => string.Join(' ', mend.Changes.Select(change => $"{change.Address}={Figure.Format(change.To)}"));
}
