using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Channels.Webhooks;

/// <summary>What a webhook says, as <c>docs/webhooks.md</c> describes it.</summary>
internal static class WebhookBody
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static byte[] Test(DateTimeOffset at) => JsonSerializer.SerializeToUtf8Bytes(new { Event = "test", OccurredAt = at.InBeijing() }, Json);

    public static byte[] Withdrawn(Delivery delivery, string? site) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            delivery.Id, Event = "document.withdrawn", OccurredAt = delivery.CreatedAt.InBeijing(),
            Document = new { Id = delivery.DocumentId, Version = delivery.ContentVersion, Address = AddressOf(site, delivery.DocumentId) },
        }, Json);

    public static byte[] Published(Delivery delivery, Publication publication, string agency, IReadOnlyList<WebhookFile> files, string? site) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            delivery.Id, Event = "document.published", OccurredAt = delivery.CreatedAt.InBeijing(),
            Document = new
            {
                Id = publication.DocumentId, Version = publication.ContentVersion, Address = AddressOf(site, publication.DocumentId), publication.IndexNumber, publication.Title, publication.Kind, KindName = DocumentWords.Of(publication.Kind),
                publication.Category, CategoryName = publication.Category is { } category ? DocumentWords.Of(category) : null, publication.AgencyId, Agency = agency, publication.Issuer, publication.Number, publication.MadeOn,
                publication.Topic, publication.Keywords, publication.Summary, publication.Source, publication.EffectiveOn, publication.ExpiresOn, publication.ShownUntil, publication.InterpretsId,
                PublishedAt = publication.PublishedAt.InBeijing(), UpdatedAt = publication.UpdatedAt.InBeijing(),
                Body = site is null ? publication.Body : publication.Body.Replace("src=\"/documents/", $"src=\"{site}/documents/", StringComparison.Ordinal).Replace("href=\"/documents/", $"href=\"{site}/documents/", StringComparison.Ordinal),
                Attachments = files.Select(file => new { file.Name, Address = $"{site}/documents/files/{file.Id}", file.ContentType, file.Length }),
            },
        }, Json);

    private static string AddressOf(string? site, long documentId) => FormattableString.Invariant($"{site}/documents/{documentId}");
}

internal sealed record WebhookFile(long Id, string Name, string ContentType, long Length);
