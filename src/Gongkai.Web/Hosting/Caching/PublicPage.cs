using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;

namespace Gongkai.Web.Hosting.Caching;

/// <summary>Marks an endpoint that shows everybody the same.</summary>
public sealed class PublicPage;

/// <summary>Keeps public pages for people without a session, until something changes that they show.</summary>
internal sealed class PublicPagePolicy(PublicVersions versions, TimeSpan longest) : IOutputCachePolicy
{
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var isOpen = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<PublicPage>() is not null
            && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && request.Headers.Authorization.Count == 0
            && !request.Cookies.Keys.Any(IsOurs);
        var subjects = isOpen ? SubjectsOf(request) : [];
        var key = isOpen ? versions.KeyOf(subjects) : null;
        context.EnableOutputCaching = key is not null;
        context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = key is not null;
        if (key is null)
        {
            return ValueTask.CompletedTask;
        }

        context.CacheVaryByRules.CacheKeyPrefix = key;
        context.CacheVaryByRules.QueryKeys = "*";
        context.ResponseExpirationTimeSpan = longest;
        foreach (var subject in subjects)
        {
            context.Tags.Add(subject);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        var directives = response.GetTypedHeaders().CacheControl;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK
            && response.Headers.SetCookie.Count == 0
            && directives is not ({ NoStore: true } or { Private: true } or { NoCache: true });
        return ValueTask.CompletedTask;
    }

    /// <summary>A page of one agency changes with the reports of that agency; every other one with those of all.</summary>
    private static string[] SubjectsOf(HttpRequest request) =>
        int.TryParse((request.RouteValues["agencyId"] ?? request.RouteValues["id"])?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var agencyId)
            ? [PublicChanges.Site, PublicChanges.Agencies, PublicChanges.ReportsOf(agencyId)]
            : [PublicChanges.Site, PublicChanges.Agencies, PublicChanges.Reports];

    /// <summary>A session, a form, or a notice for the next page.</summary>
    private static bool IsOurs(string cookie) => cookie.StartsWith("gongkai", StringComparison.Ordinal) || cookie.StartsWith(".AspNetCore", StringComparison.Ordinal);
}
