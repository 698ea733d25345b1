using System.Text;

namespace Gongkai.Platform.Search.Texts;

/// <summary>Letters as they are looked for: half width, small, one kind of space. A letter stays a letter, so that a place in what comes out is the place in what went in.</summary>
public static class SearchLetters
{
    /// <summary>For comparing: small letters of half width.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var index = 0; index < source.Length; index++)
        {
            folded[index] = char.ToLowerInvariant(Narrow(source[index]));
        }
    });

    /// <summary>For showing and keeping: letters and digits of half width, spaces in one, Chinese marks as they are, nothing that cannot be seen.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var narrow = IsWideLetter(letter) || char.IsWhiteSpace(letter) ? Narrow(letter) : letter;
            if (narrow == '\0' || IsUnseen(narrow) || (narrow is ' ' or '\n' && (tidy.Length == 0 || tidy[^1] is ' ' or '\n')))
            {
                continue;
            }

            tidy.Append(narrow);
        }

        return tidy.ToString().TrimEnd();
    }

    /// <summary>A letter of Chinese, which are written without spaces.</summary>
    public static bool IsHan(Rune rune) => rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or 0x3007 or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static char Narrow(char letter) => letter switch
    {
        '\n' => '\n',
        >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
        _ when char.IsWhiteSpace(letter) => ' ',
        _ => letter,
    };

    private static bool IsWideLetter(char letter) => letter is (>= '\uFF10' and <= '\uFF19') or (>= '\uFF21' and <= '\uFF3A') or (>= '\uFF41' and <= '\uFF5A');

    private static bool IsUnseen(char letter) => letter is '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF' || (char.IsControl(letter) && letter != '\n');
}
