using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Filings;

internal static class FilingsSetup
{
    public static void AddFilings(this IServiceCollection services) => services
        .AddScoped<FilingCheck>()
        .AddScoped<FilingDesk>()
        .AddScoped<FilingSteps>()
        .AddScoped<BeginFiling>()
        .AddScoped<FilingQueries>()
        .AddScoped<SaveFiling>();
}
