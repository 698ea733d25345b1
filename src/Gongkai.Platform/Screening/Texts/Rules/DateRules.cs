using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Platform.Screening.Texts.Reading;

namespace Gongkai.Platform.Screening.Texts.Rules;

/// <summary>Days that are none, weekdays that are others, spans that run backwards.</summary>
internal static partial class DateRules
{
    private const string Weekdays = "日一二三四五六";

    public static void Look(PassageHits found, DateOnly? day)
    {
        foreach (Match match in Day().Matches(found.Text))
        {
            var (month, date) = (Number(match, "month"), Number(match, "day"));
            var year = match.Groups["year"].Success ? Number(match, "year") : (int?)null;
            if (month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year ?? 2000, month))
            {
                found.Add(ScreeningRules.ImpossibleDate, ScreeningSeverity.Warning, match.Index, match.Groups["date"].Length, "没有这一天；请核对日期。");
            }
            else if (match.Groups["weekday"].Success && (year ?? day?.Year) is { } known)
            {
                Weekday(found, match, known, month, date, isYearKnown: year is not null);
            }
        }

        foreach (Match match in Month().Matches(found.Text))
        {
            if (Number(match, "month") is < 1 or > 12)
            {
                found.Add(ScreeningRules.ImpossibleDate, ScreeningSeverity.Warning, match.Index, match.Length, "没有这个月；请核对日期。");
            }
        }

        foreach (Match match in Span().Matches(found.Text))
        {
            Backwards(found, match);
        }

        foreach (Match match in Years().Matches(found.Text))
        {
            if (Number(match, "from") > Number(match, "to"))
            {
                found.Add(ScreeningRules.Backwards, ScreeningSeverity.Warning, match.Index, match.Length, "结束的年份早于开始的年份；请核对。");
            }
        }
    }

    private static void Weekday(PassageHits found, Match match, int year, int month, int date, bool isYearKnown)
    {
        if (date > DateTime.DaysInMonth(year, month))
        {
            return;
        }

        var written = match.Groups["weekday"];
        var right = new DateOnly(year, month, date).DayOfWeek;
        var said = written.Value is "天" ? 0 : Weekdays.IndexOf(written.Value[0], StringComparison.Ordinal);
        if ((int)right == said || (!isYearKnown && date <= DateTime.DaysInMonth(year + 1, month) && (int)new DateOnly(year + 1, month, date).DayOfWeek == said))
        {
            return;
        }

        found.Add(ScreeningRules.Weekday, ScreeningSeverity.Warning, written.Index, written.Length, $"{year}年{month}月{date}日是星期{Weekdays[(int)right]}；请核对日期和星期哪个写错了。", Weekdays[(int)right].ToString(), match.Value);
    }

    private static void Backwards(PassageHits found, Match match)
    {
        var fromYear = Number(match, "fromYear");
        var toYear = match.Groups["toYear"].Success ? Number(match, "toYear") : fromYear;
        var fromMonth = Number(match, "fromMonth");
        var toMonth = match.Groups["toMonth"].Success ? Number(match, "toMonth") : fromMonth;
        var (from, to) = ((fromYear, fromMonth, Number(match, "fromDay")), (toYear, toMonth, Number(match, "toDay")));
        if (to.CompareTo(from) < 0)
        {
            var isOverNewYear = !match.Groups["toYear"].Success && toMonth < fromMonth;
            found.Add(ScreeningRules.Backwards, ScreeningSeverity.Warning, match.Index, match.Length, isOverNewYear ? "结束日期早于开始日期；跨年的，结束日期要写年份。" : "结束日期早于开始日期；请核对。");
        }
    }

    private static int Number(Match match, string group) => int.TryParse(match.Groups[group].Value, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"(?<date>(?:(?<year>(?:19|20)\d{2})年)?(?<![\d.])(?<month>\d{1,2})月(?<day>\d{1,2})[日号])(?:\s?[（(，]?\s?(?:星期|周|礼拜)(?<weekday>[一二三四五六日天])(?![期年末岁\u4e00-\u9fff]*[至到—])\s?[）)]?)?")]
    private static partial Regex Day();

    [GeneratedRegex(@"(?:19|20)\d{2}年(?<month>\d{1,2})月(?!\d{1,2}[日号])")]
    private static partial Regex Month();

    [GeneratedRegex(@"(?<fromYear>(?:19|20)\d{2})年(?<fromMonth>\d{1,2})月(?<fromDay>\d{1,2})日(?:[（(][^）)]{1,6}[）)]|[上下]午|\d{1,2}(?:[:：]\d{2}|时|点))*\s?(?:起)?(?:至|到|—{1,2}|－|-|~|～)\s?(?:(?<toYear>(?:19|20)\d{2})年)?(?:(?<toMonth>\d{1,2})月)?(?<toDay>\d{1,2})日")]
    private static partial Regex Span();

    [GeneratedRegex(@"(?<![\d〔\[(（])(?<from>(?:19|20)\d{2})年?\s?(?:至|到|—{1,2}|－|～|-)\s?(?<to>(?:19|20)\d{2})年(?!\d{1,2}月)")]
    private static partial Regex Years();
}
