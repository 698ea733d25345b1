using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Platform.Publishing.Texts;
using Microsoft.AspNetCore.Html;

namespace Gongkai.Web.Portal.Documents;

/// <summary>Turns the 文号 that a text cites into links to the documents, where those are public.</summary>
internal static partial class Citations
{
    private const int Most = 100;

    /// <summary>The numbers that a text cites, as they are written in the register.</summary>
    public static IReadOnlyList<string> Of(string text) => [.. Cited().Matches(text).Select(match => Normal(match.Value)).Distinct(StringComparer.Ordinal).Take(Most)];

    /// <summary>The text with its links.</summary>
    /// <param name="html">The text, through the allow-list.</param>
    /// <param name="own">The document's own number, which leads nowhere.</param>
    /// <param name="known">Where each number leads.</param>
    public static HtmlString Linked(string html, string own, IReadOnlyDictionary<string, long> known)
    {
        var clean = CleanHtml.Of(html);
        if (known.Keys.All(number => number == own))
        {
            return new HtmlString(clean);
        }

        var document = new HtmlParser().ParseDocument("");
        document.Body!.InnerHtml = clean;
        foreach (var node in document.Body.Descendants<IText>().Where(node => node.ParentElement?.Closest("a") is null).ToList())
        {
            Link(document, node, own, known);
        }

        return new HtmlString(document.Body.InnerHtml);
    }

    private static void Link(IDocument document, IText node, string own, IReadOnlyDictionary<string, long> known)
    {
        var text = node.Data;
        var from = 0;
        foreach (var match in Cited().Matches(text).Where(match => Normal(match.Value) != own && known.ContainsKey(Normal(match.Value))))
        {
            node.Parent!.InsertBefore(document.CreateTextNode(text[from..match.Index]), node);
            var link = document.CreateElement("a");
            link.SetAttribute("href", FormattableString.Invariant($"/documents/{known[Normal(match.Value)]}"));
            link.TextContent = match.Value;
            node.Parent.InsertBefore(link, node);
            from = match.Index + match.Length;
        }

        node.Data = text[from..];
    }

    private static string Normal(string number) => number.Replace('[', '〔').Replace(']', '〕').Replace('［', '〔').Replace('］', '〕').Replace('【', '〔').Replace('】', '〕').Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}{2,12}[〔\[［【]\d{4}[〕\]］】]\s?\d{1,5}号", RegexOptions.None, 1000)]
    private static partial Regex Cited();
}
