namespace Gongkai.Platform.Search.Texts;

/// <summary>A piece of a text in which the words that were looked for are marked.</summary>
public static class MarkedText
{
    private const int Window = 120;
    private const int Before = 24;

    /// <summary>A whole text with the words in it marked.</summary>
    public static IReadOnlyList<MarkedPiece> Of(string text, IReadOnlyList<string> folded) => Pieces(text, 0, text.Length, Places(text, folded));

    /// <summary>The piece of a text that holds the most of the words; null where none of them is there.</summary>
    public static IReadOnlyList<MarkedPiece>? Excerpt(string text, IReadOnlyList<string> folded)
    {
        var places = Places(text, folded);
        if (places.Count == 0)
        {
            return null;
        }

        var best = places.Take(200).MaxBy(first => places.Where(place => place.Start >= first.Start && place.End <= first.Start + Window - Before).Select(place => place.Word).Distinct().Count());
        var from = Math.Max(0, best.Start - Before);
        from += from > 0 && char.IsLowSurrogate(text[from]) ? 1 : 0;
        return Pieces(text, from, Math.Min(text.Length, Math.Max(from + Window, best.End)), places);
    }

    /// <summary>The beginning of a text.</summary>
    public static IReadOnlyList<MarkedPiece> Beginning(string text) => Pieces(text, 0, Math.Min(text.Length, Window), []);

    private static List<Place> Places(string text, IReadOnlyList<string> words)
    {
        var folded = SearchLetters.Fold(text);
        var places = new List<Place>();
        foreach (var word in words.Where(word => word.Length > 0))
        {
            for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0 && places.Count < 2_000; at = folded.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                places.Add(new Place(at, at + word.Length, word));
            }
        }

        return [.. places.OrderBy(place => place.Start).ThenByDescending(place => place.End)];
    }

    private static List<MarkedPiece> Pieces(string text, int from, int to, List<Place> places)
    {
        to -= to < text.Length && to > from && char.IsHighSurrogate(text[to - 1]) ? 1 : 0;
        var pieces = new List<MarkedPiece>();
        var at = from;
        if (from > 0)
        {
            pieces.Add(new MarkedPiece("…", IsFound: false));
        }

        foreach (var place in places.Where(place => place.Start >= from && place.End <= to))
        {
            if (place.Start < at)
            {
                continue;
            }

            Add(text[at..place.Start], isFound: false);
            Add(text[place.Start..place.End], isFound: true);
            at = place.End;
        }

        Add(text[at..to] + (to < text.Length ? "…" : ""), isFound: false);
        return pieces;

        void Add(string piece, bool isFound)
        {
            if (piece.Length > 0)
            {
                pieces.Add(new MarkedPiece(piece.Replace('\n', ' '), isFound));
            }
        }
    }

    private readonly record struct Place(int Start, int End, string Word);
}

/// <summary>A part of a text that is or is not a word that was looked for.</summary>
public sealed record MarkedPiece(string Text, bool IsFound);
