using System.Text.RegularExpressions;
using Gongkai.Platform.Screening.Texts.Reading;

namespace Gongkai.Platform.Screening.Texts.Rules;

/// <summary>Marks that stand twice, of the wrong width, or without their other half; document numbers.</summary>
internal static partial class PunctuationRules
{
    public static void Look(PassageHits found)
    {
        foreach (Match match in Twice().Matches(found.Text))
        {
            found.Add(ScreeningRules.Punctuation, ScreeningSeverity.Warning, match.Index, match.Length, "标点重复了。", match.Value[^1] is '。' || match.Value[0] is '。' ? "。" : match.Value[..1]);
        }

        foreach (Match match in HalfWidth().Matches(found.Text))
        {
            found.Add(ScreeningRules.Punctuation, ScreeningSeverity.Hint, match.Index, match.Length, "中文里的标点用全角。", match.Value switch { "," => "，", ";" => "；", ":" => "：", "?" => "？", "!" => "！", _ => null });
        }

        foreach (Match match in Number().Matches(found.Text))
        {
            var right = $"〔{match.Groups["year"].Value}〕{match.Groups["number"].Value.TrimStart('0')}号";
            var written = match.Groups["written"];
            if (written.Value != right)
            {
                found.Add(ScreeningRules.DocumentNumber, ScreeningSeverity.Hint, written.Index, written.Length, "发文字号的年份用六角括号“〔〕”，序号不编虚位、不加“第”。", right);
            }
        }

        Pairs(found, '《', '》', "书名号");
        Pairs(found, '（', '）', "括号");
        Pairs(found, '〔', '〕', "六角括号");
    }

    private static void Pairs(PassageHits found, char opening, char closing, string name)
    {
        var open = new Stack<int>();
        for (var index = 0; index < found.Text.Length; index++)
        {
            var letter = found.Text[index];
            if (letter == opening)
            {
                open.Push(index);
            }
            else if (letter == closing && !open.TryPop(out _) && !(closing == '）' && IsItem(found.Text, index)))
            {
                found.Add(ScreeningRules.Brackets, ScreeningSeverity.Hint, index, 1, $"只有后一半{name}，前一半不见了。");
            }
        }

        foreach (var index in open)
        {
            var close = opening == '（' && found.Text.IndexOf(')', index) >= 0;
            if (!close)
            {
                found.Add(ScreeningRules.Brackets, ScreeningSeverity.Hint, index, 1, $"只有前一半{name}，后一半不见了。");
            }
        }
    }

    /// <summary>1）and 一）number an item, and (1） is at least closed.</summary>
    private static bool IsItem(string text, int index) =>
        (index > 0 && (char.IsAsciiLetterOrDigit(text[index - 1]) || "一二三四五六七八九十".Contains(text[index - 1], StringComparison.Ordinal))) || text.AsSpan(0, index).Contains('(');

    [GeneratedRegex("[，、；：]{2,}|。{2}(?!。)|[，、；：]。|。[，、；：]|，(?=[》）])")]
    private static partial Regex Twice();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fff])[,;:?!](?=[\u4e00-\u9fff])")]
    private static partial Regex HalfWidth();

    [GeneratedRegex(@"[\u4e00-\u9fff](?:发|字|函|办|令|政|规|通|综|告|纪|议|批|复|电|党|教|财|建|卫|人社|环|农|民|交|水|林|审|监|管)\s?(?<written>[\[\(（【〔［](?<year>20\d{2})[\]\)）】〕］]\s?第?(?<number>\d{1,4})号)")]
    private static partial Regex Number();
}
