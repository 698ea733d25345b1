using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Gongkai.Reports.Reading.Html;

/// <summary>
/// Reads a web page into blocks, as it is seen: text that the page hides is left out, a layout table is not a table.
/// The tree is walked once, without recursion.
/// </summary>
internal static class HtmlReader
{
    private const int MostElements = 600_000;

    // The parser makes no tree deeper than 512, but goes on opening elements, and looks through the open ones for each new one.
    private const int DeepestTree = 500;
    private const int Probe = 1_024;
    private const int MostDeepProbes = 44;

    [ThreadStatic]
    private static HtmlParser? parser;

    [ThreadStatic]
    private static int elements;

    [ThreadStatic]
    private static IElement? probed;

    [ThreadStatic]
    private static int deepProbes;

    /// <summary>Reads a decoded page.</summary>
    /// <param name="html">The page.</param>
    /// <param name="limits">Where the number of blocks and the depth of tables end.</param>
    /// <exception cref="UnreadableSourceException">The page is past the limits.</exception>
    public static SourceDocument Read(string html, ReadLimits limits)
    {
        elements = 0;
        probed = null;
        deepProbes = 0;
        parser ??= NewParser();
        // The parser drops a NUL without a trace, which would join the digits around it.
        // Not disposed of: that would take the tree apart node by node, and it holds nothing but memory.
        var document = parser.ParseDocument(html.Replace('\0', '\uFFFD'));
        var walk = new HtmlWalk(limits);
        if (document.Body is { } body)
        {
            walk.Run(body);
        }

        return new SourceDocument("html", walk.Flow.ToBlocks()) { Title = TitleOrNull(document) };
    }

    private static HtmlParser NewParser() => new(new HtmlParserOptions
    {
        DisableElementPositionTracking = true,
        SkipComments = true,
        SkipProcessingInstructions = true,
        SkipScriptText = true,
        ShouldEmitAttribute = static (ref _, name) => IsUsed(name.Span),
        OnCreated = static (element, _) =>
        {
            if (++elements % Probe <= 1)
            {
                Look(element);
            }
        },
    });

    /// <summary>Looks at every 1,024th element. It has no parent yet when it is created, so its depth is looked at when the next one is.</summary>
    private static void Look(IElement element)
    {
        deepProbes += probed?.Ancestors().Skip(DeepestTree).Any() == true ? 1 : 0;
        probed = elements % Probe == 0 ? element : null;
        if (elements > MostElements || deepProbes > MostDeepProbes)
        {
            throw new UnreadableSourceException("网页中的元素过多或嵌套过深，不像是一份年度报告；请只保存报告正文所在的网页后再试。");
        }
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
