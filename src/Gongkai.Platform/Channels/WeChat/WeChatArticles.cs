using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels.WeChat;

/// <summary>Makes the article of a document: uploads its pictures and the cover, and writes the text around them.</summary>
public sealed class WeChatArticles(GongkaiDb db, WeChatApi api, PublicDocumentQueries documents, Blobs blobs, SiteAddress site)
{
    private const long MostPictureBytes = 1_000_000;

    private static readonly string[] Taken = ["image/jpeg", "image/png"];

    /// <summary>Where “阅读原文” leads; it names the delivery, by which an article is known again.</summary>
    internal async Task<string> SourceAddressAsync(Delivery delivery, CancellationToken cancellation) =>
        await site.FindAsync(cancellation) is { } address
            ? FormattableString.Invariant($"{address}/documents/{delivery.DocumentId}?from={delivery.Id:N}")
            : throw new DeliveryRefusedException("还没有设置本网站的域名，文章里的“阅读原文”没有地址。请系统管理员在“运行－设置”里填域名。", isFinal: true);

    internal async Task<WeChatArticle> MakeAsync(Channel account, Publication publication, string source, CancellationToken cancellation)
    {
        var pictures = new Dictionary<long, string>();
        foreach (var id in CleanHtml.PicturesOf(publication.Body))
        {
            if (await documents.FileAsync(id, cancellation) is { } file && Taken.Contains(file.ContentType) && file.Length <= MostPictureBytes)
            {
                pictures[id] = await api.UploadPictureAsync(account, await ReadAsync(file.BlobId, file.ContentType, cancellation), cancellation);
            }
        }

        var attachments = await db.DocumentFiles.AsNoTracking().Where(file => file.DocumentId == publication.DocumentId && file.IsPublic && file.Purpose == DocumentFilePurpose.Attachment)
            .OrderBy(file => file.Id).Select(file => file.Name).ToListAsync(cancellation);
        return new WeChatArticle(
            ArticleText.Title(publication.Title), account.Author, ArticleText.Digest(publication), ArticleText.Of(publication, pictures, attachments), source, account.CoverMediaId ?? await CoverAsync(account, cancellation));
    }

    private async Task<string> CoverAsync(Channel account, CancellationToken cancellation)
    {
        if (account.CoverBlobId is not { } blob)
        {
            throw new DeliveryRefusedException("公众号还没有封面图片，请在“发布渠道”里上传。", isFinal: true);
        }

        var type = await db.Blobs.AsNoTracking().Where(found => found.Id == blob).Select(found => found.ContentType).SingleAsync(cancellation);
        var cover = await api.KeepPictureAsync(account, await ReadAsync(blob, type, cancellation), cancellation);
        await db.Channels.Where(channel => channel.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(channel => channel.CoverMediaId, cover), cancellation);
        account.CoverMediaId = cover;
        return cover;
    }

    private async Task<WeChatPicture> ReadAsync(Guid blob, string type, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await blobs.CopyToAsync(blob, content, cancellation);
        return new WeChatPicture(content.ToArray(), type);
    }
}
