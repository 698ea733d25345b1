using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Platform.Screening.Texts.Reading;

namespace Gongkai.Platform.Screening.Texts.Rules;

/// <summary>Children by name, and birthdays.</summary>
internal static partial class PersonRules
{
    private const int OfAge = 18;

    public static void Look(PassageHits found, DateOnly? day)
    {
        foreach (Match match in Aged().Matches(found.Text))
        {
            var name = match.Groups["name"];
            if (IsNamed(found, name) && Number(match.Groups["age"].Value) < OfAge)
            {
                Name(found, ScreeningRules.MinorAge, ScreeningSeverity.Grave, name, "写出了未成年人的姓名和年龄；用化名或者只写姓。");
            }
        }

        foreach (Match match in Student().Matches(found.Text))
        {
            var name = match.Groups["name"];
            if (IsNamed(found, name) && !Grown().IsMatch(found.Before(match.Index, 6)) && !found.Covers(name.Index, name.Length) && (match.Groups["child"].Success || School().IsMatch(found.Text)))
            {
                Name(found, ScreeningRules.MinorStudent, ScreeningSeverity.Warning, name, "写出了学生或儿童的姓名；没有监护人同意的，用化名或者只写姓。");
            }
        }

        foreach (Match match in Birth().Matches(found.Text))
        {
            Born(found, match, day);
        }
    }

    private static void Born(PassageHits found, Match match, DateOnly? day)
    {
        var (year, month) = (int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture));
        var date = match.Groups["date"];
        if (month is < 1 or > 12 || found.Covers(date.Index, date.Length))
        {
            return;
        }

        if (day is { } today && year + OfAge >= today.Year && (year + OfAge > today.Year || month > today.Month) && year <= today.Year)
        {
            found.Add(ScreeningRules.MinorAge, ScreeningSeverity.Grave, date.Index, date.Length, "这是未成年人的出生日期，不能公开；请删除。", "****年**月", $"{year}年**月");
        }
        else if (match.Groups["day"].Success)
        {
            found.Add(ScreeningRules.BirthDate, ScreeningSeverity.Warning, date.Index, date.Length, "写出了完整的出生日期；任前公示等需要的，只写到月。", $"{year}年{month}月", $"{year}年**月**日");
        }
    }

    private static bool IsNamed(PassageHits found, Group name) =>
        PersonNames.IsName(name.Value) && !found.After(name.Index + name.Length, 6).Contains("化名", StringComparison.Ordinal);

    private static void Name(PassageHits found, ScreeningRule rule, ScreeningSeverity severity, Group name, string message)
    {
        var masked = PersonNames.Masked(name.Value);
        found.Add(rule, severity, name.Index, name.Length, message, masked, name.Value);
    }

    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : ChineseNumbers.Of(text) ?? int.MaxValue;

    [GeneratedRegex($@"(?<name>{PersonNames.Pattern})(?:同学|小朋友)?[，,（(、\s]{{0,2}}(?:男|女)?(?:孩|生)?[，,、]?(?:现年|今年|年仅|年龄|时年|刚满|才)?[:：]?(?<age>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:周)?岁")]
    private static partial Regex Aged();

    [GeneratedRegex($@"(?:(?<!大)学生|(?<child>幼儿|患儿|孤儿|留守儿童|困境儿童|儿童|未成年人|小朋友|事实无人抚养儿童|辍学学生|少年))(?:代表)?[:：]?(?<name>{PersonNames.Pattern})(?=[，。、；（(等在的同说家身患因获发领由被向从将已到参荣]|，?男|，?女|$)|(?:年级|班|小学|中学|幼儿园)(?:的)?(?<name>{PersonNames.Pattern})(?=同学|小朋友)")]
    private static partial Regex Student();

    [GeneratedRegex("大学|研究|高职|大专|本科|硕士|博士|学院|往届|原")]
    private static partial Regex Grown();

    [GeneratedRegex("小学|中学|初中|高中|幼儿园|年级|义务教育|学校|职高|一中|二中|三中|四中|实验校|班|助学|资助")]
    private static partial Regex School();

    [GeneratedRegex(@"(?:出生日期|出生年月日?|出生于|生于|出生时间|生日)[:：为是]?\s?(?<date>(?<year>19[3-9]\d|20[0-3]\d)[年.\-/](?<month>\d{1,2})(?:月|[.\-/])?(?:(?<day>\d{1,2})日?)?)|(?<date>(?<year>19[3-9]\d|20[0-3]\d)年(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?)出?生(?!产|效|活|态|育|成)")]
    private static partial Regex Birth();
}
