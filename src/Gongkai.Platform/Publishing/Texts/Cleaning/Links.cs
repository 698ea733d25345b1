using System.Text;

namespace Gongkai.Platform.Publishing.Texts.Cleaning;

/// <summary>Where a link of a text may lead: to a page, a mail address, a telephone, or within the site.</summary>
internal static class Links
{
    private const int Longest = 2_000;

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    /// <summary>The address, or null where it may not be kept.</summary>
    public static string? Clean(string href)
    {
        var address = WithoutWhiteSpace(href);
        if (address.Length is 0 or > Longest || IsPlaceOfWord(address))
        {
            return null;
        }

        var end = address.AsSpan().IndexOfAny(":/?#\\");
        if (end < 0 || address[end] != ':')
        {
            return address;
        }

        var scheme = address[..end].ToLowerInvariant();
        return Array.IndexOf(Schemes, scheme) >= 0 && address.Length > end + 1 ? scheme + address[end..] : null;
    }

    /// <summary>As a browser reads it: without control characters and line ends anywhere, without spaces around it.</summary>
    private static string WithoutWhiteSpace(string href)
    {
        var address = new StringBuilder(Math.Min(href.Length, Longest + 1));
        foreach (var rune in href.Trim().EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && rune.Value is not (0xFEFF or 0x200B or 0xFFFE or 0xFFFF) && address.Length <= Longest)
            {
                address.Append(Rune.IsWhiteSpace(rune) ? "%20" : rune.ToString());
            }
        }

        return address.ToString();
    }

    /// <summary>Word marks the places of contents and notes; without it they lead nowhere.</summary>
    private static bool IsPlaceOfWord(string address) => address.StartsWith("#_", StringComparison.Ordinal);
}
