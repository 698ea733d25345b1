using System.Buffers;
using Gongkai.Reports.Checking.Narrative.Wording;

namespace Gongkai.Reports.Checking.Narrative;

/// <summary>A sentence of a passage.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where its stop stands.</param>
/// <param name="StartsParagraph">Whether it is the first of its paragraph.</param>
/// <param name="InBlock">Whether its paragraph is about requests, by its heading.</param>
internal readonly record struct Sentence(int Start, int End, bool StartsParagraph, bool InBlock);

/// <summary>
/// The text of a section, without spaces and without line ends inside sentences, as it stands and folded; both of the same length.
/// Paragraphs end with a line feed. Sentences are those of paragraphs that a rule could speak of.
/// </summary>
internal sealed record Passage(int Number, string Text, string Folded, List<Sentence> Sentences)
{
    // A line shorter than this that ends without a stop is a heading, not a sentence broken over lines.
    private const int LeastBroken = 16;

    private static readonly WordSet Anchors = new("申请", "复议", "诉讼", "规范性文件", "办结");

    private static readonly SearchValues<char> Stops = SearchValues.Create("。！？；;!?.．");

    private static readonly SearchValues<char> Spaces = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(character => char.IsWhiteSpace(character) || character is '\u200b' or '\ufeff')]);

    public static Passage Of(Section section)
    {
        var text = section.Text;
        var buffer = ArrayPool<char>.Shared.Rent(text.Length + 1);
        try
        {
            var length = Compact(text, buffer);
            var compact = length == text.Length ? text : new string(buffer, 0, length);
            var folded = Folding.Fold(compact);
            return new Passage(section.Number, compact, folded, Split(section.Number, compact, folded));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static List<Sentence> Split(int section, string text, string folded)
    {
        var sentences = new List<Sentence>();
        if (section == 2 || !folded.AsSpan().HasAny(Anchors))
        {
            return sentences;
        }

        var block = new RequestBlock();
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            block.Enter(folded.AsSpan(start, end - start), section);
            if (block.IsOpen || folded.AsSpan(start, end - start).HasAny(Anchors))
            {
                SplitParagraph(text, start, end, block.IsOpen, sentences);
            }

            start = end + 1;
        }

        return sentences;
    }

    private static void SplitParagraph(string text, int start, int end, bool inBlock, List<Sentence> sentences)
    {
        var first = start;
        for (var at = start; text.AsSpan(at, end - at).IndexOfAny(Stops) is var distance and >= 0; at++)
        {
            at += distance;
            if (EndsSentence(text, at))
            {
                Add(at);
            }
        }

        Add(end);

        void Add(int stop)
        {
            if (stop > start)
            {
                sentences.Add(new Sentence(start, stop, start == first, inBlock));
            }

            start = stop + 1;
        }
    }

    /// <summary>Whether the sentence ends here; a point between or after digits is a decimal point or a list number.</summary>
    private static bool EndsSentence(string text, int at) => text[at] switch
    {
        '。' or '！' or '？' or '；' or ';' or '!' or '?' => true,
        '.' or '．' => at > 0 && !char.IsDigit(text[at - 1]) && (at + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 1])),
        _ => false,
    };

    /// <summary>Whether a clause ends here. The enumeration comma does not end one: 行政复议、行政诉讼0件 is one clause.</summary>
    public static bool EndsClause(char character) => character is '，' or ',' or '（' or '）' or '(' or ')' or '—' or '；' or ';' or '。';

    private static int Compact(string text, char[] buffer)
    {
        var length = 0;
        var line = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var rest = text.AsSpan(index);
            var words = rest.IndexOfAny(Spaces) is var distance and >= 0 ? rest[..distance] : rest;
            words.CopyTo(buffer.AsSpan(length));
            length += words.Length;
            index += words.Length;
            if (index == text.Length)
            {
                break;
            }

            var character = text[index];
            if (character == '\n')
            {
                if (length > 0 && buffer[length - 1] != '\n' && !IsBroken(text, index, buffer.AsSpan(line, length - line)))
                {
                    buffer[length++] = '\n';
                    line = length;
                }
            }
            else if (length > 0 && char.IsDigit(buffer[length - 1]) && index + 1 < text.Length && char.IsDigit(text[index + 1]))
            {
                buffer[length++] = ' ';
            }
        }

        return length;
    }

    /// <summary>Whether the line goes on in the next one: it is long, does not end a sentence, and the next one starts no paragraph.</summary>
    private static bool IsBroken(string text, int at, ReadOnlySpan<char> line)
    {
        if (line.Length < LeastBroken || line[^1] is '。' or '；' or ';' or '：' or ':' or '！' or '？' or '.' or '”' or '）' or ')')
        {
            return false;
        }

        var next = text.AsSpan(at + 1).TrimStart();
        return next.Length > 0
            && next[0] is not ('（' or '(' or '第' or '1' or '2' or '3' or '4' or '5' or '6' or '7' or '8' or '9')
            && !(next.Length > 1 && "一二三四五六七八九十".Contains(next[0], StringComparison.Ordinal) && next[1] is '、' or '是' or '.');
    }
}
