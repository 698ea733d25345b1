using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Platform.Screening.Texts.Reading;

namespace Gongkai.Platform.Screening.Texts.Rules;

/// <summary>Amounts that are written twice, and shares of more than all.</summary>
internal static partial class AmountRules
{
    private const int Whole = 100;

    public static void Look(PassageHits found)
    {
        foreach (Match match in Both().Matches(found.Text))
        {
            if (ChineseNumbers.Amount(match.Groups["large"].Value) is { } large && Small(match) is { } small && large != small)
            {
                found.Add(ScreeningRules.Amount, ScreeningSeverity.Warning, match.Index, match.Length, $"大写是 {Text(large)} 元，小写是 {Text(small)} 元，两者不一致；请核对。");
            }
        }

        foreach (Match match in Share().Matches(found.Text))
        {
            if (decimal.TryParse(match.Groups["share"].Value, CultureInfo.InvariantCulture, out var share) && share > Whole)
            {
                found.Add(ScreeningRules.Share, ScreeningSeverity.Warning, match.Index, match.Length, "这是部分占全部的比例，不会超过 100%；请核对。");
            }
        }
    }

    private static decimal? Small(Match match)
    {
        var digits = match.Groups["small"].Value.Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal);
        var unit = match.Groups["unit"].Value switch { "万" => 10_000m, "亿" => 100_000_000m, _ => 1m };
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number * unit : null;
    }

    private static string Text(decimal number) => number.ToString("#,##0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<large>[零〇壹贰叁肆伍陆柒捌玖拾][零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]{2,})\s?[（(，,]?\s?(?:小写)?[:：]?\s?(?:人民币)?\s?[¥￥]?\s?(?<small>\d[\d,，]*(?:\.\d+)?)\s?(?<unit>万|亿)?元?|[¥￥]?(?<small>\d[\d,，]*(?:\.\d+)?)\s?(?<unit>万|亿)?元?\s?[（(，,]\s?(?:人民币)?(?:大写)?[:：]?\s?(?:人民币)?\s?(?<large>[零〇壹贰叁肆伍陆柒捌玖拾][零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]{2,})")]
    private static partial Regex Both();

    [GeneratedRegex(@"(?:占比|占|比重|比例|份额|覆盖率|合格率|满意率|满意度|完好率|入学率|普及率|参保率|及格率|达标率|通过率|办结率|回复率|答复率|受理率|公开率|入户率|出勤率|就业率|巩固率|绿化率|森林覆盖率|成活率|普查率|接种率|抽检率|破案率|化解率|知晓率)[^，。；、\d]{0,12}?(?<share>\d{1,4}(?:\.\d+)?)\s?[%％]")]
    private static partial Regex Share();
}
