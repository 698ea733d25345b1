using System.Text.RegularExpressions;

namespace Gongkai.Platform.Search.Texts;

/// <summary>文号 such as 青政发〔2026〕5号, whatever brackets and spaces they are written with.</summary>
internal static partial class DocumentNumbers
{
    private const int LongestCode = 8;

    /// <summary>The numbers in a text that is folded, each from every letter on at which it may begin: in running text nothing parts it from the word before.</summary>
    public static IEnumerable<string> In(string folded)
    {
        foreach (Match found in Whole().Matches(folded))
        {
            var code = Code(found);
            var rest = Rest(found);
            for (var start = Math.Max(0, code.Length - LongestCode); start <= code.Length - 1; start++)
            {
                yield return code[start..] + rest;
            }
        }
    }

    /// <summary>Numbers that are looked for, and the query without them. One that breaks off is the beginning of others.</summary>
    public static (IReadOnlyList<SearchTerm> Terms, string Remainder) TakeFrom(string folded)
    {
        var terms = new List<SearchTerm>();
        var rest = Asked().Replace(folded, found =>
        {
            var isWhole = found.Groups["end"].Success;
            terms.Add(new SearchTerm(Code(found)[^Math.Min(LongestCode, Code(found).Length)..] + (isWhole ? Rest(found) : $"[{found.Groups["year"].Value}]{found.Groups["number"].Value}"), !isWhole));
            return " ";
        });
        return (terms, rest);
    }

    /// <summary>The brackets of numbers in their official form.</summary>
    public static string WithBrackets(string text) => Brackets().Replace(text, "〔${year}〕");

    private static string Code(Match found) => found.Groups["code"].Value.Replace(" ", "", StringComparison.Ordinal);

    private static string Rest(Match found) => $"[{found.Groups["year"].Value}]{found.Groups["number"].Value.TrimStart('0')}号";

    [GeneratedRegex(@"(?<code>[\p{IsCJKUnifiedIdeographs}a-z]{1,20}) ?[\[〔【(〈『「] ?(?<year>(?:19|20)\d\d) ?[\]〕】)〉』」] ?第? ?(?<number>\d{1,5}) ?号")]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<code>[\p{IsCJKUnifiedIdeographs}a-z]{1,20}) ?[\[〔【(〈『「] ?(?<year>(?:19|20)\d\d) ?[\]〕】)〉』」] ?第? ?(?<number>\d{0,5}) ?(?<end>号)?")]
    private static partial Regex Asked();

    [GeneratedRegex(@"[\[〔【(（［〈『「] ?(?<year>(?:19|20)\d\d) ?[\]〕】)）］〉』」]")]
    private static partial Regex Brackets();
}
