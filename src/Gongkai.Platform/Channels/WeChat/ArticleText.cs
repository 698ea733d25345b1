using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Texts;

namespace Gongkai.Platform.Channels.WeChat;

/// <summary>The text of a document as an article: no classes, no links out, pictures of the platform, tables with lines, and where the whole is to be read.</summary>
internal static partial class ArticleText
{
    private const int MostLetters = 19_000;
    private const int LongestTitle = 32;
    private const int LongestDigest = 110;
    private const string Paragraph = "<p style=\"margin:0 0 1em;line-height:1.8\">";

    private static readonly (string From, string To)[] Looks =
    [
        ("<table>", "<table style=\"border-collapse:collapse;width:100%\">"), ("<td", "<td style=\"border:1px solid #999;padding:4px 6px\""), ("<th", "<th style=\"border:1px solid #999;padding:4px 6px\""),
        ("<thead style=\"border:1px solid #999;padding:4px 6px\"", "<thead"), ("<p>", Paragraph), ("<p class=\"text-center\">", "<p style=\"text-align:center\">"), ("<p class=\"text-end\">", "<p style=\"text-align:right\">"), ("<p class=\"signature\">", "<p style=\"text-align:right\">"),
    ];

    public static string Title(string title) => Cut(title, LongestTitle);

    public static string Digest(Publication publication) =>
        Cut(publication.Summary.Length > 0 ? publication.Summary : PlainText.Of(publication.Body).Replace('\n', ' '), LongestDigest);

    /// <param name="publication">What is published.</param>
    /// <param name="pictures">Where the platform keeps each picture; those that it does not take are left to the page.</param>
    /// <param name="attachments">The names of the attachments.</param>
    public static string Of(Publication publication, IReadOnlyDictionary<long, string> pictures, IReadOnlyList<string> attachments)
    {
        var text = new StringBuilder();
        if (publication.Title.Length > LongestTitle)
        {
            text.Append("<h2 style=\"text-align:center\">").Append(Encoded(publication.Title)).Append("</h2>");
        }

        string[] facts = [publication.Issuer, publication.Number, publication.MadeOn is { } made ? $"{made:yyyy年M月d日}" : ""];
        text.Append("<p style=\"color:#666\">").Append(Encoded(string.Join("　", facts.Where(fact => fact.Length > 0)))).Append("</p>");
        var isCut = false;
        foreach (var line in Body(publication.Body, pictures).Split('\n'))
        {
            if (text.Length + line.Length > MostLetters)
            {
                isCut = true;
                break;
            }

            text.Append(line);
        }

        if (isCut)
        {
            text.Append(Paragraph).Append("内容较长，请点“阅读原文”看全文。</p>");
        }

        if (attachments.Count > 0)
        {
            text.Append(Paragraph).Append("附件（点“阅读原文”下载）：").Append(Cut(Encoded(string.Join("；", attachments)), 500)).Append("</p>");
        }

        return text.ToString();
    }

    private static string Body(string body, IReadOnlyDictionary<long, string> pictures)
    {
        var cleaned = Anchor().Replace(CleanHtml.Of(body), "");
        cleaned = Picture().Replace(cleaned, match => pictures.TryGetValue(long.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture), out var address)
            ? $"<img src=\"{Encoded(address)}\" alt=\"{Alternative().Match(match.Value).Groups[1].Value}\" style=\"max-width:100%\">"
            : $"（图：{Alternative().Match(match.Value).Groups[1].Value}，点“阅读原文”查看）");
        return Class().Replace(Looks.Aggregate(cleaned, (html, look) => html.Replace(look.From, look.To, StringComparison.Ordinal)), "");
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)]}…";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex("<img[^>]*\\ssrc=\"/documents/files/(?<id>[0-9]{1,18})\"[^>]*>")]
    private static partial Regex Picture();

    [GeneratedRegex("\\salt=\"([^\"]*)\"")]
    private static partial Regex Alternative();

    [GeneratedRegex("</?a(\\s[^>]*)?>")]
    private static partial Regex Anchor();

    [GeneratedRegex(" class=\"[^\"]*\"")]
    private static partial Regex Class();
}
