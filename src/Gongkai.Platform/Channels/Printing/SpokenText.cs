using System.Text.RegularExpressions;

namespace Gongkai.Platform.Channels.Printing;

/// <summary>A line as it is read aloud: dates, times, numbers, signs and units in words.</summary>
internal static partial class SpokenText
{
    private static readonly (string Sign, string Word)[] Units =
    [
        ("km²", "平方公里"), ("km2", "平方公里"), ("㎡", "平方米"), ("m²", "平方米"), ("m³", "立方米"), ("m3", "立方米"), ("kWh", "千瓦时"), ("km", "公里"), ("kg", "公斤"), ("mm", "毫米"), ("cm", "厘米"), ("℃", "摄氏度"), ("hm²", "公顷"),
    ];

    public static string Of(string line)
    {
        var text = line.Normalize(System.Text.NormalizationForm.FormC);
        text = LinkAddress().Replace(text, "网址请见本公告的网页");
        text = DocumentNumber().Replace(text, match => $"{match.Groups[1].Value}{SpokenNumbers.ByDigit(match.Groups[2].Value)}年{SpokenNumbers.AsQuantity(match.Groups[3].Value)}号");
        text = Telephone().Replace(text, match => SpokenNumbers.ByDigit(match.Value, isTelephone: true));
        text = DashedDate().Replace(text, match => DateOf(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value));
        text = Year().Replace(text, match => $"{SpokenNumbers.ByDigit(match.Groups[1].Value)}年");
        text = Clock().Replace(text, match => $"{SpokenNumbers.AsQuantity(match.Groups[1].Value)}点{(match.Groups[2].Value == "00" ? "整" : match.Groups[2].Value[0] == '0' ? $"零{SpokenNumbers.AsQuantity(match.Groups[2].Value)}分" : $"{SpokenNumbers.AsQuantity(match.Groups[2].Value)}分")}");
        text = Range().Replace(text, "$1到");
        text = Percent().Replace(text, match => $"{(match.Groups[2].Value == "‰" ? "千分之" : "百分之")}{SpokenNumbers.AsQuantity(match.Groups[1].Value)}");
        text = Code().Replace(text, match => SpokenNumbers.ByDigit(match.Value));
        text = Number().Replace(text, match => $"{(match.Groups[1].Length > 0 ? "负" : "")}{SpokenNumbers.AsQuantity(match.Groups[2].Value)}");
        foreach (var (sign, word) in Units)
        {
            text = text.Replace(sign, word, StringComparison.Ordinal);
        }

        return Quiet().Replace(text.Replace("~", "到", StringComparison.Ordinal).Replace("～", "到", StringComparison.Ordinal), "").Trim();
    }

    private static string DateOf(string year, string month, string day) => $"{SpokenNumbers.ByDigit(year)}年{SpokenNumbers.AsQuantity(month)}月{SpokenNumbers.AsQuantity(day)}日";

    [GeneratedRegex(@"https?://[\w./?=&%#:-]+|www\.[\w./?=&%#:-]+", RegexOptions.ExplicitCapture)]
    private static partial Regex LinkAddress();

    [GeneratedRegex(@"(\p{IsCJKUnifiedIdeographs}{1,12})[〔\[［](\d{4})[〕\]］]\s?(\d{1,5})\s?号")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"(?<!\d)(0\d{2,3}-?\d{7,8}|1[3-9]\d{9}|12345|1[12]\d{1}(?=电话|热线))(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")]
    private static partial Regex DashedDate();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d{2})\s?年")]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![\d:：])([01]?\d|2[0-4])[:：]([0-5]\d)(?![\d:：])")]
    private static partial Regex Clock();

    [GeneratedRegex(@"([\d年月日分整点十百千万亿零一二三四五六七八九%％])\s?[-—–~～]{1,2}\s?(?=[\d零一二三四五六七八九十])")]
    private static partial Regex Range();

    [GeneratedRegex(@"(\d[\d,]*(?:\.\d+)?)\s?([%％‰])")]
    private static partial Regex Percent();

    [GeneratedRegex(@"(?<![\d.,])(?:0\d+|\d{11,})(?![\d.,])")]
    private static partial Regex Code();

    [GeneratedRegex(@"((?<=^|[\s（(为达是、，,：:；])[-−])?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)")]
    private static partial Regex Number();

    [GeneratedRegex(@"[《》〈〉“”""'‘’【】\[\]*#]")]
    private static partial Regex Quiet();
}
