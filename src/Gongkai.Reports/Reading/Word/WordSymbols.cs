using System.Globalization;

namespace Gongkai.Reports.Reading.Word;

/// <summary>Characters that a Word file takes from a symbol font (w:sym).</summary>
public static class WordSymbols
{
    private const string Unknown = "\uFFFD";

    /// <summary>The character itself, or U+FFFD where it is not known.</summary>
    public static string Read(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var character) || character is < 0x20 or > 0xFFFF)
        {
            return Unknown;
        }

        var isPrivate = character is >= 0xF000 and <= 0xF0FF;
        var low = isPrivate ? character - 0xF000 : character;
        if (font is not null && font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase))
        {
            return low switch
            {
                0x52 or 0xFE => "☑",
                0xFC => "✓",
                0x6F or 0x71 or 0xA8 => "□",
                0x6C => "●",
                0x6E => "■",
                _ => Unknown,
            };
        }

        return isPrivate ? low is > 0x20 and < 0x7F ? ((char)low).ToString() : Unknown
            : char.IsSurrogate((char)character) ? Unknown
            : ((char)character).ToString();
    }
}
