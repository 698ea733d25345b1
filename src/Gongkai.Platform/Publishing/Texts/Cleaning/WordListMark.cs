using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Gongkai.Platform.Publishing.Texts.Cleaning;

/// <summary>What Word and WPS print before a paragraph of a list. Bullets and 1. become a list; 一、 and （一） and the like stay as text, as the web has no such lists.</summary>
/// <param name="Level">How deep the item stands, from 1.</param>
/// <param name="Mark">How its list is marked, where it is an item.</param>
/// <param name="Text">The number as text, where it is not.</param>
internal sealed partial record WordListMark(int Level, ListMark Mark, string Text)
{
    private const int MostSearched = 12;
    private const string Bullets = "·•●○■□◆◇▪▫◦–—-*➢➤✓√§ØÜoqunlvwp\uF0B7\uF06C\uF06E\uF075\uF0A7\uF0D8\uF0FC";

    public bool IsItem => Text.Length == 0;

    public static WordListMark? Of(IElement paragraph, ElementStyle style)
    {
        if (style.ListLevel is not { } level)
        {
            return null;
        }

        var printed = paragraph.Descendants<IElement>().Take(MostSearched).FirstOrDefault(static element => element.GetAttribute("style") is { } look
            && look.Contains("mso-list", StringComparison.OrdinalIgnoreCase) && ElementStyle.Of(element).IsLeftOut);
        return printed is null ? null : Of(printed.TextContent, level);
    }

    /// <summary>The mark that is printed in these characters.</summary>
    public static WordListMark Of(string printed, int level)
    {
        var text = TextRuns.OneLine(printed);
        return text.Length == 1 && Bullets.Contains(text[0], StringComparison.Ordinal) ? new WordListMark(level, ListMark.Bullet, "")
            : Number().Match(text) is { Success: true } number ? new WordListMark(level, new ListMark('1', int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture)), "")
            : text.Length == 0 ? new WordListMark(level, ListMark.Bullet, "")
            : new WordListMark(level, default, text[^1] < '\u2E80' && char.IsAsciiLetterOrDigit(text[^1]) ? text + " " : text);
    }

    [GeneratedRegex(@"^(\d{1,4})[.．]$")]
    private static partial Regex Number();
}
