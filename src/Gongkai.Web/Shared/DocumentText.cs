using Gongkai.Platform.Publishing.Texts;
using Microsoft.AspNetCore.Html;

namespace Gongkai.Web.Shared;

/// <summary>The text of a document on a page: through the allow-list once more, whatever the database holds.</summary>
public static class DocumentText
{
    public static HtmlString Of(string html) => new(CleanHtml.Of(html));
}
