using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gongkai.Reports.Reading.Html;

/// <summary>Parses pages in time bounded by their length, and gives up on those that have too many elements or nest them too deep. For one thread at a time.</summary>
public sealed class BoundedParser
{
    private const int MostElements = 600_000;

    // The parser makes no tree deeper than 512, but goes on opening elements, and looks through the open ones for each new one.
    private const int DeepestTree = 500;
    private const int Probe = 1_024;
    private const int MostDeepProbes = 44;

    private readonly HtmlParser parser;
    private int elements;
    private IElement? probed;
    private int deepProbes;

    /// <summary>A parser that keeps only some attributes.</summary>
    /// <param name="isUsed">Whether the attribute of a name is kept.</param>
    public BoundedParser(Func<ReadOnlySpan<char>, bool> isUsed) => parser = new HtmlParser(new HtmlParserOptions
    {
        DisableElementPositionTracking = true,
        SkipComments = true,
        SkipProcessingInstructions = true,
        SkipScriptText = true,
        ShouldEmitAttribute = (ref _, name) => isUsed(name.Span),
        OnCreated = (element, _) =>
        {
            if (++elements % Probe <= 1)
            {
                Look(element);
            }
        },
    });

    /// <summary>The tree of a page, or null where it is past the bounds.</summary>
    public IHtmlDocument? ParseOrNull(string html)
    {
        (elements, probed, deepProbes) = (0, null, 0);
        try
        {
            // Not disposed of: that would take the tree apart node by node, and it holds nothing but memory.
            return parser.ParseDocument(html);
        }
        catch (TooMuchException)
        {
            return null;
        }
        finally
        {
            probed = null;
        }
    }

    /// <summary>Looks at every 1,024th element. It has no parent yet when it is created, so its depth is looked at when the next one is.</summary>
    private void Look(IElement element)
    {
        deepProbes += probed?.Ancestors().Skip(DeepestTree).Any() == true ? 1 : 0;
        probed = elements % Probe == 0 ? element : null;
        if (elements > MostElements || deepProbes > MostDeepProbes)
        {
            throw new TooMuchException();
        }
    }

    private sealed class TooMuchException : Exception;
}
