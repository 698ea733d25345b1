namespace Gongkai.Platform.Search;

/// <summary>What somebody looks for: words with spaces between them, all of which have to be there.</summary>
public sealed record SearchWords(IReadOnlyList<string> Words)
{
    public const int LongestQuery = 100;

    private const int MostWords = 8;

    public bool IsEmpty => Words.Count == 0;

    /// <summary>The year among the words, where there is one.</summary>
    public int? Year => Words.Select(word => word.TrimEnd('年')).Where(word => word is ['2', '0', _, _] && word.All(char.IsAsciiDigit)).Select(word => (int?)int.Parse(word, System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();

    /// <summary>The words without the year.</summary>
    public IReadOnlyList<string> Names => [.. Words.Where(word => Year is not { } year || word.TrimEnd('年') != year.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    public static SearchWords Of(string? query) => new(
        [.. (query ?? "")[..Math.Min(query?.Length ?? 0, LongestQuery)].Replace('\0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)]);

    /// <summary>Every two letters that stand together in the words, as PostgreSQL asks for them; null where no word has two.</summary>
    internal string? Pairs()
    {
        var pairs = Words.Select(word => word.ToLowerInvariant()).SelectMany(word => Enumerable.Range(0, Math.Max(0, word.Length - 1)).Select(start => word.Substring(start, 2)))
            .Where(pair => !pair.Any(char.IsSurrogate)).Distinct().ToList();
        return pairs.Count == 0 ? null : string.Join(" & ", pairs.Select(pair => $"'{pair.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'"));
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
}

/// <summary>A piece of a text with the word that was looked for in its middle.</summary>
public sealed record Excerpt(string Before, string Word, string After);
