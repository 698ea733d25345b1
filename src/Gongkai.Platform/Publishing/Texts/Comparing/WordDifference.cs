using System.Text;
using Gongkai.Reports.Comparing;

namespace Gongkai.Platform.Publishing.Texts.Comparing;

/// <summary>What changed within a line: Chinese by the character, figures and Latin words as a whole.</summary>
internal static class WordDifference
{
    /// <summary>A shorter stretch that two changes happen to share is no help to read them.</summary>
    private const int LeastShared = 2;

    public static List<DifferenceRun> Of(string earlier, string later)
    {
        var (before, after) = (WordsOf(earlier), WordsOf(later));
        var runs = new List<DifferenceRun>();
        var (from, to) = (0, 0);
        foreach (var (one, other) in Alignment.Of(before, after, (place, _) => before[place].Length).Append((before.Length, after.Length)))
        {
            Add(runs, DifferenceState.Removed, before.AsSpan(from..one));
            Add(runs, DifferenceState.Added, after.AsSpan(to..other));
            Add(runs, DifferenceState.Same, one < before.Length ? [before[one]] : []);
            (from, to) = (one + 1, other + 1);
        }

        return Smoothed(runs);
    }

    private static void Add(List<DifferenceRun> runs, DifferenceState state, ReadOnlySpan<string> words)
    {
        if (words.Length == 0)
        {
            return;
        }

        var text = string.Concat(words);
        if (runs.Count > 0 && runs[^1].State == state)
        {
            runs[^1] = runs[^1] with { Text = runs[^1].Text + text };
        }
        else
        {
            runs.Add(new DifferenceRun(state, text));
        }
    }

    /// <summary>Between two stretches that stay, first all that is removed, then all that is added.</summary>
    private static List<DifferenceRun> Smoothed(List<DifferenceRun> runs)
    {
        var smooth = new List<DifferenceRun>();
        var (removed, added) = (new StringBuilder(), new StringBuilder());
        for (var index = 0; index < runs.Count; index++)
        {
            var (state, text) = (runs[index].State, runs[index].Text);
            if (state == DifferenceState.Same && (text.Length >= LeastShared || index == 0 || index == runs.Count - 1))
            {
                Settle();
                smooth.Add(runs[index]);
                continue;
            }

            removed.Append(state == DifferenceState.Added ? "" : text);
            added.Append(state == DifferenceState.Removed ? "" : text);
        }

        Settle();
        return smooth;

        void Settle()
        {
            if (removed.Length > 0)
            {
                smooth.Add(new DifferenceRun(DifferenceState.Removed, removed.ToString()));
            }

            if (added.Length > 0)
            {
                smooth.Add(new DifferenceRun(DifferenceState.Added, added.ToString()));
            }

            removed.Clear();
            added.Clear();
        }
    }

    private static string[] WordsOf(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            if (char.IsAsciiLetterOrDigit(text[at]))
            {
                while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
                {
                    end++;
                }
            }
            else if (char.IsHighSurrogate(text[at]) && end < text.Length)
            {
                end++;
            }

            words.Add(text[at..end]);
            at = end;
        }

        return [.. words];
    }
}
