using System.Buffers;

namespace Gongkai.Reports.Checking.Narrative;

/// <summary>
/// The text of a section, without spaces and without line ends inside sentences, as it stands and folded; both of the same length.
/// Paragraphs end with a line feed.
/// </summary>
internal readonly record struct Passage(string Text, string Folded)
{
    // A line shorter than this that ends without a stop is a heading, not a sentence broken over lines.
    private const int LeastBroken = 16;

    private static readonly SearchValues<string> Anchors = SearchValues.Create(
        ["申请", "复议", "诉讼", "规范性文件", "办结", "办件"], StringComparison.Ordinal);

    /// <summary>Whether there is anything in the text that a rule could speak of.</summary>
    public bool HasAnchors => Folded.AsSpan().ContainsAny(Anchors);

    public static Passage Of(string text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length + 1);
        try
        {
            var length = Compact(text, buffer);
            var compact = length == text.Length ? text : new string(buffer, 0, length);
            return new Passage(compact, Folding.Fold(compact));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Whether the sentence ends here; a point between or after digits is a decimal point or a list number.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '。' or '！' or '？' or '；' or ';' or '!' or '?' or '\n' => true,
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
            var character = text[index];
            if (character == '\n')
            {
                if (length > 0 && buffer[length - 1] != '\n' && !IsBroken(text, index, buffer.AsSpan(line, length - line)))
                {
                    buffer[length++] = '\n';
                    line = length;
                }
            }
            else if (!char.IsWhiteSpace(character) && character is not '\u200b' and not '\ufeff')
            {
                buffer[length++] = character;
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
