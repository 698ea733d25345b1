using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Gongkai.Platform.Channels.Printing;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Platform.Storage;
using Gongkai.Web.Shared;

namespace Gongkai.Web.Workbench.Channels;

/// <summary>A document as a sheet for a notice board or a page of a handbook: a file of its own, with its pictures in it, for the browser that prints it.</summary>
internal static partial class PosterHtml
{
    private const long MostPictureBytes = 8_000_000;

    /// <param name="printed">What is printed.</param>
    /// <param name="size">The sheet.</param>
    /// <param name="address">The page of the document, for the QR code.</param>
    /// <param name="pictures">The pictures of the text by their ids.</param>
    public static string Of(PrintedDocument printed, PosterSize size, string address, IReadOnlyDictionary<long, string> pictures)
    {
        var publication = printed.Publication;
        var (paper, text, title, margin) = size switch
        {
            PosterSize.A3 => ("A3", 22, 44, 25),
            PosterSize.A4 => ("A4", 16, 28, 20),
            PosterSize.Handbook => ("A5", 11, 16, 15),
        };
        text = PlainText.Count(publication.Body) switch
        {
            < 150 when size != PosterSize.Handbook => text * 3 / 2,
            < 400 when size != PosterSize.Handbook => text * 5 / 4,
            _ => text,
        };
        var body = Picture().Replace(CleanHtml.Of(publication.Body), match => pictures.TryGetValue(long.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture), out var data) ? match.Value.Replace(match.Groups["src"].Value, data, StringComparison.Ordinal) : "");
        string[] facts =
        [
            publication.Number.Length > 0 ? $"文号 {publication.Number}" : "", publication.MadeOn is { } made ? $"成文日期 {made:yyyy-MM-dd}" : "", $"索引号 {publication.IndexNumber}",
            publication.ShownUntil is { } until ? $"公示至 {until:yyyy-MM-dd}" : "",
        ];
        return $$"""
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><title>{{Encoded(publication.Title)}}</title><style>
            @page { size: {{paper}}; margin: {{margin}}mm {{margin}}mm {{margin + 4}}mm }
            body { font: {{text}}pt/1.75 "FangSong", "STFangsong", "Noto Serif CJK SC", serif; margin: 0; color: #000 }
            h1 { font: bold {{title}}pt/1.35 "SimHei", "Noto Sans CJK SC", sans-serif; text-align: center; margin: 0 0 .6em; text-wrap: balance }
            h2, h3, h4 { font-family: "SimHei", "Noto Sans CJK SC", sans-serif; font-size: 1em; margin: .6em 0 .3em; break-after: avoid }
            p { margin: 0 0 .5em; text-indent: 2em; orphans: 2; widows: 2 }
            .text-center { text-align: center; text-indent: 0 } .text-end, .signature { text-align: right; text-indent: 0 } .flush { text-indent: 0 }
            table { border-collapse: collapse; width: 100%; margin: .5em 0; font-size: .85em } td, th { border: 1px solid #000; padding: .2em .4em } td p, th p { text-indent: 0; margin: 0 } tr { break-inside: avoid } thead { display: table-header-group }
            img { max-width: 100%; max-height: 60vh; display: block; margin: .5em auto } a { color: inherit; text-decoration: none } figure { margin: .5em 0; text-align: center; break-inside: avoid }
            .issuer { text-align: center; text-indent: 0; font-size: .9em; margin-bottom: 1em }
            .foot { display: flex; gap: 1.2em; align-items: center; border-top: 2px solid #000; margin-top: 1.2em; padding-top: .8em; break-inside: avoid }
            .foot svg { width: {{(size == PosterSize.A3 ? 45 : size == PosterSize.A4 ? 34 : 24)}}mm; height: auto; flex: none } .foot p { text-indent: 0; font-size: .8em; margin: 0 0 .2em }
            </style></head><body>
            <h1>{{Encoded(publication.Title)}}</h1>
            <p class="issuer">{{Encoded(publication.Issuer)}}　{{publication.PublishedAt.InBeijing().ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}}公开</p>
            {{body}}
            <div class="foot">{{QrDrawing.Of(address, "本文件网页的二维码")}}<div><p><strong>扫码看网上的原文、附件和解读</strong></p><p>{{Encoded(string.Join("　", facts.Where(fact => fact.Length > 0)))}}</p><p>{{Encoded(address)}}</p></div></div>
            </body></html>
            """;
    }

    /// <summary>The pictures of a text that are public, as they stand in a file.</summary>
    public static async Task<IReadOnlyDictionary<long, string>> PicturesAsync(string body, PublicDocumentQueries documents, Blobs blobs, CancellationToken cancellation)
    {
        var pictures = new Dictionary<long, string>();
        foreach (var id in Picture().Matches(body).Select(match => long.Parse(match.Groups["id"].Value, CultureInfo.InvariantCulture)).Distinct())
        {
            if (await documents.FileAsync(id, cancellation) is { Length: <= MostPictureBytes } file && file.ContentType.StartsWith("image/", StringComparison.Ordinal))
            {
                using var content = new MemoryStream();
                await blobs.CopyToAsync(file.BlobId, content, cancellation);
                pictures[id] = $"data:{file.ContentType};base64,{Convert.ToBase64String(content.GetBuffer(), 0, (int)content.Length)}";
            }
        }

        return pictures;
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex("<img[^>]*\\ssrc=\"(?<src>/documents/files/(?<id>[0-9]{1,18}))\"[^>]*>")]
    private static partial Regex Picture();
}

/// <summary>The sheets on which a document is printed.</summary>
public enum PosterSize
{
    A4,
    A3,

    /// <summary>A page of a handbook, A5.</summary>
    Handbook,
}
