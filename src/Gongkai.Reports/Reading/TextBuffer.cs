using System.Runtime.CompilerServices;

namespace Gongkai.Reports.Reading;

/// <summary>Collects the text of one paragraph: runs of white space become one space, line feeds are kept where the format means them.</summary>
internal sealed class TextBuffer
{
    private static readonly string[] SingleCharacters = [.. Enumerable.Range(0, 128).Select(static code => ((char)code).ToString())];

    private char[] characters = new char[256];
    private int length;
    private Gap gap;

    private enum Gap
    {
        None,
        Space,
        SourceLineEnd,
        LineBreak,
    }

    public bool IsEmpty => length == 0;

    /// <summary>Adds text of the source. A line end inside it is only how the source was wrapped: between two Chinese characters it is nothing.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        EnsureRoom(text.Length);
        foreach (var character in text)
        {
            if (character is ' ' or '\t' or '\u00A0' or '\u3000' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F')
            {
                gap = gap == Gap.None ? Gap.Space : gap;
            }
            else if (character is '\n' or '\r' or '\f' or '\v')
            {
                gap = gap < Gap.SourceLineEnd ? Gap.SourceLineEnd : gap;
            }
            else if (character is not ('\u200B' or '\uFEFF' or '\u00AD' or '\u2060') )
            {
                // A control character may be what is left of a digit: 117?01 is not 11701.
                Put(character >= ' ' ? character : '\uFFFD');
            }
        }
    }

    /// <summary>A line end that the reader of the page sees.</summary>
    public void Break() => gap = length == 0 ? Gap.None : Gap.LineBreak;

    /// <summary>The text so far, trimmed, and an empty buffer.</summary>
    public string Take()
    {
        var text = length switch
        {
            0 => "",
            1 when characters[0] < 128 => SingleCharacters[characters[0]],
            _ => new string(characters, 0, length),
        };
        Clear();
        return text;
    }

    public void Clear()
    {
        length = 0;
        gap = Gap.None;
    }

    private static bool IsWide(char character) => character >= '\u2E80';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(char character)
    {
        if (gap != Gap.None)
        {
            CloseGap(character);
        }

        characters[length++] = character;
    }

    private void CloseGap(char next)
    {
        if (length > 0 && !(gap == Gap.SourceLineEnd && IsWide(characters[length - 1]) && IsWide(next)))
        {
            characters[length++] = gap == Gap.LineBreak ? '\n' : ' ';
        }

        gap = Gap.None;
    }

    private void EnsureRoom(int more)
    {
        var needed = length + more + 2;
        if (needed > characters.Length)
        {
            Array.Resize(ref characters, Math.Max(needed, characters.Length * 2));
        }
    }
}
