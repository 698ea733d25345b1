using Gongkai.Platform.Jobs;
using Gongkai.Platform.Search.Documents;
using Gongkai.Platform.Search.Indexing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Search;

/// <summary>Registers the search.</summary>
public static class SearchSetup
{
    internal static void AddSearch(this IServiceCollection services) => services
        .AddScoped<SearchQueries>().AddScoped<DocumentSearch>().AddScoped<SearchCorrection>().AddScoped<SearchIndex>().AddScoped<RebuildSearch>()
        .AddJob<RebuildSearchJob>(RebuildSearchJob.Kind);

    /// <summary>Lets this host keep the words of what is published.</summary>
    public static IServiceCollection AddSearchIndexer(this IServiceCollection services) => services.AddHostedService<SearchIndexer>();
}
