using System.Text.RegularExpressions;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Screening.Texts.Reading;

namespace Gongkai.Platform.Screening.Texts.Rules;

/// <summary>Marks that say that a text is not for everybody.</summary>
internal static partial class SecrecyRules
{
    private const int MostOfAMark = 30;

    public static void Look(PassageHits found, DisclosureAttribute? attribute)
    {
        foreach (Match match in Mark().Matches(found.Text))
        {
            found.Add(ScreeningRules.SecretMark, ScreeningSeverity.Grave, match.Index, match.Length, "这里有密级标志。涉密文件不得公开，也不得在本系统处理；请立即停止，报告保密员。");
        }

        foreach (Match match in Internal().Matches(found.Text))
        {
            if (!Talking().IsMatch(found.Before(match.Index, 12)) && (found.Text.Trim().Length <= MostOfAMark || Order().IsMatch(match.Value)))
            {
                found.Add(ScreeningRules.Internal, ScreeningSeverity.Grave, match.Index, match.Length, "这是只供内部使用的字样；请先确认这份材料能不能公开。");
            }
        }

        foreach (Match match in Attribute().Matches(found.Text))
        {
            var isWithheld = match.Groups["not"].Success;
            var isOnRequest = match.Groups["request"].Success;
            var contradicts = attribute switch
            {
                DisclosureAttribute.Proactive => isWithheld || isOnRequest,
                DisclosureAttribute.OnRequest => !isOnRequest,
                DisclosureAttribute.Withheld => !isWithheld,
                null => isWithheld || isOnRequest,
            };
            if (contradicts)
            {
                found.Add(ScreeningRules.NotPublic, ScreeningSeverity.Grave, match.Index, match.Length, $"文中标注“{match.Value.Trim('（', '）', '(', ')')}”，与这份文件选的公开属性不一致；请先核实公开属性。");
            }
        }
    }

    [GeneratedRegex(@"(?:绝\s?密|机\s?密|秘\s?密)\s?(?:[★☆*]\s?(?:\d{1,2}\s?(?:年|个月)|长期)?|\d{1,2}\s?年)|^\s*(?:绝\s*密|机\s*密|秘\s*密)(?:级)?(?:★?[\s\d年]*)\s*$|密级\s?[:：]\s?(?:绝密|机密|秘密)")]
    private static partial Regex Mark();

    [GeneratedRegex("内部(?:资料|文件|材料|刊物|使用|传阅|参考)[，、\\s·]*(?:不得|请勿|严禁|禁止|注意)(?:外传|外泄|公开|翻印|复制|保存|转载|保密)|(?:仅供|只供|限)内部(?:使用|参考|传阅|掌握|学习)|(?:不得|请勿|严禁|禁止|切勿)外传|不得对外(?:公开|提供|发布)?(?=。|$)|注意保密|阅后(?:即焚|收回|退回)|工作秘密[★:：]|内部(?:资料|文件|材料|掌握|使用|传阅)")]
    private static partial Regex Internal();

    [GeneratedRegex("不得|请勿|严禁|禁止|切勿|仅供|只供|限内部|阅后|注意保密")]
    private static partial Regex Order();

    [GeneratedRegex("泄露|将|擅自|公司|企业|未经|涉及|规定|包括|属于|等$")]
    private static partial Regex Talking();

    [GeneratedRegex("[（(]?此件(?:(?<not>不公开|不予公开|不宜公开)|(?<request>依申请公开)|主动公开|公开发布|公开)[）)]?|[（(](?:公开属性|信息公开选项|公开方式)[:：](?:(?<not>不公开|不予公开)|(?<request>依申请公开)|主动公开)[）)]|(?:公开属性|信息公开选项|公开方式)[:：]\\s?(?:(?<not>不公开|不予公开)|(?<request>依申请公开)|主动公开)")]
    private static partial Regex Attribute();
}
