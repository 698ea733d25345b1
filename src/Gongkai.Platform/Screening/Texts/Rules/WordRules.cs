using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Platform.Screening.Texts.Reading;
using Gongkai.Platform.Screening.Texts.Words;

namespace Gongkai.Platform.Screening.Texts.Rules;

/// <summary>The words of the dictionary, and words that stand twice.</summary>
internal static partial class WordRules
{
    private const int ContextLetters = 24;

    public static void Look(PassageHits found, WordBook words, DateOnly? day)
    {
        foreach (var match in words.In(found.Text))
        {
            var word = match.Word;
            if (word.ValidFrom is { } from && (day < from || IsOfFormerTimes(found, match.Start, from)))
            {
                continue;
            }

            var suggestion = word.Replacement is { Length: > 0 } replacement ? replacement : null;
            found.Add(RuleOf(word.Kind), word.Severity, match.Start, word.Word.Length, MessageOf(word, suggestion), suggestion);
        }

        foreach (Match match in Twice().Matches(found.Text))
        {
            if (!found.Covers(match.Index, match.Length))
            {
                found.Add(ScreeningRules.Repeated, ScreeningSeverity.Warning, match.Index, match.Length, "同一个字写了两遍。", match.Value[..1]);
            }
        }

        foreach (Match match in PhraseTwice().Matches(found.Text))
        {
            if (!found.Covers(match.Index, match.Length) && !Reduplicated().IsMatch(match.Groups[1].Value))
            {
                found.Add(ScreeningRules.Repeated, ScreeningSeverity.Hint, match.Index, match.Length, "同一个词连着写了两遍；请看看是不是多了一遍。", match.Groups[1].Value);
            }
        }
    }

    /// <summary>原国土资源局, or 2015年县国土资源局: the old name is right there.</summary>
    private static bool IsOfFormerTimes(PassageHits found, int start, DateOnly from)
    {
        var before = found.Before(start, ContextLetters);
        return Former().IsMatch(before) || (Year().Matches(before).LastOrDefault() is { } year && int.Parse(year.Groups[1].Value, CultureInfo.InvariantCulture) < from.Year);
    }

    private static ScreeningRule RuleOf(WordKind kind) => kind switch
    {
        WordKind.Grave => ScreeningRules.GraveWord,
        WordKind.Wrong => ScreeningRules.WrongWord,
        WordKind.Agency => ScreeningRules.OldAgency,
        WordKind.Law => ScreeningRules.OldLaw,
        WordKind.Local => ScreeningRules.LocalWord,
    };

    private static string MessageOf(ScreeningWord word, string? suggestion)
    {
        var sentence = (word.Kind, suggestion) switch
        {
            (WordKind.Grave, { } right) => $"国家机关、职务等名称写错了，应为“{right}”。",
            (WordKind.Wrong, { } right) => $"一般写作“{right}”。",
            (WordKind.Agency, { } right) => $"这个机关名称{Since(word)}已经改变，现为“{right}”；写以前的事时，前面加“原”。",
            (WordKind.Law, { } right) => $"这个法规{Since(word)}已经由“{right}”代替。",
            (WordKind.Local, { } right) => $"建议写作“{right}”。",
            (WordKind.Agency or WordKind.Law, null) => $"这个名称{Since(word)}已经不用；请核对。",
            (_, null) => "请核对这个词。",
        };
        return word.Note is { Length: > 0 } note ? sentence + note : sentence;
    }

    private static string Since(ScreeningWord word) => word.ValidFrom is { } from ? $"自 {from.Year} 年 {from.Month} 月起" : "";

    [GeneratedRegex("(?:原|前身为?|曾任|时任|历任|撤销|整合|划入|更名|将|废止|取代|代替|同时废止)[^，。；]{0,10}$")]
    private static partial Regex Former();

    [GeneratedRegex(@"((?:19|20)\d{2})年")]
    private static partial Regex Year();

    [GeneratedRegex("的的(?!确|士)|了了(?!解|然|结|望|事|却|断|无)|是是(?!非)|在在(?!建|校|岗|职|编|册|外|线|场|押|逃|位|家|园|研|保|营|野|途|库)|和和(?!谐|睦|平|解|气|美|蔼|田|县)|与与(?!会)|及及(?!时|格)|为为(?!民|人|了|何|期|政)|将将(?!军|来|近|领|要|士)|于于|并并(?!购|轨|行|不|非|联|网)|被被|把把(?!手|握|关|脉|控)|对对(?!口|象|方|外|手|策|比|照|接|账|联|标|策)|从从(?!业|事|严|快|教|前|来|属|众)|由由(?!于|此|来)|或或|使使(?!用|命|馆)|按按(?!照|时|期|需|规|劳|要|揭)|而而(?!且|言|立)|其其(?!他|它|中|次|余|间|实)|这这|该该|应应(?!急|当|对|用|届|聘|征|诉|付|收|缴|邀|该|有|由)|已已(?!经)|以以(?!来|及|上|下|前|后|外|内|往|便|免|人|赛|工|奖|案|县)|与及")]
    private static partial Regex Twice();

    [GeneratedRegex(@"([\u4e00-\u9fff]{2,6})\1(?!\1)")]
    private static partial Regex PhraseTwice();

    [GeneratedRegex("^(?:[一逐层每](?:.)|[\u4e00-\u9fff]个|服务|讨论|研究|学习|商量|考虑|认识|比较|活动|安全|管理|人人|天天|年年|月月|处处|时时|家家|户户|事事|层层|步步|点点|管理管理|星星|哗啦|轰隆|中国|人民|发展|.*(?:一二三四五六七八九十|某|×|零|〇).*|([\u4e00-\u9fff])\\1)$|[一二三四五六七八九十百千万某零〇]{2}")]
    private static partial Regex Reduplicated();
}
