using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Web.Shared;

/// <summary>Serves the built assets, compressed ahead of time; a name never changes its content, so browsers keep it for good.</summary>
public static class AssetEndpoint
{
    private static readonly FileExtensionContentTypeProvider Types = new();
    private static readonly (string Encoding, string Suffix)[] Compressions = [("br", ".br"), ("gzip", ".gz")];

    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Assets.Path + "{file}", [HttpMethods.Get, HttpMethods.Head], Serve).AllowAnonymous().ExcludeFromDescription();

    private static Results<PhysicalFileHttpResult, NotFound> Serve(string file, Assets assets, HttpContext context)
    {
        if (!assets.Has(file))
        {
            return TypedResults.NotFound();
        }
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.XContentTypeOptions = "nosniff";
        var type = Types.TryGetContentType(file, out var known) ? known : "application/octet-stream";
        var path = Path.Combine(assets.Folder, file);
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, suffix) in Compressions)
        {
            if (accepted.Any(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0))
            {
                headers.ContentEncoding = encoding;
                path += suffix;
                break;
            }
        }
        return TypedResults.PhysicalFile(path, $"{type}{(type.StartsWith("text/", StringComparison.Ordinal) ? "; charset=utf-8" : "")}");
    }
}
