using System.Text.RegularExpressions;
using Gongkai.Platform.Screening.Texts.Reading;

namespace Gongkai.Platform.Screening.Texts.Rules;

/// <summary>Where people live.</summary>
internal static partial class AddressRules
{
    public static void Look(PassageHits found)
    {
        foreach (Match match in Named().Matches(found.Text))
        {
            var address = match.Groups["address"];
            if (Exact().IsMatch(address.Value) && !Office().IsMatch(address.Value) && !address.Value.Contains('*', StringComparison.Ordinal))
            {
                Add(found, address.Index, address.Length, ScreeningSeverity.Grave, "写出了个人住址的门牌，不能公开；只写到小区或村即可。");
            }
        }

        foreach (Match match in Flat().Matches(found.Text))
        {
            if (!found.Covers(match.Index, match.Length) && !Office().IsMatch(match.Value) && !Works().IsMatch(found.After(match.Index + match.Length, 8)) && !OfficeWord().IsMatch(found.Before(match.Index, 14)))
            {
                Add(found, match.Index, match.Length, Living().IsMatch(found.Text) ? ScreeningSeverity.Grave : ScreeningSeverity.Warning, "写出了住宅的楼栋和房号；是个人住址的不能公开，只写到小区即可。");
            }
        }

        foreach (Match match in Village().Matches(found.Text))
        {
            var name = match.Groups["name"];
            if (!found.Covers(match.Index, match.Length) && (match.Groups["door"].Success ? Living().IsMatch(found.Text) || found.Passage.Heading is not null : name.Success && PersonNames.IsName(name.Value) && AidWord().IsMatch(found.Text)))
            {
                Add(found, match.Index, match.Length, ScreeningSeverity.Warning, "村组、门牌和姓名合在一起就能找到这一户；请只写到村。");
            }
        }
    }

    private static void Add(PassageHits found, int start, int length, ScreeningSeverity severity, string message)
    {
        var text = found.Text.Substring(start, length);
        var kept = Coarse().Match(text) is { Success: true } coarse && coarse.Length < length ? coarse.Value : text[..Math.Min(2, text.Length)];
        var masked = kept + "***";
        found.Add(ScreeningRules.Address, severity, start, length, message, masked, masked);
    }

    [GeneratedRegex(@"(?:家庭住址|家庭地址|现住址|现住地址|常住地址|住址|户籍地址|户籍所在地|居住地址|现居住地|家住|现住|住所地?为|住在)[:：为是在于]?\s?(?<address>[\u4e00-\u9fff0-9A-Za-z\-—#*]{4,40})")]
    private static partial Regex Named();

    [GeneratedRegex(@"\d{1,5}\s?(?:号|栋|幢|座|单元|室|户)|[组社队屯]\s?\d|第?[一二三四五六七八九十\d]{1,3}(?:组|社|队|屯)|-\d{3,4}")]
    private static partial Regex Exact();

    [GeneratedRegex(@"[\u4e00-\u9fff]{1,10}?(?:小区|花园|家园|公寓|新村|嘉园|佳苑|花苑|雅苑|苑|华庭|名邸|新城|家属院|安置区|社区|府邸|路\d{1,4}号|街\d{1,4}号|巷\d{1,4}号)?[A-Za-z]?\d{0,3}(?:号?楼|栋|幢|座|\#)?\s?\d{1,2}单元\s?\d{2,4}(?:室|户|号|房)?|[\u4e00-\u9fff]{1,10}(?:小区|花园|家园|公寓|新村|嘉园|佳苑|花苑|雅苑|苑|华庭|名邸|新城|家属院|安置区|府邸)[A-Za-z]?\d{1,3}(?:号?楼|栋|幢|座|\#|-)\s?(?:\d{1,2}-)?\d{2,4}(?:室|户|号|房)?(?!\d|万|元|平|年|月|个|名|人|套|栋|间)")]
    private static partial Regex Flat();

    [GeneratedRegex($@"[\u4e00-\u9fff]{{1,6}}村(?:委会)?第?[一二三四五六七八九十\d]{{1,3}}(?:组|社|队|屯)(?:(?<door>\d{{1,4}}号)|(?:村民|农户|户主|低保户|贫困户|脱贫户|居民|特困户|五保户|残疾人)?(?<name>{PersonNames.Pattern})(?=户|家|一家|，|。|；|、|（|身患|因|患|，?男|，?女|$))")]
    private static partial Regex Village();

    [GeneratedRegex(@"^.*?(?:小区|花园|家园|公寓|新村|嘉园|佳苑|花苑|雅苑|苑|华庭|名邸|新城|家属院|安置区|社区|府邸|村)")]
    private static partial Regex Coarse();

    [GeneratedRegex("政务|中心|大厦|办公|行政楼|大院|服务厅|大厅|局机关|综合楼|写字楼|商务|产业园|科技园|教学楼|实验楼|门诊|住院")]
    private static partial Regex Office();

    [GeneratedRegex("(?:办公|单位|公司|注册|联系|通信|通讯|邮寄|报名|经营|营业|受理|开标|项目|建设|施工|本中心|经营场所)(?:地址|地点|场所)?[:：为]?[^，。；]{0,8}$")]
    private static partial Regex OfficeWord();

    [GeneratedRegex("^[^，。；]{0,6}(?:工程|改造|加装|维修|项目|施工|改建|建设|外墙|屋面|商铺|门面|办理|办公)")]
    private static partial Regex Works();

    [GeneratedRegex("住址|家住|现住|居住|户籍|家庭|身份证|户主|住户|申请人|当事人|业主|低保|救助|残疾|学生|监护人|走访|慰问|患者|确诊|承租人|地址")]
    private static partial Regex Living();

    [GeneratedRegex("低保|救助|特困|残疾|困难|贫困|脱贫|患|病|补助|补贴|慰问|五保|孤儿|帮扶|资助")]
    private static partial Regex AidWord();
}
