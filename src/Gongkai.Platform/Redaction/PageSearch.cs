using System.Globalization;
using System.Text;
using Gongkai.Platform.Screening;

namespace Gongkai.Platform.Redaction;

/// <summary>Finds words and personal numbers in the text of pages, however the lines break them.</summary>
public static class PageSearch
{
    /// <summary>The most places that one search gives.</summary>
    public const int Most = 1000;

    /// <summary>Every place where one of the phrases stands. Spaces, the width of letters and their case make no difference.</summary>
    public static IReadOnlyList<TextPlace> Find(IReadOnlyList<PageText> pages, IReadOnlyList<string> phrases)
    {
        var wanted = phrases.Select(phrase => (Phrase: phrase.Trim(), Letters: string.Concat(phrase.Select(Fold).OfType<char>()))).Where(phrase => phrase.Letters.Length > 0).ToList();
        var places = new List<TextPlace>();
        foreach (var page in pages)
        {
            var letters = Letters.Of(page, withGaps: false);
            foreach (var (phrase, folded) in wanted)
            {
                for (var at = letters.Text.IndexOf(folded, StringComparison.Ordinal); at >= 0 && places.Count < Most; at = letters.Text.IndexOf(folded, at + folded.Length, StringComparison.Ordinal))
                {
                    places.Add(new TextPlace(phrase, letters.AreasOf(page, at, folded.Length)));
                }
            }
        }

        return places;
    }

    /// <summary>Every number that identifies a person, with what it is and a masked form of it.</summary>
    public static IReadOnlyList<TextPlace> FindNumbers(IReadOnlyList<PageText> pages) =>
    [
        .. (from page in pages
            let letters = Letters.Of(page, withGaps: true)
            from number in PersonalNumbers.In(letters.Text)
            select new TextPlace($"{PersonalNumbers.WordOf(number.Kind)} {number.Masked}", letters.AreasOf(page, number.Start, number.Length))).Take(Most),
    ];

    /// <summary>A letter as it is compared; null for what is not.</summary>
    private static char? Fold(char letter)
    {
        if (char.IsWhiteSpace(letter) || char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format)
        {
            return null;
        }

        // Fonts of many PDFs give the radicals of characters in the place of the characters.
        var folded = char.IsAscii(letter) || char.IsSurrogate(letter) ? letter : letter.ToString().Normalize(NormalizationForm.FormKC) is [var single] ? single : letter;
        return char.ToLowerInvariant(folded);
    }

    private sealed record Letters(string Text, IReadOnlyList<(int Word, int Index)> Places)
    {
        private const double Gap = 0.25;

        public static Letters Of(PageText page, bool withGaps)
        {
            var text = new StringBuilder();
            var places = new List<(int, int)>();
            for (var number = 0; number < page.Words.Count; number++)
            {
                var word = page.Words[number];
                if (withGaps && number > 0 && SeparatorOf(page.Words[number - 1], word) is { } separator)
                {
                    text.Append(separator);
                    places.Add((-1, 0));
                }

                for (var index = 0; index < word.Text.Length; index++)
                {
                    if (Fold(word.Text[index]) is { } letter)
                    {
                        text.Append(letter);
                        places.Add((number, index));
                    }
                }
            }

            return new Letters(text.ToString(), places);
        }

        /// <summary>The rectangles of some letters, one for each word that they reach into.</summary>
        public IReadOnlyList<PageArea> AreasOf(PageText page, int start, int length) =>
        [
            .. Places.Skip(start).Take(length).Where(place => place.Word >= 0).GroupBy(place => place.Word)
                .Select(part => AreaOf(page.Page, page.Words[part.Key], part.Min(place => place.Index), part.Max(place => place.Index) + 1)),
        ];

        private static char? SeparatorOf(PageWord before, PageWord word)
        {
            var height = Math.Min(before.Bottom - before.Top, word.Bottom - word.Top);
            var isSameLine = Math.Min(before.Bottom, word.Bottom) - Math.Max(before.Top, word.Top) > height / 2 && word.Left >= before.Left;
            return !isSameLine ? '\n' : word.Left - before.Right > height * Gap ? ' ' : null;
        }

        /// <summary>Where some letters of a word stand, reckoned from how wide letters are, with a little more at the sides where it is not certain.</summary>
        private static PageArea AreaOf(int page, PageWord word, int from, int to)
        {
            const double margin = 0.35;
            const double edge = 0.06;
            if (IsUpright(word))
            {
                (from, to) = (0, word.Text.Length);
            }

            var widths = word.Text.Select(WidthOf).ToList();
            var unit = (word.Right - word.Left) / widths.Sum();
            var left = from == 0 ? word.Left - (edge * unit) : word.Left + ((widths.Take(from).Sum() - MarginAt(widths, from, margin)) * unit);
            var right = to == widths.Count ? word.Right + (edge * unit) : word.Left + ((widths.Take(to).Sum() + MarginAt(widths, to, margin)) * unit);
            var rise = (word.Bottom - word.Top) * edge;
            return new PageArea(page, left, word.Top - rise, right - left, word.Bottom - word.Top + (2 * rise)).OnPage() ?? default;
        }

        /// <summary>Letters that stand one below the other are covered together.</summary>
        private static bool IsUpright(PageWord word) => word.Text.Length > 1 && word.IsTall;

        /// <summary>Characters all as wide as each other leave no doubt where one begins.</summary>
        private static double MarginAt(List<double> widths, int at, double margin) => widths.TrueForAll(width => width >= 1) || (at == 0) ? 0.05 : margin / 2;

        private static double WidthOf(char letter) => letter switch
        {
            < '\u0100' when char.IsAsciiLetterUpper(letter) => 0.66,
            < '\u0100' when char.IsAsciiDigit(letter) => 0.52,
            'i' or 'l' or 'j' or '.' or ',' or '\'' or ':' or ';' or '|' => 0.28,
            < '\u0100' => 0.5,
            _ => 1,
        };
    }
}
