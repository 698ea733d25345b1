using AngleSharp.Dom;

namespace Gongkai.Reports.Reading.Html;

/// <summary>How an element is hidden from the one who reads the page.</summary>
internal enum Concealment
{
    None,

    /// <summary>It takes no place: a removed cell lets those after it move up.</summary>
    Removed,

    /// <summary>It keeps its place and shows nothing.</summary>
    Invisible,
}

internal static class Visibility
{
    public static Concealment Of(IElement element)
    {
        if (element.HasAttribute("hidden"))
        {
            return Concealment.Removed;
        }

        return element.GetAttribute("style") is { } style ? Of(style) : Concealment.None;
    }

    public static Concealment Of(ReadOnlySpan<char> style)
    {
        foreach (var range in style.Split(';'))
        {
            var declaration = style[range];
            var colon = declaration.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            var concealment = Of(declaration[..colon].Trim(), declaration[(colon + 1)..].Trim());
            if (concealment != Concealment.None)
            {
                return concealment;
            }
        }

        return Concealment.None;
    }

    private static Concealment Of(ReadOnlySpan<char> property, ReadOnlySpan<char> value) => property.Length switch
    {
        7 when Is(property, "display") && Starts(value, "none") => Concealment.Removed,
        8 when Is(property, "mso-hide") && Starts(value, "all") => Concealment.Removed,
        10 when Is(property, "visibility") && (Starts(value, "hidden") || Starts(value, "collapse")) => Concealment.Invisible,
        9 when Is(property, "font-size") && IsZero(value) => Concealment.Invisible,
        _ => Concealment.None,
    };

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool Starts(ReadOnlySpan<char> text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsZero(ReadOnlySpan<char> size) =>
        size is ['0', ..] && size.TrimStart("0.") is var unit && (unit.IsEmpty || !char.IsAsciiDigit(unit[0]));
}
