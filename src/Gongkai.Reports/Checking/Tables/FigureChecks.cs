using System.Collections.Immutable;
using Gongkai.Law.Reporting;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Checking.Tables;

/// <summary>Rules that the figures of one report answer by themselves, beside the identities.</summary>
internal static class FigureChecks
{
    internal static readonly FigureAddress Charges = FigureAddress.Parse("proactive.charges", null);

    internal static readonly StockRow[] StockRows =
    [
        new("proactive.rules"),
        new("proactive.normativeDocuments"),
    ];

    private const decimal DustbinLeast = 3;

    public static void Check(AnnualReport report, GovernmentLevel? level, FindingList findings)
    {
        CheckEach(report.Figures, findings);
        CheckRules(report, level, findings);
        CheckCharges(report.Figures, level, findings);
        CheckDustbin(report.Figures, findings);
        foreach (var row in StockRows)
        {
            CheckStock(row, report.Figures, findings);
        }
    }

    private static void CheckEach(FigureSet figures, FindingList findings)
    {
        var cells = figures.Cells;
        for (var index = 0; index < cells.Length; index++)
        {
            ref readonly var cell = ref cells[index];
            if (!cell.IsNumber || (decimal.IsPositive(cell.Value) && cell.Value.Scale == 0))
            {
                continue;
            }

            var figure = NationalForm.Figures[index];
            var shown = Figure.Format(cell.Value);
            if (cell.Value < 0 && !figure.MayBeNegative)
            {
                findings.Add(Rules.Negative, $"{figure.Description}是 {shown}，不应是负数。", [figure.Address], actual: shown);
            }
            else if (!figure.IsMoney && !decimal.IsInteger(cell.Value))
            {
                findings.Add(Rules.Integer, $"{figure.Description}是 {shown}，{figure.Unit}数应是整数。", [figure.Address], actual: shown);
            }
        }
    }

    private static void CheckRules(AnnualReport report, GovernmentLevel? level, FindingList findings)
    {
        if (level is not { } known || RulemakingPower.MayMakeRules(known))
        {
            return;
        }

        var filled = StockRows[0].Addresses.Where(address => report.Figures[address].ValueOrNull > 0).ToImmutableArray();
        if (filled.IsEmpty)
        {
            return;
        }

        var shown = string.Join('、', filled.Select(address => $"{address.Figure.Column} {Figure.Format(report.Figures[address].Value)}"));
        var office = known == GovernmentLevel.Township ? "乡镇、街道" : "县级机关";
        findings.Add(
            Rules.RuleMaking,
            $"表二“规章”行填了{shown}。{office}无权制定规章，这一行应都是 0；是规范性文件的请填入“行政规范性文件”行。",
            filled,
            section: 2,
            expected: "0",
            actual: Figure.Format(report.Figures[filled[0]].Value));
    }

    private static void CheckCharges(FigureSet figures, GovernmentLevel? level, FindingList findings)
    {
        if (figures[Charges].ValueOrNull is { } charges
            && charges > findings.Settings.ChargesCeiling
            && level is null or GovernmentLevel.County or GovernmentLevel.Township)
        {
            var shown = Figure.Format(charges);
            findings.Add(
                Rules.ChargesUnit,
                $"{Charges.Figure.Description}是 {shown} 万元，大得不合常情，可能填成了元；若是元，应为 {Figure.Format(charges / 10_000)} 万元。",
                [Charges],
                section: 2,
                expected: Figure.Format(charges / 10_000),
                actual: shown);
        }
    }

    private static void CheckDustbin(FigureSet figures, FindingList findings)
    {
        var address = NationalForm.Request(RequestRow.OtherwiseOther, ApplicantColumn.Total);
        if (figures[address].ValueOrNull is { } other
            && figures[RequestRow.Concluded, ApplicantColumn.Total].ValueOrNull is { } concluded
            && other >= DustbinLeast && concluded > 0 && other <= concluded
            && other > concluded * findings.Settings.OtherShare)
        {
            findings.Add(
                Rules.Dustbin,
                $"{address.Figure.Description}是 {Figure.Format(other)}，占办理结果总计 {Figure.Format(concluded)} 的 {Figure.Format(Math.Round(100 * other / concluded, 1))}%，偏多；请核对是否应归入其他行。",
                [address],
                section: 3,
                actual: Figure.Format(other));
        }
    }

    private static void CheckStock(StockRow row, FigureSet figures, FindingList findings)
    {
        if (figures[row.Issued].ValueOrNull is { } issued && figures[row.Repealed].ValueOrNull is { } repealed
            && figures[row.InForce].ValueOrNull is { } inForce && inForce < issued - repealed)
        {
            findings.Add(
                Rules.InForceLeast,
                $"{row.InForce.Figure.Description}是 {Figure.Format(inForce)}，少于本年制发 {Figure.Format(issued)} 减本年废止 {Figure.Format(repealed)}，至少应是 {Figure.Format(issued - repealed)}。",
                [row.InForce, row.Issued, row.Repealed],
                section: 2,
                expected: Figure.Format(issued - repealed),
                actual: Figure.Format(inForce));
        }
    }

    /// <summary>A row of table two with documents made, repealed and in force.</summary>
    internal sealed class StockRow(string row)
    {
        public FigureAddress Issued { get; } = FigureAddress.Parse($"{row}.issued", null);

        public FigureAddress Repealed { get; } = FigureAddress.Parse($"{row}.repealed", null);

        public FigureAddress InForce { get; } = FigureAddress.Parse($"{row}.inForce", null);

        public FigureAddress[] Addresses => [Issued, Repealed, InForce];
    }
}
