using System.Text.RegularExpressions;
using Gongkai.Platform.Screening.Texts.Reading;

namespace Gongkai.Platform.Screening.Texts.Rules;

/// <summary>Lists and stories of those who are given aid: what the publicity needs is in them, the rest is not.</summary>
internal static partial class AidRules
{
    // What a column is about, and the sentence that says why it goes.
    private static readonly (Regex Heading, ScreeningSeverity Severity, string What)[] Columns =
    [
        (IdentityHeading(), ScreeningSeverity.Grave, "身份证号"),
        (AccountHeading(), ScreeningSeverity.Grave, "银行账号"),
        (AddressHeading(), ScreeningSeverity.Grave, "详细住址"),
        (PhoneHeading(), ScreeningSeverity.Grave, "联系电话"),
        (HealthHeading(), ScreeningSeverity.Warning, "病情或残疾情况"),
        (IncomeHeading(), ScreeningSeverity.Warning, "收入和财产"),
        (BirthHeading(), ScreeningSeverity.Warning, "出生日期"),
        (FamilyHeading(), ScreeningSeverity.Warning, "家庭成员"),
    ];

    public static bool IsAboutAid(string text) => AidWord().IsMatch(text);

    public static void Look(PassageHits found)
    {
        if (found.Passage.Place.Field is HitField.Table || !AidWord().IsMatch(found.Text))
        {
            return;
        }

        foreach (Match match in Story().Matches(found.Text))
        {
            var told = match.Groups["told"];
            if (PersonNames.IsName(match.Groups["name"].Value) && !match.Value.Contains("化名", StringComparison.Ordinal) && !found.Covers(told.Index, told.Length))
            {
                found.Add(ScreeningRules.AidStory, ScreeningSeverity.Warning, told.Index, told.Length, $"{PersonNames.Masked(match.Groups["name"].Value)}的病情、残疾或家境属于敏感个人信息；请删除，或者用化名。");
            }
        }
    }

    /// <summary>The columns of a list of persons that have no place in it.</summary>
    public static IEnumerable<ScreeningHit> Of(ScreenedTable table, bool isListOfAid)
    {
        var row = table.HeadingRow;
        var headings = Enumerable.Range(0, table.Width).Select(column => Plain(table.Cell(row, column))).ToList();
        if (!headings.Exists(heading => PersonHeading().IsMatch(heading)) || !(isListOfAid || AidWord().IsMatch(table.Before) || AidWord().IsMatch(string.Join('，', table.Rows.Take(row + 1).SelectMany(cells => cells)))))
        {
            yield break;
        }

        for (var column = 0; column < headings.Count; column++)
        {
            var (heading, severity, what) = Array.Find(Columns, known => known.Heading.IsMatch(headings[column]));
            var filled = heading is null ? 0 : Enumerable.Range(row + 1, Math.Max(0, table.Rows.Count - row - 1)).Count(index => IsTold(table.Cell(index, column)));
            if (filled > 0)
            {
                yield return new ScreeningHit(ScreeningRules.AidColumn, severity, table.PlaceOf(row, column), headings[column], $"名单里有 {filled} 人的{what}；公示只列姓名和享受的待遇，这一列请删除或遮盖。")
                {
                    Around = string.Join('|', headings),
                };
            }
        }
    }

    private static string Plain(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>Whether a cell says something that is not masked.</summary>
    private static bool IsTold(string cell) => cell.Length > 0 && cell is not ("无" or "/" or "-" or "—" or "——" or "否") && !cell.Contains('*', StringComparison.Ordinal) && !cell.Contains('×', StringComparison.Ordinal) && !cell.Contains('某', StringComparison.Ordinal);

    [GeneratedRegex("低保|最低生活保障|特困|救助|残疾|困难群众|困难家庭|困难学生|孤儿|退役|优抚|五保|贫困|脱贫|高龄津贴|公租房|廉租|保障性住房|住房保障|危房|慰问|两补|资助|抚恤|无人抚养|失能|养老服务补贴|困境儿童|医疗救助|生活补助|生活补贴|护理补贴|助学")]
    private static partial Regex AidWord();

    [GeneratedRegex("^(?:姓名|户主|户主姓名|申请人|申请人姓名|对象姓名|学生姓名|残疾人姓名|.{0,6}姓名|救助对象|受助人|补助对象|保障对象)$")]
    private static partial Regex PersonHeading();

    [GeneratedRegex("身份证|证件号|公民身份|残疾证号")]
    private static partial Regex IdentityHeading();

    [GeneratedRegex("(?:银行|开户|社保|一卡通|惠民|惠农)?(?:卡号|账号|帐号)|存折号|一卡通号")]
    private static partial Regex AccountHeading();

    [GeneratedRegex("家庭(?:详细)?(?:住址|地址)|住址|详细地址|现住|居住地址|户籍地址|门牌")]
    private static partial Regex AddressHeading();

    [GeneratedRegex("(?:联系|家庭|监护人|本人)?电话|手机|联系方式")]
    private static partial Regex PhoneHeading();

    [GeneratedRegex("病种|疾病|患病|病情|健康状况|身体状况|致贫原因|困难原因|申请原因|救助原因|残疾类别|残疾类型|残疾等级|残疾程度|伤残等级|诊断")]
    private static partial Regex HealthHeading();

    [GeneratedRegex("家庭(?:年|月|总|人均)?收入|人均(?:年|月)?(?:纯)?收入|年收入|月收入|家庭财产|家庭资产|存款")]
    private static partial Regex IncomeHeading();

    [GeneratedRegex("出生日期|出生年月|生日|^年龄$")]
    private static partial Regex BirthHeading();

    [GeneratedRegex("家庭成员(?:姓名|情况)?$|配偶姓名|监护人姓名|子女姓名|父母姓名")]
    private static partial Regex FamilyHeading();

    [GeneratedRegex($@"(?<name>{PersonNames.Pattern})(?:（[^）]{{0,12}}）)?(?=[^。；某]{{0,24}}?(?<told>(?:身患|患有|罹患|查出|确诊(?:为|患)?|因患)[^，。；的]{{1,14}}|(?:肢体|视力|听力|智力|精神|言语|多重)(?:重度|[一二三四]级)?残疾[^，。；]{{0,6}}|瘫痪在床|家庭(?:人均)?(?:年|月)?(?:纯)?收入[^，。；]{{0,4}}\d[\d.,]*(?:万)?元|丧失劳动能力|精神分裂[^，。；]{{0,4}}))")]
    private static partial Regex Story();
}
