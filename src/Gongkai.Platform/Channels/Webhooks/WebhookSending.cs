using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels.Webhooks;

/// <summary>Sends what happened to another site, signed. The same delivery carries the same key however often it is sent, so that the other side takes it once.</summary>
public sealed class WebhookSending(GongkaiDb db, ChannelHttp http, ChannelSeal seal, SiteAddress site, InstallationSettings settings, TimeProvider time)
{
    internal async Task<DeliveryOutcome> SendAsync(Delivery delivery, Channel channel, Publication? publication, CancellationToken cancellation)
    {
        var address = await site.FindAsync(cancellation);
        var body = publication is null ? WebhookBody.Withdrawn(delivery, address) : WebhookBody.Published(delivery, publication, await AgencyAsync(publication.AgencyId, cancellation), await FilesAsync(publication.DocumentId, cancellation), address);
        var now = time.GetUtcNow();
        await db.Deliveries.Where(found => found.Id == delivery.Id).ExecuteUpdateAsync(set => set.SetProperty(found => found.HandedOverAt, now), cancellation);
        await PostAsync(channel, body, delivery.Id.ToString(), publication is null ? "document.withdrawn" : "document.published", cancellation);
        return new DeliveryOutcome.Done();
    }

    /// <summary>Sends a test.</summary>
    /// <exception cref="DeliveryRefusedException">The other side was not reached or did not take it.</exception>
    internal Task TestAsync(Channel channel, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return PostAsync(channel, WebhookBody.Test(now), Guid.CreateVersion7(now).ToString(), "test", cancellation);
    }

    /// <summary>The signature over the time stamp, a full stop and the body.</summary>
    internal static string Sign(string secret, string stamp, byte[] body)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(stamp), (byte)'.', .. body];
        return $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }

    private async Task PostAsync(Channel channel, byte[] body, string key, string what, CancellationToken cancellation)
    {
        var stamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, channel.Address) { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json", "utf-8") } } };
        request.Headers.Add("Idempotency-Key", key);
        request.Headers.Add("X-Gongkai-Event", what);
        request.Headers.Add("X-Gongkai-Timestamp", stamp);
        request.Headers.Add("X-Gongkai-Signature", Sign(seal.Open(channel.SealedSecret), stamp, body));
        var rules = await settings.ReadAsync<ChannelRules>(ChannelRules.Setting, cancellation) ?? new ChannelRules();
        using var response = await http.SendAsync(request, rules.MayReachInside, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new DeliveryRefusedException(SentenceOf(response.StatusCode), isFinal: response.StatusCode == HttpStatusCode.Gone);
        }
    }

    private static string SentenceOf(HttpStatusCode status) => (int)status switch
    {
        >= 300 and < 400 => $"对方网站要求转到别的地址（{(int)status}），请填它最后的地址。",
        401 or 403 => $"对方网站不接受（{(int)status}）：请对方核对签名用的密钥和服务器时间。",
        404 => "对方网站没有这个地址（404），请核对网址。",
        410 => "对方网站说这个地址已经停用（410），不再发送。",
        413 => "对方网站说内容太大（413），请对方放宽限制。",
        429 => "对方网站说发得太快（429），过一会儿再试。",
        >= 500 => $"对方网站出错（{(int)status}），过一会儿再试。",
        var other => $"对方网站不接受（{other}），请对方检查。",
    };

    private Task<string> AgencyAsync(int agencyId, CancellationToken cancellation) => db.Agencies.AsNoTracking().Where(agency => agency.Id == agencyId).Select(agency => agency.Name).SingleAsync(cancellation);

    private async Task<IReadOnlyList<WebhookFile>> FilesAsync(long documentId, CancellationToken cancellation) => await (
        from file in db.DocumentFiles.AsNoTracking()
        join blob in db.Blobs.AsNoTracking() on file.BlobId equals blob.Id
        where file.DocumentId == documentId && file.IsPublic && file.Purpose == DocumentFilePurpose.Attachment
        orderby file.Id
        select new WebhookFile(file.Id, file.Name, blob.ContentType, blob.Length)).ToListAsync(cancellation);
}
