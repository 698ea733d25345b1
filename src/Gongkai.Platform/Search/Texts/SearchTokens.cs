using System.Text;

namespace Gongkai.Platform.Search.Texts;

/// <summary>Cuts a text into what is looked for: every two letters of Chinese that stand together, whole runs of Latin letters and digits, and 文号 as a whole.</summary>
public static class SearchTokens
{
    private const int LongestRun = 40;

    /// <summary>The tokens of a text that is kept, in the order in which they stand.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var folded = SearchLetters.Fold(text);
        foreach (var number in DocumentNumbers.In(folded))
        {
            yield return number;
        }

        foreach (var run in Runs(folded, acrossSpaces: true))
        {
            if (!run.IsHan)
            {
                yield return run.Text;
                continue;
            }

            foreach (var pair in Pairs(run.Text))
            {
                yield return pair;
            }

            yield return LastLetter(run.Text);
        }
    }

    /// <summary>The tokens of a title, and beside them every letter with the next but one: by those a title is found though a letter is wrong.</summary>
    public static IEnumerable<string> OfTitle(string title) => Of(title).Concat(Gaps(title));

    /// <summary>Every letter of Chinese with the next but one.</summary>
    internal static IEnumerable<string> Gaps(string text) =>
        from run in Runs(SearchLetters.Fold(text), acrossSpaces: true)
        where run.IsHan
        let letters = run.Text.EnumerateRunes().ToArray()
        from start in Enumerable.Range(0, Math.Max(0, letters.Length - 2))
        select $"{letters[start]}·{letters[start + 2]}";

    /// <summary>What has to be there for a word to be there. A lone letter, Latin letters and long digits are beginnings.</summary>
    internal static IEnumerable<SearchTerm> Asked(string folded)
    {
        foreach (var run in Runs(folded, acrossSpaces: false))
        {
            if (!run.IsHan)
            {
                yield return new SearchTerm(run.Text, (run.Text.Length >= 2 && run.Text.Any(char.IsAsciiLetter)) || run.Text.Length >= 5);
            }
            else if (run.Text.EnumerateRunes().Count() == 1)
            {
                yield return new SearchTerm(run.Text, IsBeginning: true);
            }
            else
            {
                foreach (var pair in Pairs(run.Text))
                {
                    yield return new SearchTerm(pair, IsBeginning: false);
                }
            }
        }
    }

    private static IEnumerable<string> Pairs(string run)
    {
        var letters = run.EnumerateRunes().ToArray();
        for (var start = 0; start + 1 < letters.Length; start++)
        {
            yield return $"{letters[start]}{letters[start + 1]}";
        }
    }

    private static string LastLetter(string run) => run[^(char.IsLowSurrogate(run[^1]) ? 2 : 1)..];

    private static IEnumerable<Run> Runs(string folded, bool acrossSpaces)
    {
        var run = new StringBuilder();
        bool? isHan = null;
        var index = 0;
        foreach (var rune in folded.EnumerateRunes())
        {
            var next = index + rune.Utf16SequenceLength;
            var han = SearchLetters.IsHan(rune);
            var isPart = han || Rune.IsLetterOrDigit(rune) || (rune.Value == '.' && IsDigitAt(folded, index - 1) && IsDigitAt(folded, next));
            if ((!isPart || isHan == !han) && run.Length > 0 && !(acrossSpaces && rune.Value == ' ' && isHan == true))
            {
                yield return Taken();
            }

            if (isPart)
            {
                run.Append(rune.ToString());
                isHan = han;
            }

            index = next;
        }

        if (run.Length > 0)
        {
            yield return Taken();
        }

        Run Taken()
        {
            var taken = new Run(isHan == true || run.Length <= LongestRun ? run.ToString() : run.ToString(0, LongestRun), isHan == true);
            run.Clear();
            isHan = null;
            return taken;
        }
    }

    private static bool IsDigitAt(string text, int index) => index >= 0 && index < text.Length && char.IsAsciiDigit(text[index]);

    private readonly record struct Run(string Text, bool IsHan);
}

/// <summary>A token that is looked for: itself, or all that begin with it.</summary>
public sealed record SearchTerm(string Token, bool IsBeginning)
{
    /// <summary>As PostgreSQL reads it in a tsquery.</summary>
    public override string ToString() => SearchVector.Quoted(Token) + (IsBeginning ? ":*" : "");
}
