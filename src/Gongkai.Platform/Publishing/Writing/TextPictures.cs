using System.Text.RegularExpressions;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Writing;

/// <summary>Takes the pictures that a text holds in itself, keeps each as a file of the document by the way of every upload, and puts its address into the text. What could not be kept is named.</summary>
public sealed partial class TextPictures(GongkaiDb db, DocumentFiles files)
{
    private const int MostTold = 8;
    private const int LongestSource = 60;

    /// <summary>Takes them out of a text that somebody sent.</summary>
    public async Task<PlacedText> TakeAsync(long documentId, string html, Actor actor, CancellationToken cancellation)
    {
        if (!Picture().IsMatch(html))
        {
            return new PlacedText(html, []);
        }

        var text = CleanHtml.WithPictures(html);
        var placed = await PlaceAsync(documentId, text.Html, text.Pictures, actor, cancellation);
        return placed with { LeftOut = Bounded([.. placed.LeftOut, .. text.LostPictures.Select(SentenceOf)]) };
    }

    /// <summary>Keeps pictures that were taken out of a text, and puts their addresses there.</summary>
    public async Task<PlacedText> PlaceAsync(long documentId, string html, IReadOnlyList<TextPicture> pictures, Actor actor, CancellationToken cancellation)
    {
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        var left = new List<string>();
        foreach (var (number, picture) in pictures.Index())
        {
            var kept = await KnownAsync(documentId, picture, cancellation) is { } known
                ? new DocumentFiles.FileResult(null, known)
                : await files.AddAsync(documentId, new SentFile($"图片{number + 1}", () => new MemoryStream(picture.Bytes.ToArray(), writable: false)), DocumentFilePurpose.Picture, actor, cancellation);
            if (kept.Refusal is { } refusal)
            {
                left.Add($"{NameOf(picture.Alternative)}没有收下，正文里标了〔图片〕：{DocumentWords.Sentence(refusal)}");
            }
            else
            {
                addresses[picture.Source] = FormattableString.Invariant($"{CleanHtml.PicturePath}{kept.FileId}");
            }
        }

        return new PlacedText(pictures.Count == 0 ? html : CleanedText.Place(html, pictures, picture => addresses.GetValueOrDefault(picture.Source, "")), Bounded(left));
    }

    /// <summary>The same picture in the same document is one file, however often the text is sent.</summary>
    private Task<long?> KnownAsync(long documentId, TextPicture picture, CancellationToken cancellation) => (
        from file in db.DocumentFiles.AsNoTracking()
        join blob in db.Blobs.AsNoTracking() on file.BlobId equals blob.Id
        where file.DocumentId == documentId && file.RemovedAt == null && file.Purpose == DocumentFilePurpose.Picture && blob.Sha256 == picture.Sha256
        select (long?)file.Id).FirstOrDefaultAsync(cancellation);

    private static string SentenceOf(LostPicture picture) => picture.Source switch
    {
        var source when source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) => $"{NameOf(picture.Alternative)}不是 PNG、JPEG、GIF、WebP，或者不完整，没有收下，正文里标了〔图片〕；请转成这几种格式再插入。",
        var source when source.StartsWith("http", StringComparison.OrdinalIgnoreCase) || source.StartsWith("//", StringComparison.Ordinal) =>
            $"{NameOf(picture.Alternative)}在别的网站上（{(source.Length <= LongestSource ? source : source[..LongestSource] + "…")}），没有带过来，正文里标了〔图片〕；请存到电脑上再插入。",
        _ => $"{NameOf(picture.Alternative)}没有带过来，正文里标了〔图片〕；请把图片文件另外插入。",
    };

    private static string NameOf(string alternative) => alternative.Length == 0 ? "有一张图片" : $"图片“{alternative}”";

    private static IReadOnlyList<string> Bounded(IReadOnlyList<string> sentences) => sentences.Count <= MostTold ? sentences : [.. sentences.Take(MostTold), $"还有 {sentences.Count - MostTold} 张图片没有收下。"];

    [GeneratedRegex("<i(?:mg|mage)[\\s/>]", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();
}

/// <summary>A text with the addresses of its pictures.</summary>
/// <param name="Html">The text; what could not be kept is marked 〔图片〕 in it.</param>
/// <param name="LeftOut">What could not be kept and why, as sentences.</param>
public sealed record PlacedText(string Html, IReadOnlyList<string> LeftOut);
