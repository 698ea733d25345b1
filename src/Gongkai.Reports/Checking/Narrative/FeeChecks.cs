using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Reports.Checking.Documents;
using Gongkai.Reports.Checking.Narrative.Wording;
using Gongkai.Reports.Checking.Tables;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Checking.Narrative;

/// <summary>What is said of the fee for handling requests (国办函〔2020〕109号), and whether the disputes of table four are spoken of at all.</summary>
internal static partial class FeeChecks
{
    private const decimal YuanInTenThousand = 10_000;

    public static void Check(AnnualReport report, IReadOnlyList<Passage> passages, FindingList findings)
    {
        var mentioned = false;
        foreach (var passage in passages)
        {
            if (passage.Folded.Contains('费', StringComparison.Ordinal))
            {
                mentioned |= HasAny(passage.Folded, "处理费", "收费", "费用", "收取");
                CheckAmount(report, passage.Number, passage.Folded, findings);
                CheckNone(report, passage.Number, passage.Folded, findings);
            }
        }

        if (!mentioned && report.SectionOrNull(6) is { } sixth && !string.IsNullOrWhiteSpace(sixth.Text))
        {
            var only = SectionChecks.IsEmpty(sixth.Text) ? "只写了“无”，" : "";
            findings.Add(Rules.FeesMissing, $"第六部分{only}没有说明信息处理费收取情况；没有收取的，也请写明本年没有收取。", section: 6);
        }
    }

    /// <summary>Cases in table four that no word of the report speaks of.</summary>
    public static void CheckDisputesMentioned(AnnualReport report, IReadOnlyList<Passage> passages, FindingList findings)
    {
        if (passages.Count == 0 || passages.Any(passage => HasAny(passage.Folded, "复议", "诉讼")))
        {
            return;
        }

        var totals = Enum.GetValues<DisputeGroup>().Select(group => NationalForm.Dispute(group, DisputeResult.Total));
        var filled = totals.Where(address => report.Figures[address].ValueOrNull > 0).ToList();
        if (filled.Count > 0)
        {
            var shown = string.Join('、', filled.Select(address => $"“{address.Figure.Row}”总计 {Figure.Format(report.Figures[address].Value)}"));
            findings.Add(
                Rules.DisputesUnmentioned,
                $"表四{shown}，而正文没有提到行政复议或行政诉讼；请在第一部分说明，或核对表四是否填错。",
                [.. filled],
                section: 4,
                actual: Figure.Format(report.Figures[filled[0]].Value));
        }
    }

    private static void CheckAmount(AnnualReport report, int section, string text, FindingList findings)
    {
        foreach (var match in Amount().Matches(text).Cast<Match>())
        {
            if (HasAny(match.Value, "每", "标准", "超过", "以上", "不超", "档")
                || !decimal.TryParse(match.Groups["amount"].ValueSpan, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount)
                || amount == 0
                || report.Figures[FigureChecks.Charges].ValueOrNull is not { } charges)
            {
                continue;
            }

            var inTable = match.Groups["unit"].Value == "万元" ? amount : amount / YuanInTenThousand;
            var said = $"第{"一二三四五六"[section - 1]}部分写收取信息处理费 {Figure.Format(amount)} {match.Groups["unit"].Value}";
            if (charges == amount && inTable != amount)
            {
                findings.Add(
                    Rules.ChargesUnit,
                    $"{FigureChecks.Charges.Figure.Description}是 {Figure.Format(charges)}，与{said}的元数相同；该列以万元计，应为 {Figure.Format(inTable)}。",
                    [FigureChecks.Charges],
                    section,
                    Figure.Format(inTable),
                    Figure.Format(charges));
            }
            else if (charges < Math.Round(inTable, 2, MidpointRounding.ToZero))
            {
                findings.Add(
                    Rules.FeesStatement,
                    $"{said}，即 {Figure.Format(inTable)} 万元，而{FigureChecks.Charges.Figure.Description}只有 {Figure.Format(charges)}。",
                    [FigureChecks.Charges],
                    section,
                    Figure.Format(inTable),
                    Figure.Format(charges));
            }

            return;
        }
    }

    private static void CheckNone(AnnualReport report, int section, string text, FindingList findings)
    {
        var address = NationalForm.Request(RequestRow.FeeOverdue, ApplicantColumn.Total);
        if (report.Figures[address].ValueOrNull is > 0 and var overdue && NoFee().IsMatch(text))
        {
            findings.Add(
                Rules.FeesStatement,
                $"第{"一二三四五六"[section - 1]}部分说没有收取信息处理费，而{address.Figure.Description}是 {Figure.Format(overdue)}（发过收费通知）；请核对或说明。",
                [address],
                section,
                "0",
                Figure.Format(overdue),
                doubtful: true);
        }
    }

    private static bool HasAny(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.AsSpan().Has(word))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("(?:信息处理费|公开处理费|收取处理费)[^.;\\n0-9]{0,16}(?<amount>[0-9][0-9,]*(?:\\.[0-9]+)?)(?<unit>万元|元)", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex("(?:未|没有)(?:收取|产生|征收|发生|向)[^.;\\n]{0,24}处理费|无[^.;,\\n]{0,10}处理费|处理费[^.;,\\n0-9]{0,8}(?<![0-9.])0元", RegexOptions.CultureInvariant)]
    private static partial Regex NoFee();
}
