namespace Gongkai.Platform.Screening.Texts.Words;

/// <summary>The words that are looked for, all of them in one walk over a text (Aho and Corasick).</summary>
public sealed class WordBook
{
    private static readonly Lazy<WordBook> Shipped = new(static () => new WordBook(WordTable.BuiltIn));

    private readonly List<Node> nodes = [new Node()];

    public WordBook(IEnumerable<ScreeningWord> words)
    {
        foreach (var word in words.Where(word => word.Word.Length > 0))
        {
            Add(word);
            Count++;
        }

        Link();
    }

    /// <summary>The words that come with the program.</summary>
    public static WordBook BuiltIn => Shipped.Value;

    /// <summary>How many words it holds.</summary>
    public int Count { get; }

    /// <summary>The words in a text that stand there by themselves, in their order; of two that overlap the longer one.</summary>
    internal IReadOnlyList<FoundWord> In(string text)
    {
        List<FoundWord>? found = null;
        var state = 0;
        for (var index = 0; index < text.Length; index++)
        {
            state = Step(state, text[index]);
            for (var end = nodes[state].Words is null ? nodes[state].Shorter : state; end > 0; end = nodes[end].Shorter)
            {
                foreach (var word in nodes[end].Words!)
                {
                    var start = index - word.Word.Length + 1;
                    if (IsFollowed(word, text, index + 1) && !IsExcepted(word, text, start))
                    {
                        (found ??= []).Add(new FoundWord(word, start));
                    }
                }
            }
        }

        return found is null ? [] : Longest(found);
    }

    private static List<FoundWord> Longest(List<FoundWord> found)
    {
        var chosen = new List<FoundWord>();
        foreach (var word in found.OrderByDescending(word => word.Word.Word.Length).ThenBy(word => word.Start))
        {
            if (!chosen.Exists(other => word.Start < other.Start + other.Word.Word.Length && other.Start < word.Start + word.Word.Word.Length))
            {
                chosen.Add(word);
            }
        }

        chosen.Sort((left, right) => left.Start.CompareTo(right.Start));
        return chosen;
    }

    private static bool IsFollowed(ScreeningWord word, string text, int end) => word.Followed.Count == 0
        || word.Followed.Any(next => next == "#" ? end < text.Length && char.IsAsciiDigit(text[end]) : text.AsSpan(end).StartsWith(next, StringComparison.Ordinal));

    private static bool IsExcepted(ScreeningWord word, string text, int start)
    {
        foreach (var exception in word.Exceptions)
        {
            for (var at = exception.IndexOf(word.Word, StringComparison.Ordinal); at >= 0; at = exception.IndexOf(word.Word, at + 1, StringComparison.Ordinal))
            {
                if (start - at >= 0 && text.AsSpan(start - at).StartsWith(exception, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Add(ScreeningWord word)
    {
        var node = 0;
        foreach (var letter in word.Word)
        {
            if (!nodes[node].Next.TryGetValue(letter, out var next))
            {
                next = nodes.Count;
                nodes.Add(new Node());
                nodes[node].Next.Add(letter, next);
            }

            node = next;
        }

        (nodes[node].Words ??= []).Add(word);
    }

    /// <summary>Where to go on when a letter does not fit, and which shorter words end where a node does.</summary>
    private void Link()
    {
        var queue = new Queue<int>(nodes[0].Next.Values);
        while (queue.TryDequeue(out var node))
        {
            foreach (var (letter, next) in nodes[node].Next)
            {
                nodes[next].Back = Step(nodes[node].Back, letter);
                queue.Enqueue(next);
            }

            var back = nodes[node].Back;
            nodes[node].Shorter = nodes[back].Words is null ? nodes[back].Shorter : back;
        }
    }

    private int Step(int state, char letter)
    {
        int next;
        while (!nodes[state].Next.TryGetValue(letter, out next))
        {
            if (state == 0)
            {
                return 0;
            }

            state = nodes[state].Back;
        }

        return next;
    }

    private sealed class Node
    {
        public Dictionary<char, int> Next { get; } = [];

        public int Back { get; set; }

        public int Shorter { get; set; }

        public List<ScreeningWord>? Words { get; set; }
    }
}
