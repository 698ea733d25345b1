using System.Buffers;

namespace Gongkai.Reports.Comparing;

/// <summary>A sentence as printed, and as it is compared.</summary>
/// <param name="Text">As printed, trimmed.</param>
/// <param name="Words">Folded and without spaces.</param>
/// <param name="Masked">The same with each run of digits as one mark.</param>
internal sealed record Sentence(string Text, string Words, string Masked)
{
    private const char Mark = '\uFFFC';

    private static readonly SearchValues<char> Ends = SearchValues.Create("。！？；!?;\n\r");

    /// <summary>The sentences of a text. A stop belongs to the sentence that it ends.</summary>
    public static List<Sentence> Split(string text)
    {
        var sentences = new List<Sentence>();
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(Ends);
            var end = length < 0 ? text.Length : start + length + 1;
            var printed = text[start..end].Trim();
            if (printed.Length > 0)
            {
                var words = string.Concat(Folding.Fold(printed).Where(character => !char.IsWhiteSpace(character)));
                sentences.Add(new Sentence(printed, words, MaskFigures(words)));
            }

            start = end;
        }

        return sentences;
    }

    /// <summary>Puts one mark for each figure, with its point, its thousands separators and its per cent sign.</summary>
    private static string MaskFigures(string words)
    {
        var masked = new List<char>(words.Length);
        for (var index = 0; index < words.Length; index++)
        {
            if (!char.IsAsciiDigit(words[index]))
            {
                masked.Add(words[index]);
                continue;
            }

            masked.Add(Mark);
            while (index + 1 < words.Length && (char.IsAsciiDigit(words[index + 1]) || IsWithinFigure(words, index + 1)))
            {
                index++;
            }
        }

        return new string([.. masked]);
    }

    private static bool IsWithinFigure(string words, int index) =>
        words[index] == '%' || (words[index] is '.' or ',' && index + 1 < words.Length && char.IsAsciiDigit(words[index + 1]));
}
