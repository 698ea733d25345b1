using System.Buffers;

namespace Gongkai.Reports.Checking;

/// <summary>
/// Words to look for in a text all at once. The platform's own search for several words is fast for words in ASCII only; here the first
/// characters are searched for together, and only where one stands are the words compared.
/// </summary>
internal sealed class WordSet
{
    private readonly string firsts;
    private readonly string[][] byFirst;
    private readonly SearchValues<char> search;

    public WordSet(params string[] words)
    {
        var groups = words.GroupBy(word => word[0]).ToList();
        firsts = string.Concat(groups.Select(group => group.Key));
        byFirst = [.. groups.Select(group => group.ToArray())];
        search = SearchValues.Create(firsts);
    }

    /// <summary>Where the first of the words stands in the text, or a negative number.</summary>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var distance = text[at..].IndexOfAny(search);
            if (distance < 0)
            {
                return -1;
            }

            at += distance;
            foreach (var word in byFirst[firsts.IndexOf(text[at], StringComparison.Ordinal)])
            {
                if (text[at..].StartsWith(word))
                {
                    return at;
                }
            }
        }

        return -1;
    }
}
