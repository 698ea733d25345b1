using System.Reflection;
using Gongkai.Platform.Accounts;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests;

/// <summary>A way into the program: where it is, whether a visitor without a session may take it, which act it is for.</summary>
internal sealed record Route(string Pattern, bool IsPublic, bool IsPage, Act? Requires, string Source)
{
    /// <summary>The address, with something plausible where the pattern has a parameter.</summary>
    public string Example => "/" + string.Join('/', Pattern.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => part.StartsWith('{') ? ExampleOf(part) : part));

    public bool HasParameters => Pattern.Contains('{', StringComparison.Ordinal);

    /// <summary>Every way into the program, as its router knows them.</summary>
    public static async Task<List<Route>> AllAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var routes = new List<Route>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(TakesGet))
        {
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            var compiled = page is null ? null : await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            routes.Add(new Route(
                endpoint.RoutePattern.RawText ?? "",
                endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || compiled?.Endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null,
                page is not null,
                compiled?.ModelTypeInfo?.GetCustomAttribute<RequiresAttribute>()?.Act,
                page?.ViewEnginePath ?? endpoint.DisplayName ?? ""));
        }

        return routes;
    }

    private static bool TakesGet(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods || methods.HttpMethods.Contains("GET");

    private static string ExampleOf(string parameter) =>
        parameter.Contains("year", StringComparison.OrdinalIgnoreCase) ? "2024"
        : parameter.Contains("guid", StringComparison.OrdinalIgnoreCase) ? "0192f0a0-0000-7000-8000-000000000000"
        : "1";
}
