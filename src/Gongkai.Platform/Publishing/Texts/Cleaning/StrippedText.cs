using System.Buffers;
using System.Net;
using System.Text;

namespace Gongkai.Platform.Publishing.Texts.Cleaning;

/// <summary>Text without markup, each line a paragraph: what somebody wrote without an editor, and what is left of a page that no tree can be made of.</summary>
internal static class StrippedText
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/\f");
    private static readonly string[] WithoutText = ["script", "style", "title", "template", "iframe", "xml"];

    public static bool HasTags(string html)
    {
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (IsTag(html[at + 1]))
            {
                return true;
            }
        }

        return false;
    }

    public static IReadOnlyList<TextBlock> Blocks(string html)
    {
        var blocks = new List<TextBlock>();
        foreach (var text in WebUtility.HtmlDecode(Strip(html)).Split('\n'))
        {
            var line = new LineBuilder();
            line.Append(text, Marks.None, null);
            blocks.AddRange(line.Take().Select(static runs => new Paragraph(default, runs)));
        }

        return blocks;
    }

    /// <summary>The text between the tags; a tag that begins or ends a block, or a line, is a line end.</summary>
    private static string Strip(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var tag = html.IndexOf('<', at);
            if (tag < 0)
            {
                text.Append(html, at, html.Length - at);
                break;
            }

            text.Append(html, at, tag - at);
            at = tag + 1 < html.Length && IsTag(html[tag + 1]) ? Skip(html, tag, text) : tag + 1;
            if (at == tag + 1)
            {
                text.Append('<');
            }
        }

        return text.Replace("\r", "").ToString();
    }

    private static int Skip(string html, int tag, StringBuilder text)
    {
        if (html.AsSpan(tag).StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = html.IndexOf("-->", tag + 4, StringComparison.Ordinal);
            return end < 0 ? html.Length : end + 3;
        }

        var close = html.IndexOf('>', tag);
        if (close < 0)
        {
            return html.Length;
        }

        var isEnd = html[tag + 1] == '/';
        var start = tag + (isEnd ? 2 : 1);
        var length = html.AsSpan(start, close - start).IndexOfAny(NameEnds);
        var name = html.Substring(start, length < 0 ? close - start : length).ToLowerInvariant();
        if (!isEnd && Array.IndexOf(WithoutText, name) >= 0)
        {
            var end = html.IndexOf("</" + name, close, StringComparison.OrdinalIgnoreCase);
            return end < 0 ? html.Length : end;
        }

        if (name is "br" or "hr" || BlockNames.AreBlocks(name))
        {
            text.Append('\n');
        }

        return close + 1;
    }

    private static bool IsTag(char next) => char.IsAsciiLetter(next) || next is '/' or '!' or '?';
}
