using System.Globalization;
using Gongkai.Law.Reporting;

namespace Gongkai.Reports.Checking.Documents;

/// <summary>Years and dates: the preamble's period, the title, the signing date, the last day.</summary>
internal static class DateChecks
{
    private const int OpeningOfSectionOne = 900;

    private static readonly string[] PeriodWords = ["统计期限", "统计时限", "统计期间", "统计时间", "统计周期", "数据期限", "1月1日", "1 月 1 日", "元月1日"];
    private static readonly string[] ContactWords = ["联系", "电话", "邮编", "邮箱", "邮政编码", "地址"];

    public static void Check(AnnualReport report, CheckContext context, FindingList findings)
    {
        CheckPreamble(report, findings);
        CheckYears(report, findings);
        CheckDeadline(report, context, findings);
    }

    private static void CheckPreamble(AnnualReport report, FindingList findings)
    {
        var section = report.SectionOrNull(1)?.Text ?? "";
        var opening = section.Length > OpeningOfSectionOne ? section[..OpeningOfSectionOne] : section;
        var hasPeriod = report.Period is not null || Mentions(report.Preamble, PeriodWords) || Mentions(opening, PeriodWords);
        if (!hasPeriod)
        {
            findings.Add(
                Rules.PreambleMissing,
                string.IsNullOrWhiteSpace(report.Preamble)
                    ? "第一部分之前没有说明编制依据、统计期限和联系方式的文字。"
                    : "开头的说明没有写统计期限（应为本年1月1日至12月31日）。");
        }
        else if (!Mentions(report.Preamble, ContactWords) && !Mentions(opening, ContactWords))
        {
            findings.Add(Rules.PreambleContact, "开头的说明没有写联系方式（地址、电话、邮箱）。");
        }
    }

    private static bool Mentions(string text, string[] words) =>
        Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));

    private static void CheckYears(AnnualReport report, FindingList findings)
    {
        if (report.Year is not { } year)
        {
            return;
        }

        if (report.Title is { } title && YearIn(title) is { } titled && titled != year)
        {
            AddYear(findings, $"标题写的是 {titled} 年，而报告其他各处是 {year} 年。", null, year, titled);
        }

        if (report.Period is { } period)
        {
            if (period.From.Year != year || period.To.Year != year)
            {
                AddYear(
                    findings,
                    $"统计期限写的是 {Words(period.From)}至{Words(period.To)}，而报告是 {year} 年度的。",
                    null,
                    year,
                    period.From.Year != year ? period.From.Year : period.To.Year);
            }
            else if (period != new StatisticalPeriod(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)))
            {
                findings.Add(
                    Rules.ReportPeriod,
                    $"统计期限写的是 {Words(period.From)}至{Words(period.To)}，应为1月1日至12月31日。",
                    expected: $"{year}-01-01/{year}-12-31",
                    actual: $"{period.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}/{period.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
            }
        }

        if (report.SignedOn is { } signed && signed < new DateOnly(year, 12, 1))
        {
            AddYear(findings, $"落款日期是 {Words(signed)}，早于 {year} 年底，统计期还没有结束；请核对年份。", null, year + 1, signed.Year);
        }
    }

    private static void AddYear(FindingList findings, string message, int? section, int expected, int actual) =>
        findings.Add(
            Rules.ReportYear,
            message,
            section: section,
            expected: expected.ToString(CultureInfo.InvariantCulture),
            actual: actual.ToString(CultureInfo.InvariantCulture));

    private static void CheckDeadline(AnnualReport report, CheckContext context, FindingList findings)
    {
        if (report.Year is not { } year || (context.PublishedOn ?? report.SignedOn) is not { } date)
        {
            return;
        }

        var latest = FilingDeadline.LastDay(year, Filer.Government);
        var earliest = FilingDeadline.LastDay(year, Filer.Department);
        var sure = context.Filer is { } filer ? FilingDeadline.LastDay(year, filer) : latest;
        var what = context.PublishedOn is null ? "落款日期" : "公布日期";
        if (date > sure)
        {
            findings.Add(
                Rules.Late,
                $"{what}是 {Words(date)}，晚于期限 {Words(sure)}。",
                expected: Iso(sure),
                actual: Iso(date));
        }
        else if (context.Filer is null && date > earliest && !(report.Agency is { } agency && AgencyName.IsWholeGovernment(agency)))
        {
            findings.Add(
                Rules.Late,
                $"{what}是 {Words(date)}，晚于部门报告的期限 {Words(earliest)}；若是本级政府的报告，期限是 {Words(latest)}，不算晚。",
                expected: Iso(earliest),
                actual: Iso(date),
                doubtful: true);
        }
    }

    private static string Words(DateOnly date) => date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int? YearIn(string title)
    {
        for (var at = title.IndexOf("20", StringComparison.Ordinal); at >= 0 && at + 4 <= title.Length; at = title.IndexOf("20", at + 1, StringComparison.Ordinal))
        {
            if (int.TryParse(title.AsSpan(at, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && title.AsSpan(at + 4).TrimStart().StartsWith("年", StringComparison.Ordinal))
            {
                return year;
            }
        }

        return null;
    }
}
