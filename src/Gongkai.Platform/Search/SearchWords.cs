using System.Globalization;
using System.Text.RegularExpressions;
using Gongkai.Platform.Search.Texts;

namespace Gongkai.Platform.Search;

/// <summary>What somebody looks for: words with spaces between them, all of which have to be there; what stands between quotation marks has to be there as it stands.</summary>
public sealed partial record SearchWords(IReadOnlyList<string> Words)
{
    public const int LongestQuery = 100;

    private const int MostWords = 8;
    private const int MostTerms = 40;

    public bool IsEmpty => Words.Count == 0;

    /// <summary>Those of the words that stood between quotation marks, folded.</summary>
    public IReadOnlyList<string> Phrases { get; private init; } = [];

    /// <summary>The year among the words, where there is one.</summary>
    public int? Year => Words.Select(word => word.TrimEnd('年')).Where(word => word is ['2', '0', _, _] && word.All(char.IsAsciiDigit)).Select(word => (int?)int.Parse(word, CultureInfo.InvariantCulture)).FirstOrDefault();

    /// <summary>The words without the year.</summary>
    public IReadOnlyList<string> Names => [.. Words.Where(word => Year is not { } year || word.TrimEnd('年') != year.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The words as they are compared.</summary>
    internal string[] Folded => [.. Words.Select(SearchLetters.Fold).Distinct()];

    public static SearchWords Of(string? query)
    {
        var bounded = SearchLetters.Tidy((query ?? "")[..Math.Min(query?.Length ?? 0, LongestQuery)]);
        var phrases = Quoted().Matches(bounded).Select(found => found.Groups["phrase"].Value.Trim()).Where(phrase => phrase.Length > 0).Distinct().ToList();
        var loose = Quoted().Replace(bounded, " ").Split([' ', '\n', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries);
        return new SearchWords([.. phrases.Concat(loose).Distinct().Take(MostWords)]) { Phrases = [.. phrases.Take(MostWords).Select(SearchLetters.Fold)] };
    }

    /// <summary>The tokens of a document in which all the words are, as PostgreSQL asks for them; null where the words hold no letter.</summary>
    public string? Terms()
    {
        var terms = Words.SelectMany(TermsOf).Distinct().Take(MostTerms).ToList();
        return terms.Count == 0 ? null : string.Join(" & ", terms);
    }

    internal static IEnumerable<SearchTerm> TermsOf(string word)
    {
        var (numbers, rest) = DocumentNumbers.TakeFrom(SearchLetters.Fold(word));
        return numbers.Concat(SearchTokens.Asked(rest));
    }

    /// <summary>Every two letters that stand together in the words, as PostgreSQL asks for them; null where no word has two.</summary>
    internal string? Pairs()
    {
        var pairs = Words.Select(word => DocumentNumbers.WithBrackets(word).ToLowerInvariant()).SelectMany(word => Enumerable.Range(0, Math.Max(0, word.Length - 1)).Select(start => word.Substring(start, 2)))
            .Where(pair => !pair.Any(letter => char.IsSurrogate(letter) || char.IsWhiteSpace(letter))).Distinct().ToList();
        return pairs.Count == 0 ? null : string.Join(" & ", pairs.Select(SearchVector.Quoted));
    }

    /// <summary>The first place of a text at which a word stands, with what is around it.</summary>
    internal Excerpt ExcerptOf(string text)
    {
        const int Before = 30;
        const int After = 90;
        var found = Names.DefaultIfEmpty("").Select(word => (Word: word, At: text.IndexOf(word, StringComparison.OrdinalIgnoreCase))).Where(place => place.At >= 0).OrderByDescending(place => place.Word.Length).FirstOrDefault((Word: "", At: 0));
        var from = Math.Max(0, found.At - Before);
        var end = found.At + found.Word.Length;
        var to = Math.Min(text.Length, end + After);
        return new Excerpt((from > 0 ? "…" : "") + text[from..found.At], text[found.At..end], text[end..to] + (to < text.Length ? "…" : ""));
    }

    [GeneratedRegex("[\"“”](?<phrase>[^\"“”]+)[\"“”]")]
    private static partial Regex Quoted();
}

/// <summary>A piece of a text with the word that was looked for in its middle.</summary>
public sealed record Excerpt(string Before, string Word, string After);
