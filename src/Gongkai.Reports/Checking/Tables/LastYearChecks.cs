using Gongkai.Reports.Form;

namespace Gongkai.Reports.Checking.Tables;

/// <summary>Rules that need the figures of the year before.</summary>
internal static class LastYearChecks
{
    private static readonly FigureAddress[] Watched =
    [
        .. new[] { "proactive.licences", "proactive.penalties", "proactive.coercion", "proactive.charges", "proactive.normativeDocuments.inForce" }
            .Select(name => FigureAddress.Parse(name, null)),
        NationalForm.Request(RequestRow.Received, ApplicantColumn.Total),
        NationalForm.Dispute(DisputeGroup.Reconsideration, DisputeResult.Total),
        NationalForm.Dispute(DisputeGroup.LitigationDirect, DisputeResult.Total),
        NationalForm.Dispute(DisputeGroup.LitigationAfterReconsideration, DisputeResult.Total),
    ];

    public static void Check(AnnualReport report, AnnualReport last, FindingList findings)
    {
        CheckCarriedIn(report.Figures, last.Figures, findings);
        CheckDisputes(report.Figures, last.Figures, findings);
        foreach (var row in FigureChecks.StockRows)
        {
            CheckStock(row, report.Figures, last.Figures, findings);
        }

        foreach (var address in Watched)
        {
            CheckJump(address, report.Figures, last.Figures, findings);
        }
    }

    private static void CheckCarriedIn(FigureSet figures, FigureSet last, FindingList findings)
    {
        var different = new List<(FigureAddress Address, decimal Now, decimal Before)>();
        foreach (var column in Enum.GetValues<ApplicantColumn>())
        {
            var address = NationalForm.Request(RequestRow.CarriedIn, column);
            if (figures[address].ValueOrNull is { } now && last[RequestRow.CarriedOut, column].ValueOrNull is { } before && now != before)
            {
                different.Add((address, now, before));
            }
        }

        // The column 总计 that differs by as much as the others together repeats them.
        var total = different.FindIndex(item => NationalForm.ColumnOf(item.Address) == ApplicantColumn.Total);
        var echo = total > 0 && different[total].Now - different[total].Before == different.Take(total).Sum(item => item.Now - item.Before);
        foreach (var (address, now, before) in echo ? different.Take(total) : different)
        {
            findings.Add(
                Rules.CarriedIn,
                $"{address.Figure.Description}是 {Figure.Format(now)}，而上年报告“四、结转下年度继续办理”行同列是 {Figure.Format(before)}，应当相等"
                    + (echo ? "（“总计”列随之不等）。" : "。"),
                echo ? [address, different[total].Address] : [address],
                section: 3,
                expected: Figure.Format(before),
                actual: Figure.Format(now));
        }
    }

    private static void CheckDisputes(FigureSet figures, FigureSet last, FindingList findings)
    {
        foreach (var group in Enum.GetValues<DisputeGroup>())
        {
            var total = NationalForm.Dispute(group, DisputeResult.Total);
            if (figures[total].ValueOrNull is { } now && last[group, DisputeResult.Pending].ValueOrNull is { } pending && now < pending)
            {
                findings.Add(
                    Rules.DisputesCarriedIn,
                    $"{total.Figure.Description}是 {Figure.Format(now)}，少于上年报告的尚未审结 {Figure.Format(pending)}；上年未审结的案件本年应再次统计。",
                    [total],
                    section: 4,
                    expected: Figure.Format(pending),
                    actual: Figure.Format(now));
            }
        }

        var after = NationalForm.Dispute(DisputeGroup.LitigationAfterReconsideration, DisputeResult.Total);
        if (figures[after].ValueOrNull is { } sued && sued > 0
            && Closed(figures) is { } closed && Closed(last) is { } closedBefore
            && last[DisputeGroup.LitigationAfterReconsideration, DisputeResult.Pending].ValueOrNull is { } pendingBefore
            && sued > closed + closedBefore + pendingBefore)
        {
            var most = closed + closedBefore + pendingBefore;
            findings.Add(
                Rules.AfterReconsideration,
                $"{after.Figure.Description}是 {Figure.Format(sued)}，多于本年和上年办结的复议与上年未审结的复议后起诉之和 {Figure.Format(most)}。",
                [after],
                section: 4,
                expected: Figure.Format(most),
                actual: Figure.Format(sued));
        }
    }

    private static decimal? Closed(FigureSet figures) =>
        figures[DisputeGroup.Reconsideration, DisputeResult.Upheld].ValueOrNull
        + figures[DisputeGroup.Reconsideration, DisputeResult.Corrected].ValueOrNull
        + figures[DisputeGroup.Reconsideration, DisputeResult.OtherResult].ValueOrNull;

    private static void CheckStock(FigureChecks.StockRow row, FigureSet figures, FigureSet last, FindingList findings)
    {
        if (figures[row.Issued].ValueOrNull is not { } issued || figures[row.Repealed].ValueOrNull is not { } repealed
            || last[row.InForce].ValueOrNull is not { } before)
        {
            return;
        }

        var expected = before + issued - repealed;
        var sum = $"上年现行有效 {Figure.Format(before)} 加本年制发 {Figure.Format(issued)}";
        if (figures[row.InForce].ValueOrNull is { } inForce && inForce != expected)
        {
            findings.Add(
                Rules.InForce,
                $"{row.InForce.Figure.Description}是 {Figure.Format(inForce)}，而{sum}减本年废止 {Figure.Format(repealed)} 是 {Figure.Format(expected)}；口径有调整的请说明。",
                [row.InForce, row.Issued, row.Repealed],
                section: 2,
                expected: Figure.Format(expected),
                actual: Figure.Format(inForce));
        }
        else if (expected < 0)
        {
            findings.Add(
                Rules.Repealed,
                $"{row.Repealed.Figure.Description}是 {Figure.Format(repealed)}，多于{sum}之和。",
                [row.Repealed],
                section: 2,
                expected: Figure.Format(before + issued),
                actual: Figure.Format(repealed));
        }
    }

    private static void CheckJump(FigureAddress address, FigureSet figures, FigureSet last, FindingList findings)
    {
        if (figures[address].ValueOrNull is not { } now || last[address].ValueOrNull is not { } before || now < 0 || before < 0)
        {
            return;
        }

        if (address == FigureChecks.Charges && before > 0 && now == before * 10_000)
        {
            findings.Add(
                Rules.ChargesUnit,
                $"{address.Figure.Description}是 {Figure.Format(now)}，正好是上年 {Figure.Format(before)} 的一万倍，可能把元当成了万元。",
                [address],
                section: 2,
                expected: Figure.Format(before),
                actual: Figure.Format(now));
            return;
        }

        var (small, large) = now < before ? (now, before) : (before, now);
        if (large - small >= findings.Settings.JumpLeast && large >= small * findings.Settings.JumpFactor)
        {
            findings.Add(
                Rules.Jump,
                $"{address.Figure.Description}上年是 {Figure.Format(before)}，本年是 {Figure.Format(now)}，相差悬殊，请核对。",
                [address],
                expected: Figure.Format(before),
                actual: Figure.Format(now));
        }
    }
}
