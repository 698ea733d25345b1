using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;

namespace Gongkai.Web.Portal.Documents;

/// <summary>Attachments and pictures: to anyone where they are public, to those at work on the document otherwise. They are served so that no script in them runs.</summary>
public static class DocumentFiles
{
    public static void MapDocumentFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/documents/files/{file:long}", AnswerAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(long file, PublicDocumentQueries documents, DocumentQueries atWork, Blobs blobs, HttpContext context, CancellationToken cancellation)
    {
        var found = await documents.FileAsync(file, cancellation);
        var isPublic = found is not null;
        if (found is null && context.ActorOrNull() is { } actor && await atWork.FileAsync(file, actor, cancellation) is { } own)
        {
            found = new PublicDocumentFile(own.Id, own.BlobId, own.Name, own.ContentType, own.Length);
        }

        if (found is null)
        {
            return TypedResults.NotFound();
        }

        var isPicture = found.ContentType.StartsWith("image/", StringComparison.Ordinal);
        context.Response.Headers.CacheControl = isPublic ? "public, max-age=300" : "no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Stream(output => blobs.CopyToAsync(found.BlobId, output, cancellation), found.ContentType, isPicture ? null : found.Name);
    }
}
