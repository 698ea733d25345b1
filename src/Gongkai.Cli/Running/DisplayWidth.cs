namespace Gongkai.Cli.Running;

/// <summary>How many columns of a terminal a text takes: a Chinese character takes two.</summary>
internal static class DisplayWidth
{
    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var character in text)
        {
            width += Of(character);
        }

        return width;
    }

    public static string PadRight(string text, int width) => text + new string(' ', Math.Max(0, width - Of(text)));

    public static string PadLeft(string text, int width) => new string(' ', Math.Max(0, width - Of(text))) + text;

    /// <summary>The text, cut with an ellipsis where it is wider.</summary>
    public static string Cut(string text, int width)
    {
        if (Of(text) <= width)
        {
            return text;
        }

        var taken = 0;
        var length = 0;
        while (taken + Of(text[length]) <= width - 2)
        {
            taken += Of(text[length++]);
        }

        return text[..length] + "…";
    }

    private static int Of(char character) => character is >= '\u1100' and (<= '\u115F' or >= '\u2E80') and not (>= '\uD7A4' and <= '\uF8FF') ? 2 : 1;
}
