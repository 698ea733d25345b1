using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;

namespace Gongkai.Web.Portal.Consultations;

/// <summary>The files of drafts: to anyone once they are public, to those at work before. They are served so that no script in them runs.</summary>
public static class ConsultationFileRoute
{
    public static void MapConsultationFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/consultations/files/{file:long}", AnswerAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(long file, ConsultationFiles files, Blobs blobs, HttpContext context, CancellationToken cancellation)
    {
        if (await files.FindAsync(file, context.ActorOrNull(), cancellation) is not { } found)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Stream(output => blobs.CopyToAsync(found.BlobId, output, cancellation), found.ContentType, found.Name);
    }
}
