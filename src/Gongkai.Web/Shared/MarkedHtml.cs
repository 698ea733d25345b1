using Gongkai.Platform.Search.Texts;
using Microsoft.AspNetCore.Html;

namespace Gongkai.Web.Shared;

/// <summary>A text with the words that were looked for marked in it, and no space that is not its own.</summary>
public static class MarkedHtml
{
    public static IHtmlContent Of(IReadOnlyList<MarkedPiece> pieces)
    {
        var html = new HtmlContentBuilder();
        foreach (var piece in pieces)
        {
            _ = piece.IsFound ? html.AppendHtml("<mark>").Append(piece.Text).AppendHtml("</mark>") : html.Append(piece.Text);
        }

        return html;
    }
}
