using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Platform.Screening.Texts.Reading;

namespace Gongkai.Platform.Screening.Texts.Rules;

/// <summary>一、二、四: numbers of headings and items that skip or come twice.</summary>
internal static partial class NumberingRules
{
    private static readonly (int Level, Regex Form)[] Forms = [(0, Chapter()), (1, Article()), (1, First()), (2, Second()), (3, Third()), (4, Fourth())];

    public static IEnumerable<ScreeningHit> Of(IReadOnlyList<ScreenedPassage> passages)
    {
        var last = new Dictionary<Regex, (int Level, int Number)>();
        foreach (var passage in passages.Where(passage => passage.IsParagraph))
        {
            foreach (var hit in Inline(passage))
            {
                yield return hit;
            }

            var (level, form) = Array.Find(Forms, known => known.Form.IsMatch(passage.Text));
            if (form is null)
            {
                continue;
            }

            var match = form.Match(passage.Text);
            var number = Number(match.Groups["number"].Value);
            var before = last.TryGetValue(form, out var known) ? known.Number : 0;
            if (number != 1 && number != before + 1 && (before > 0 || form == First() || form == Second()))
            {
                yield return Hit(passage, match.Groups["number"], before, number);
            }

            last[form] = (level, number);
            foreach (var lower in last.Where(other => other.Value.Level > level && !(form == Chapter() && other.Key == Article())).Select(other => other.Key).ToList())
            {
                last.Remove(lower);
            }
        }
    }

    /// <summary>一是……二是……四是 within a paragraph.</summary>
    private static IEnumerable<ScreeningHit> Inline(ScreenedPassage passage)
    {
        var before = 0;
        foreach (Match match in Points().Matches(passage.Text))
        {
            var number = Number(match.Groups["number"].Value);
            if (number != 1 && before > 0 && number != before + 1)
            {
                yield return Hit(passage, match.Groups["number"], before, number);
            }

            before = number;
        }
    }

    private static ScreeningHit Hit(ScreenedPassage passage, Group number, int before, int found)
    {
        var message = before == 0 ? $"序号从“{number.Value}”开始，前面的不见了；请核对。" : found <= before ? $"序号“{number.Value}”重复或者颠倒了，前一个是 {before}。" : $"序号跳过去了：前一个是 {before}，这里是 {found}。";
        var suggestion = char.IsAsciiDigit(number.Value[0]) ? (before + 1).ToString(CultureInfo.InvariantCulture) : ChineseNumbers.Write(before + 1);
        return new ScreeningHit(ScreeningRules.Numbering, ScreeningSeverity.Warning, passage.Place with { Offset = number.Index, Length = number.Length }, passage.Text.TrimStart()[..Math.Min(16, passage.Text.TrimStart().Length)], message, suggestion)
        {
            Around = passage.Text[..Math.Min(24, passage.Text.Length)],
        };
    }

    private static int Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : ChineseNumbers.Of(text) ?? 0;

    [GeneratedRegex(@"^\s*第(?<number>[一二三四五六七八九十百]{1,5})章(?![的规])")]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^\s*第(?<number>[一二三四五六七八九十百零]{1,7})条[\s　]")]
    private static partial Regex Article();

    [GeneratedRegex(@"^\s*(?<number>[一二三四五六七八九十]{1,3})、")]
    private static partial Regex First();

    [GeneratedRegex(@"^\s*[（(](?<number>[一二三四五六七八九十]{1,3})[）)]")]
    private static partial Regex Second();

    [GeneratedRegex(@"^\s*(?<number>\d{1,2})[.．、](?!\d)")]
    private static partial Regex Third();

    [GeneratedRegex(@"^\s*[（(](?<number>\d{1,2})[）)]")]
    private static partial Regex Fourth();

    [GeneratedRegex(@"(?<=^|[。；：，,;\s])(?<number>[一二三四五六七八九十]{1,2})是(?!否|不是|的)")]
    private static partial Regex Points();
}
