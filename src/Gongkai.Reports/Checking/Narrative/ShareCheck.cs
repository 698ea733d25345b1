using Gongkai.Reports.Form;

namespace Gongkai.Reports.Checking.Narrative;

/// <summary>Works out the percentages of the text.</summary>
internal static class ShareCheck
{
    private static readonly FigureAddress[][] Bases =
    [
        [NationalForm.Request(RequestRow.Received, ApplicantColumn.Total)],
        [NationalForm.Request(RequestRow.Received, ApplicantColumn.Total), NationalForm.Request(RequestRow.CarriedIn, ApplicantColumn.Total)],
        [NationalForm.Request(RequestRow.Concluded, ApplicantColumn.Total)],
    ];

    public static void Check(AnnualReport report, ClaimSet claims, FindingList findings)
    {
        foreach (var share in claims.Shares)
        {
            var candidates = share.Bases.ToList();
            foreach (var sum in Bases)
            {
                if (Array.TrueForAll(sum, address => report.Figures[address].IsNumber))
                {
                    candidates.Add(sum.Sum(address => report.Figures[address].Value));
                }
            }

            // One unit in the last printed place: offices round, cut off and round up.
            var tolerance = share.Decimals switch { 0 => 1m, 1 => 0.1m, _ => 0.01m };
            if (candidates.Count > 0 && !candidates.Exists(whole => whole > 0 && Math.Abs((100 * share.Part / whole) - share.Percent) <= tolerance))
            {
                var whole = share.Bases.Length > 0 ? share.Bases.Max() : 0;
                findings.Add(
                    Rules.TextPercent,
                    $"第{"一二三四五六"[share.Section - 1]}部分写 {Figure.Format(share.Part)} 件“{share.Words.Trim('，', '、', '（', ',')}”，按表三和正文的件数都算不出这个百分比。",
                    section: share.Section,
                    expected: whole > 0 ? Figure.Format(Math.Round(100 * share.Part / whole, Math.Max(share.Decimals, 1))) : null,
                    actual: Figure.Format(share.Percent));
            }
        }
    }
}
