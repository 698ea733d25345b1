using System.Globalization;
using AngleSharp.Dom;

namespace Gongkai.Platform.Publishing.Texts.Cleaning;

internal static class BlockNames
{
    private const int HighestStart = 100_000;

    /// <summary>Whether an element begins a line of its own.</summary>
    public static bool AreBlocks(string name) => name is
        "p" or "div" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "section" or "article" or "main" or "header" or "footer"
        or "nav" or "aside" or "address" or "blockquote" or "center" or "dl" or "dt" or "dd" or "ul" or "ol" or "menu" or "dir" or "li"
        or "figure" or "figcaption" or "fieldset" or "legend" or "form" or "details" or "summary" or "option" or "optgroup" or "select"
        or "table" or "caption" or "thead" or "tbody" or "tfoot" or "tr" or "td" or "th" or "pre" or "xmp" or "listing" or "plaintext"
        or "textarea" or "hgroup" or "search" or "body" or "html" or "frameset" or "dialog" or "video" or "audio" or "object";

    /// <summary>The mark of the items of ul or ol.</summary>
    public static ListMark MarkOf(IElement list)
    {
        if (list.LocalName != "ol")
        {
            return ListMark.Bullet;
        }

        var start = int.TryParse(list.GetAttribute("start"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= HighestStart ? number : 1;
        return new ListMark(list.GetAttribute("type") is ['1' or 'a' or 'A' or 'i' or 'I'] type ? type[0] : '1', start);
    }
}
