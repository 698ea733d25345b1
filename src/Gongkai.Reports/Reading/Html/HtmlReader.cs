using AngleSharp.Dom;

namespace Gongkai.Reports.Reading.Html;

/// <summary>
/// Reads a web page into blocks, as it is seen: text that the page hides is left out, a layout table is not a table.
/// The tree is walked once, without recursion.
/// </summary>
internal static class HtmlReader
{
    [ThreadStatic]
    private static BoundedParser? parser;

    /// <summary>Reads a decoded page.</summary>
    /// <param name="html">The page.</param>
    /// <param name="limits">Where the number of blocks and the depth of tables end.</param>
    /// <exception cref="UnreadableSourceException">The page is past the limits.</exception>
    public static SourceDocument Read(string html, ReadLimits limits)
    {
        parser ??= new BoundedParser(IsUsed);
        // The parser drops a NUL without a trace, which would join the digits around it.
        var document = parser.ParseOrNull(html.Replace('\0', '\uFFFD'))
            ?? throw new UnreadableSourceException("网页中的元素过多或嵌套过深，不像是一份年度报告；请只保存报告正文所在的网页后再试。");
        var walk = new HtmlWalk(limits);
        if (document.Body is { } body)
        {
            walk.Run(body);
        }

        return new SourceDocument("html", walk.Flow.ToBlocks()) { Title = TitleOrNull(document) };
    }

    private static bool IsUsed(ReadOnlySpan<char> name) => name is
        "style" or "hidden" or "rowspan" or "colspan" or "start" or "type" or "value" or "charset";

    private static string? TitleOrNull(IDocument document)
    {
        foreach (var node in document.Head?.ChildNodes ?? Enumerable.Empty<INode>())
        {
            if (node is IElement { LocalName: "title" } title && title.TextContent.Trim() is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }
}
